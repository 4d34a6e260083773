package asset2go.outbox;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Ends what has failed for good. Its node stays in the outbox, so that an administrator may have it
 * tried once more, but nobody offers it by himself any longer; and whoever waits for it is told.
 */
@ApplicationScoped
public class Failures {

  private static final int LONGEST_REASON = 500;

  private @Inject Graph graph;
  private @Inject @Any Instance<Aftermath> aftermaths;

  /**
   * A job's last try has failed.
   *
   * @throws asset2go.problem.DomainError.Unavailable where this cannot be recorded: then the job
   *     gets as many tries once more, since Neo4j may have been what it failed for
   */
  public void gaveUp(String name, String id, JobEnvelope job, String reason) {
    aftermaths.stream()
        .filter(aftermath -> aftermath.kind().name().equals(name))
        .forEach(aftermath -> aftermath.failed(id, job, reason));
    String told = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    graph.write(
        tx -> {
          tx.run(
              """
              MATCH (o:Outbox {id: $id})
              SET o.failedAt = $now, o.failedReason = $reason
              REMOVE o.relayAfter
              """,
              map("id", id, "now", Instant.now(), "reason", told));
          tx.run(
              "MATCH (s:JobSchedule {name: $name}) SET s.lastFailedAt = $now",
              map("name", name, "now", Instant.now()));
          return id;
        });
  }
}
