package asset2go.reminder;

import asset2go.graph.Graph;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells what is open, as it is at the moment of sending. */
@ApplicationScoped
class DigestMail implements MailWriter {

  static final String KIND = "DIGEST";

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject Letters letters;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    return graph.read(
        tx -> {
          Digest digest = Digest.of(tx, LocalDate.now(ZoneOffset.UTC), Instant.now());
          return Recipient.person(tx, payload.getString("personId"))
              .filter(to -> !digest.isEmpty())
              .map(
                  to ->
                      letters.withList(
                          to.email(),
                          to.name(),
                          "digest",
                          digest.lines(letters),
                          settings.appUrl().toString()));
        });
  }
}
