package asset2go.booking;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Ref;
import asset2go.right.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Certain assets instead of any of a model, for those who see some assets of that model only: what
 * they cannot see they must not get, and how much there is of it they must not learn.
 *
 * @param wish with assets in the place of such models
 * @param shortage where there are too few; null where there are enough
 */
record Picks(Wish wish, @Nullable BookingCheck shortage) {

  /** Whether somebody sees all assets of a model, wherever they are. */
  static boolean seesAll(Actor actor, String modelId) {
    return !actor.scope().over(null, modelId, "").isEmpty() || actor.scope().isEverything();
  }

  /**
   * Picks them; the models of the wish are locked where it is to be booked.
   *
   * @param known ids of what is booked already
   * @param except id of the booking that is about to change; empty for none
   */
  static Picks of(
      Transaction tx,
      Actor actor,
      Wish wish,
      Collection<String> known,
      Instant now,
      String except) {
    List<Wanted> lines = new ArrayList<>();
    Set<String> taken = new HashSet<>(wish.assetIds());
    for (Wanted line : wish.lines()) {
      String modelId = line.modelId();
      if (modelId == null || known.contains(modelId) || seesAll(actor, modelId)) {
        lines.add(line);
        continue;
      }
      int quantity = Wish.quantity(line);
      List<String> picked = pick(tx, actor, wish, line, taken, now, except);
      if (picked.size() < quantity) {
        return new Picks(wish, shortage(tx, modelId, quantity, picked.size()));
      }
      taken.addAll(picked);
      picked.forEach(id -> lines.add(Wanted.asset(id)));
    }
    return new Picks(new Wish(wish.from(), wish.to(), lines), null);
  }

  /** Assets of a model that can be had beside those that are named. */
  static List<String> pick(
      Transaction tx,
      Actor actor,
      Wish wish,
      Wanted line,
      Set<String> named,
      Instant now,
      String except) {
    String modelId = Objects.requireNonNull(line.modelId());
    Wish own = new Wish(wish.from(), wish.to(), List.of(line));
    Window window = Terms.of(tx, actor, own, java.util.Map.of()).busy(modelId);
    return pick(
        new Stocks(tx, now, except),
        modelId,
        candidates(tx, actor, modelId),
        Wish.quantity(line),
        named,
        window);
  }

  /** So many of these candidates that nobody else needs in a window. */
  static List<String> pick(
      Stocks stocks,
      String modelId,
      List<String> candidates,
      int quantity,
      Set<String> named,
      Window window) {
    List<Demand> promised = stocks.demands(modelId);
    Stock before = stocks.ofModel(modelId);
    Stock after = before;
    for (String id : named) {
      // Where one is not of this model, it is not among them, and does no harm.
      after = candidates.contains(id) ? after.with(id, window) : after;
    }
    List<String> picked = new ArrayList<>();
    boolean freeOnesAreNeeded = false;
    for (String id : mostTakenFirst(candidates, before)) {
      boolean never = !after.taken().containsKey(id);
      if (picked.size() < quantity
          && !named.contains(id)
          && !(never && freeOnesAreNeeded)
          && !after.isTaken(id, window)) {
        Stock with = after.with(id, window);
        if (Availability.accepts(before, with, promised, List.of(), window)) {
          picked.add(id);
          after = with;
        } else {
          freeOnesAreNeeded |= never;
        }
      }
    }
    return picked;
  }

  /** What is taken at other times is of less use to others than what never is. */
  private static List<String> mostTakenFirst(List<String> ids, Stock stock) {
    return ids.stream()
        .sorted(
            Comparator.comparing(
                id -> -stock.taken().getOrDefault(id, List.of()).size(), Integer::compare))
        .toList();
  }

  private static List<String> candidates(Transaction tx, Actor actor, String modelId) {
    Scope bookers = actor.scope().where(Duty.BOOK.roles());
    return tx.list(
        """
        MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)
        WHERE a.status IN $bookable AND %s
        RETURN a.id AS id ORDER BY a.tag, a.id
        """
            .formatted(bookers.asset("a")),
        bookers.with("id", modelId, "bookable", Stocks.BOOKABLE),
        row -> row.get("id").asString());
  }

  private static BookingCheck shortage(Transaction tx, String modelId, int quantity, int free) {
    Ref model =
        tx.one(
                "MATCH (m:AssetModel {id: $id}) RETURN m{.id, .name} AS model",
                java.util.Map.of("id", modelId))
            .map(Picks::model)
            .orElse(null);
    return new BookingCheck(
        false,
        false,
        List.of(new BookingCheck.Line(null, model, quantity, free, List.of())),
        List.of());
  }

  private static @Nullable Ref model(Record row) {
    return Values.ref(row.get("model"));
  }
}
