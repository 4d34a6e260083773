package asset2go.outbox;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.queue.RedisUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.Record;

/**
 * The transactional outbox: a job is a node that commits with the change it belongs to. The writer
 * relays it to Redis right after its commit; a sweep in every worker takes what was left behind.
 * Relaying twice is harmless, since the id of the node is the id of the job. The node lives until
 * the worker marks it done together with the job's effect, so that a Redis that lost its data loses
 * no job.
 */
@ApplicationScoped
public class Outbox {

  private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

  /** A writer that has not relayed within this time is taken for dead. */
  private static final Duration WRITERS_TURN = Duration.ofSeconds(10);

  /** A job that was relayed but is still not done is offered again after this time. */
  private static final Duration REDIS_TURN = Duration.ofMinutes(5);

  private static final int SWEEP = 500;
  private static final int MOST_REVIVALS = 3;

  private @Inject Graph graph;
  private @Inject JobQueues queues;
  private @Inject JobKinds kinds;
  private @Inject Failures failures;
  private final AtomicBoolean heldUp = new AtomicBoolean();
  // One thread: a Redis that hangs holds up relaying, never a request.
  private final ExecutorService relay =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("outbox-relay").daemon().unstarted(task));

  /**
   * Puts a job into the outbox within the transaction of the change that it belongs to.
   *
   * @return id of the job, in Redis too
   */
  public String append(Transaction tx, Job job) {
    String id = Ids.next();
    Instant now = Instant.now();
    tx.run(
        """
        CREATE (:Outbox {id: $id, name: $name, bulk: $bulk, data: $data, requestId: $requestId,
                         createdAt: $now, relayAfter: $relayAfter})
        """,
        map(
            "id", id,
            "name", job.kind().name(),
            "bulk", job.kind().lane() == Lane.BULK,
            "data", job.data(),
            "requestId", job.requestId(),
            "now", now,
            "relayAfter", now.plus(WRITERS_TURN)));
    tx.afterCommit(() -> relay.execute(() -> relay(List.of(new Pending(id, job, 0)), this::add)));
    return id;
  }

  /** Marks a job's effect as done, within the transaction of that effect. */
  public void done(Transaction tx, String id) {
    tx.run("MATCH (o:Outbox {id: $id}) DELETE o", Map.of("id", id));
  }

  /** Gives up jobs for good: somebody has removed them. */
  public void forget(List<String> ids) {
    graph.write(
        tx -> {
          tx.run("UNWIND $ids AS id MATCH (o:Outbox {id: id}) DELETE o", Map.of("ids", ids));
          return ids.size();
        });
  }

  /** Takes up jobs that had failed for good: somebody has them tried again. */
  public void takeUp(List<String> ids) {
    graph.write(
        tx -> {
          tx.run(
              """
              UNWIND $ids AS id
              MATCH (o:Outbox {id: id}) WHERE o.failedAt IS NOT NULL
              SET o.relayAfter = $later
              REMOVE o.failedAt, o.failedReason, o.handedOver, o.revived
              """,
              map("ids", ids, "later", Instant.now().plus(REDIS_TURN)));
          return ids.size();
        });
  }

  /** The jobs of a lane that have failed for good. */
  public List<String> failed(Lane lane) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (o:Outbox {bulk: $bulk}) WHERE o.failedAt IS NOT NULL
                RETURN o.id AS id
                """,
                map("bulk", lane == Lane.BULK),
                row -> row.get("id").asString()));
  }

  /** Forgets what failed for good before this time. */
  public void forgetFailed(Instant before) {
    Batches.of(graph, SWEEP, () -> false)
        .delete("MATCH (n:Outbox) WHERE n.failedAt < $before", map("before", before));
  }

  /** Whether a job is still to be done; false for one whose effect was recorded before. */
  public boolean isPending(Transaction tx, String id) {
    return tx.one("MATCH (o:Outbox {id: $id}) RETURN o.id", Map.of("id", id)).isPresent();
  }

  /**
   * Relays what its writer did not, and what Redis has not done for long.
   *
   * @return how many jobs were relayed
   */
  public int sweep() {
    List<Pending> due =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (o:Outbox)
                    WHERE o.relayAfter < $now
                    RETURN o.id AS id, o.name AS name, o.bulk AS bulk, o.data AS data,
                           o.requestId AS requestId, coalesce(o.revived, 0) AS revived
                    ORDER BY o.relayAfter
                    LIMIT $limit
                    """,
                    map("now", Instant.now(), "limit", SWEEP),
                    this::pending));
    return relay(due, this::offerAgain) ? due.size() : 0;
  }

  /**
   * Makes everything due again: Redis has lost it. The next sweep relays it.
   *
   * @return how many jobs there are
   */
  public int offerAll() {
    Instant now = Instant.now();
    return (int)
        Batches.of(graph, SWEEP, () -> false)
            .each(
                tx ->
                    tx.one(
                            """
                            MATCH (o:Outbox)
                            WHERE o.relayAfter > $now
                            WITH o LIMIT $batch
                            SET o.relayAfter = $now
                            RETURN count(*) AS n
                            """,
                            map("now", now, "batch", SWEEP))
                        .map(row -> row.get("n").asInt())
                        .orElse(0));
  }

  private void add(Pending pending) {
    queues.add(pending.id(), pending.job());
  }

  /**
   * Takes a job to Redis that should be done by now. Redis may have lost it. Or it has failed as
   * often as it may, and its worker could not record that: Neo4j was away, and the job perhaps
   * failed for nothing else. So it gets its tries again, a few times, and then has failed.
   */
  private void offerAgain(Pending pending) {
    add(pending);
    Optional<String> failure = queues.failure(pending.id(), pending.job());
    if (failure.isEmpty()) {
      return;
    }
    if (pending.revived() < MOST_REVIVALS) {
      graph.write(
          tx -> {
            tx.run(
                "MATCH (o:Outbox {id: $id}) SET o.revived = coalesce(o.revived, 0) + 1",
                Map.of("id", pending.id()));
            return pending.id();
          });
      queues.retry(pending.id(), pending.job());
      return;
    }
    Job job = pending.job();
    failures.gaveUp(
        job.kind().name(), pending.id(), JobEnvelope.open(JobEnvelope.wrap(job)), failure.get());
  }

  private boolean relay(List<Pending> jobs, Consumer<Pending> add) {
    if (jobs.isEmpty()) {
      return true;
    }
    try {
      jobs.forEach(add);
      markRelayed(jobs.stream().map(Pending::id).toList());
      if (heldUp.compareAndSet(true, false)) {
        LOG.info("Redis takes jobs again; what waits in the outbox follows.");
      }
      return true;
    } catch (RedisUnavailableException away) {
      // Once, not for each of a thousand jobs that wait for the same thing.
      if (heldUp.compareAndSet(false, true)) {
        LOG.log(
            Level.WARNING,
            "Jobs wait in the outbox until Redis takes them: {0}",
            away.getMessage());
      }
      return false;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "{0} job(s) of the outbox could not be handed over: {1}",
          new Object[] {jobs.size(), e.getMessage()});
      return false;
    }
  }

  private void markRelayed(List<String> ids) {
    graph.write(
        tx -> {
          tx.run(
              """
              UNWIND $ids AS id
              MATCH (o:Outbox {id: id}) WHERE o.failedAt IS NULL
              SET o.relayAfter = $again
              """,
              map("ids", ids, "again", Instant.now().plus(REDIS_TURN)));
          return ids.size();
        });
  }

  private Pending pending(Record row) {
    String name = row.get("name").asString();
    Lane lane = row.get("bulk").asBoolean() ? Lane.BULK : Lane.PROMPT;
    JobKind kind = kinds.named(name).orElseGet(() -> JobKind.unknown(name, lane));
    return new Pending(
        row.get("id").asString(),
        new Job(kind, row.get("data").asString(), row.get("requestId").asString()),
        row.get("revived").asInt());
  }

  /**
   * @param revived how often it had failed for good with nothing recorded
   */
  private record Pending(String id, Job job, int revived) {}
}
