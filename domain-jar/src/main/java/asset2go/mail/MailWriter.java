package asset2go.mail;

import jakarta.json.JsonObject;
import java.util.Optional;

/** Writes one kind of letter, at the moment when it is sent. */
public interface MailWriter {

  /** The {@code kind} in the payloads of its jobs. */
  String kind();

  /**
   * The letter; empty where there is nothing to say any more.
   *
   * @param jobId the same for every try at one letter
   */
  Optional<Mail> write(String jobId, JsonObject payload);
}
