package asset2go.stocktake;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import asset2go.right.Scope;
import asset2go.stocktake.StockTake.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads stock-takes as the API shows them. */
final class TakeView {

  /** What to return for a stock-take that is bound to {@code s}. */
  static final String COLUMNS =
      """
      s{.*} AS take,
      coalesce([(s)-[:OVER]->(over) | over.name][0], s.overName) AS over
      """;

  private TakeView() {}

  /**
   * One that an actor may see. It carries the place and the company that it is about, as an asset
   * does: whoever would see an asset there sees it. One of a category is about everything.
   */
  static StockTake one(Transaction tx, Actor actor, String id) {
    Scope scope = actor.scope();
    return tx.one(
            "MATCH (s:StockTake {id: $id}) WHERE %s RETURN %s".formatted(scope.asset("s"), COLUMNS),
            scope.with("id", id))
        .map(TakeView::of)
        .orElseThrow(() -> new DomainError.NotFound("stock-take", id));
  }

  /** The same, locked by writing to it before: whatever changes an item does so first. */
  static StockTake lock(Transaction tx, Actor actor, String id) {
    tx.run("MATCH (s:StockTake {id: $id}) SET s.touched = true", Map.of("id", id));
    return one(tx, actor, id);
  }

  /** The same, for somebody who holds one of these roles over all that it is about. */
  static StockTake lock(Transaction tx, Actor actor, String id, RoleName... any) {
    StockTake take = lock(tx, actor, id);
    Ref place = take.location();
    if (place != null) {
      Rights.requireStillAt(tx, actor, place.id(), any);
    } else if (!actor.holds(any)) {
      throw new DomainError.Forbidden("Your role does not allow this.");
    }
    return take;
  }

  static void move(Transaction tx, String id, State state) {
    tx.run(
        """
        MATCH (s:StockTake {id: $id})
        SET s.state = $state, s.open = CASE WHEN $ended THEN null ELSE true END
        """,
        Map.of("id", id, "state", state.name(), "ended", isEnded(state)));
  }

  static boolean isEnded(State state) {
    return state == State.CLOSED || state == State.CANCELLED;
  }

  static StockTake of(Record row) {
    Value s = row.get("take");
    Ref over = new Ref(s.get("overId").asString(), row.get("over").asString());
    boolean place = s.get("overKind").asString().equals("LOCATION");
    return new StockTake(
        s.get("id").asString(),
        s.get("name").asString(),
        State.valueOf(s.get("state").asString()),
        place ? over : null,
        place ? null : over,
        s.get("includeAway").asBoolean(),
        new StockTake.Counts(
            count(s, Tally.EXPECTED),
            count(s, Tally.of(Outcome.PENDING)),
            count(s, Tally.of(Outcome.FOUND)),
            count(s, Tally.of(Outcome.WRONG_PLACE)),
            count(s, Tally.of(Outcome.UNEXPECTED)),
            count(s, Tally.of(Outcome.MISSING)),
            count(s, Tally.of(Outcome.LEFT)),
            count(s, Tally.UNKNOWN)),
        new StockTake.Reviews(
            count(s, Tally.of(Review.PROPOSED)),
            count(s, Tally.of(Review.ACCEPTED)),
            count(s, Tally.of(Review.DISMISSED)),
            count(s, Tally.of(Review.DONE)),
            count(s, Tally.of(Review.REFUSED))),
        new Ref(s.get("openedById").asString(), s.get("openedByName").asString()),
        instant(s.get("openedAt")),
        who(s.get("closedById"), s.get("closedByName")),
        instantOrNull(s.get("closedAt")));
  }

  private static long count(Value take, String counter) {
    return take.get(counter).asLong(0);
  }

  static @Nullable Ref who(Value id, Value name) {
    return id.isNull() ? null : new Ref(id.asString(), name.asString());
  }
}
