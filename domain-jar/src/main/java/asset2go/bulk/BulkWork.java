package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.AssetList;
import asset2go.asset.AssetQuery;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Actors;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Does a run. First it notes which assets are meant, so that what it changes does not change that;
 * then it takes one after the other. Each is changed in the same transaction that notes what became
 * of it: whoever takes the run up after a crash goes on with the next one, and does none twice.
 */
@ApplicationScoped
public class BulkWork {

  /** The job that does a run; its payload is {@code {"runId": …}}. */
  @Produces
  public static final JobKind KIND =
      new JobKind(
          "bulk",
          Lane.BULK,
          JobKind.AS_MANY_AS_FIT,
          null,
          10,
          Duration.ofSeconds(2),
          Set.of("runId"),
          true);

  private static final Logger LOG = Logger.getLogger(BulkWork.class.getName());

  /** More than this is an import's business. */
  private static final int MOST = 100_000;

  private static final int PIECE = 200;

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Actors actors;
  private @Inject AssetList list;
  private @Inject BulkStep step;

  /**
   * Does it, or goes on with it, to its end.
   *
   * @param jobId the outbox node that is done with it
   * @param stop whether to stop after this asset; it is taken up again later
   * @param progress hears how many are done, of a hundred
   */
  public void run(String jobId, String runId, BooleanSupplier stop, LongConsumer progress) {
    Value node = graph.write(tx -> begin(tx, runId));
    if (RunView.isOpen(RunView.of(node).state())) {
      Optional<Actor> actor =
          actors.of(
              node.get("actorId").asString(), Limit.of(node), node.get("requestId").asString());
      if (actor.isEmpty()) {
        fail(jobId, runId, "Who began it can no longer sign in.");
        return;
      }
      try {
        select(actor.get(), node, stop);
      } catch (DomainError.Unavailable e) {
        throw e;
      } catch (DomainError e) {
        fail(jobId, runId, String.valueOf(e.getMessage()));
        return;
      }
      items(actor.get(), runId, stop, progress);
    }
    graph.write(
        tx -> {
          RunView.lock(tx, runId);
          if (RunView.isOpen(RunView.of(RunView.node(tx, runId)).state())) {
            end(tx, runId, BulkState.COMPLETED, null);
          }
          outbox.done(tx, jobId);
          return runId;
        });
  }

  private static Value begin(Transaction tx, String runId) {
    RunView.lock(tx, runId);
    tx.run(
        "MATCH (r:BulkRun {id: $id}) WHERE r.state = 'QUEUED' SET r.state = 'RUNNING'",
        map("id", runId));
    return RunView.node(tx, runId);
  }

  /** Ends a run that cannot be done. */
  public void fail(String jobId, String runId, String problem) {
    LOG.log(Level.WARNING, "Bulk run {0} failed: {1}", new Object[] {runId, problem});
    graph.write(
        tx -> {
          RunView.lock(tx, runId);
          if (RunView.isOpen(RunView.of(RunView.node(tx, runId)).state())) {
            end(tx, runId, BulkState.FAILED, problem);
          }
          outbox.done(tx, jobId);
          return runId;
        });
  }

  static void end(Transaction tx, String runId, BulkState state, @Nullable String problem) {
    tx.run(
        """
        MATCH (r:BulkRun {id: $id})
        SET r.state = $state, r.problem = $problem, r.finishedAt = $now
        """,
        map("id", runId, "state", state, "problem", problem, "now", Instant.now()));
  }

  /** Notes what is meant by a query, page by page; how far it came is on the run. */
  private void select(Actor actor, Value node, BooleanSupplier stop) {
    Value run = node;
    if (run.get("total").isNull()
        && BulkKind.valueOf(run.get("kind").asString()) == BulkKind.UNDO_IMPORT) {
      selectImport(run.get("id").asString(), run.get("undoes").asString());
      return;
    }
    while (run.get("total").isNull()) {
      goOn(stop);
      String runId = run.get("id").asString();
      AssetQuery query = AssetQuery.of(run.get("query").asString());
      query.limit = PIECE;
      query.after = run.get("cursor").asString(null);
      Page<Asset> page = list.find(actor, query);
      long behind = run.get("found").asLong(0);
      List<String> ids = page.items().stream().map(Asset::id).toList();
      if (behind + ids.size() > MOST) {
        throw new DomainError.Conflict(
            "More than %,d assets are meant: narrow the list.".formatted(MOST));
      }
      Value from = run;
      run =
          graph.write(
              tx -> {
                RunView.lock(tx, runId);
                Value now = RunView.node(tx, runId);
                if (now.get("found").asLong(0) == from.get("found").asLong(0)
                    && now.get("total").isNull()) {
                  selected(tx, runId, behind, ids, page.next());
                }
                return RunView.node(tx, runId);
              });
      if (!RunView.isOpen(RunView.of(run).state())) {
        return;
      }
    }
  }

  /** Notes what an import made and changed. */
  private void selectImport(String runId, String importId) {
    graph.write(
        tx -> {
          RunView.lock(tx, runId);
          if (!RunView.node(tx, runId).get("total").isNull()) {
            return 0L;
          }
          long total = ImportItems.note(tx, runId, importId);
          BulkRuns.selected(tx, runId, total);
          return total;
        });
  }

  private static void selected(
      Transaction tx, String runId, long behind, List<String> ids, @Nullable String next) {
    BulkRuns.addItems(tx, runId, behind, ids);
    long found = behind + ids.size();
    tx.run(
        "MATCH (r:BulkRun {id: $id}) SET r.cursor = $next, r.found = $found",
        map("id", runId, "next", next, "found", found));
    if (next == null) {
      BulkRuns.selected(tx, runId, found);
    }
  }

  private void items(Actor actor, String runId, BooleanSupplier stop, LongConsumer progress) {
    long done = 0;
    while (true) {
      List<Value> next = next(runId, done);
      if (next.isEmpty()) {
        return;
      }
      for (Value item : next) {
        goOn(stop);
        if (!step.take(actor, runId, item)) {
          return;
        }
        done = item.get("seq").asLong();
      }
      Value run = graph.read(tx -> RunView.node(tx, runId));
      long total = Math.max(1, run.get("total").asLong(1));
      progress.accept(100 * done / total);
    }
  }

  private List<Value> next(String runId, long after) {
    return graph.read(
        tx ->
            tx.list(
                """
                MATCH (i:BulkItem)
                WHERE i.runId = $run AND i.seq > $after AND i.outcome IS NULL
                RETURN i{.*} AS item
                ORDER BY i.seq LIMIT $piece
                """,
                Map.of("run", runId, "after", after, "piece", PIECE),
                row -> row.get("item")));
  }

  private static void goOn(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new CancellationException("It was interrupted; it goes on with the next asset.");
    }
  }
}
