package asset2go.acceptance;

import static asset2go.graph.Parameters.map;

import asset2go.files.Files;
import asset2go.graph.Graph;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;

/**
 * Writes what was signed as a document into the file store: a worker does it, so that a store that
 * is away keeps nobody from signing.
 */
@ApplicationScoped
public class Documents {

  /** The job that writes one. */
  @Produces
  public static final JobKind KIND =
      new JobKind(
          "acceptance-document",
          Lane.PROMPT,
          JobKind.AS_MANY_AS_FIT,
          Duration.ofMinutes(2),
          14,
          Duration.ofSeconds(2),
          Set.of("acceptanceId"),
          true);

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Files files;

  /** Writes it, unless it was written before; twice would be the same document. */
  public void write(String jobId, JsonObject payload) {
    if (!graph.read(tx -> outbox.isPending(tx, jobId))) {
      return;
    }
    String id = payload.getString("acceptanceId");
    Acceptance acceptance = graph.read(tx -> AcceptanceView.whole(tx, id));
    byte[] document = SignedDocument.of(acceptance);
    files.put(object(id), new ByteArrayInputStream(document), "application/pdf");
    graph.write(
        tx -> {
          tx.run(
              "MATCH (x:Acceptance {id: $id}) SET x.document = $object",
              map("id", id, "object", object(id)));
          outbox.done(tx, jobId);
          return id;
        });
  }

  /** Its name in the file store. */
  static String object(String id) {
    return "acceptances/" + id + ".pdf";
  }
}
