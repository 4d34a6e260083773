package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Actors;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.right.Limit;
import asset2go.stocktake.StockTake.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;

/**
 * Takes a stock-take along through the states in which there is work to do: a piece in each
 * transaction. What a piece or two do is done with the request that asks for it; a job does the
 * rest.
 */
@ApplicationScoped
public class Progress {

  private @Inject Actors actors;
  private @Inject Corrections corrections;
  private @Inject Events events;
  private @Inject Outbox outbox;

  /** Does the first piece and looks whether it was the last one; a job does what is left. */
  void begin(Transaction tx, Actor actor, String takeId) {
    boolean more = step(tx, takeId);
    if (more && step(tx, takeId)) {
      order(tx, actor, takeId);
    }
  }

  /** Has a job take it up. */
  void order(Transaction tx, Actor actor, String takeId) {
    String data = Json.createObjectBuilder().add("takeId", takeId).build().toString();
    outbox.append(tx, new Job(StockTakeWork.KIND, data, actor.requestId()));
  }

  /**
   * Does a piece.
   *
   * @return whether there may be more
   */
  boolean step(Transaction tx, String takeId) {
    StockTake take = TakeView.lock(tx, Actor.system("stock-take"), takeId);
    switch (take.state()) {
      case PREPARING -> {
        return Expectation.gather(tx, take) || reached(tx, takeId, State.COUNTING);
      }
      case COMPARING -> {
        return Comparison.compare(tx, take) || reached(tx, takeId, State.REVIEWING);
      }
      case CLOSING -> {
        return close(tx, take);
      }
      default -> {
        return false;
      }
    }
  }

  private static boolean reached(Transaction tx, String takeId, State state) {
    TakeView.move(tx, takeId, state);
    return false;
  }

  private boolean close(Transaction tx, StockTake take) {
    Instant now = Instant.now();
    Actor actor = closer(tx, take.id());
    if (corrections.write(tx, actor, take, now)) {
      return true;
    }
    TakeView.move(tx, take.id(), State.CLOSED);
    tx.run("MATCH (s:StockTake {id: $id}) SET s.closedAt = $now", map("id", take.id(), "now", now));
    events.append(tx, "StockTake", take.id(), "CLOSED", actor, now, result(take));
    return false;
  }

  private static List<Change> result(StockTake take) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("state", State.CLOSING.name(), State.CLOSED.name()));
    changes.add(new Change("corrected", null, String.valueOf(take.reviews().done())));
    changes.add(new Change("refused", null, String.valueOf(take.reviews().refused())));
    return changes;
  }

  /**
   * Whoever closed it corrects, with the rights of this moment, and no more of them than the token
   * had by which they closed it; with none where they are gone.
   */
  private Actor closer(Transaction tx, String takeId) {
    Record row =
        tx.one(
                """
                MATCH (s:StockTake {id: $id})
                RETURN s.closedById AS id, s.closedByName AS name, s.closedRequest AS request,
                       s.limitRole AS limitRole, s.limitOver AS limitOver
                """,
                Map.of("id", takeId))
            .orElseThrow();
    String id = row.get("id").asString();
    String request = row.get("request").asString();
    return actors
        .of(id, Limit.of(row), request)
        .orElseGet(() -> new Actor(id, row.get("name").asString(), Set.of(), request));
  }
}
