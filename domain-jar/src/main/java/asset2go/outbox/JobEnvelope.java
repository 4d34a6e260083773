package asset2go.outbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * What stands in Redis as a job's data: {@code {"requestId": …, "payload": {…}}}.
 *
 * @param requestId of the request that asked for the job
 * @param payload what the processor is to know
 */
public record JobEnvelope(String requestId, JsonObject payload) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Closes it. */
  public static String wrap(Job job) {
    return JSON.createObjectBuilder()
        .add("requestId", job.requestId())
        .add("payload", parse(job.data()))
        .build()
        .toString();
  }

  /**
   * Opens it.
   *
   * @throws RuntimeException where the text is none of ours: such a job can never succeed
   */
  public static JobEnvelope open(String data) {
    JsonObject envelope = parse(data);
    JsonObject payload = envelope.getJsonObject("payload");
    if (payload == null) {
      throw new IllegalArgumentException("There is no payload.");
    }
    return new JobEnvelope(envelope.getString("requestId", ""), payload);
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
