package asset2go.booking;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetRef;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Cut;
import asset2go.page.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The bookings that assets are taken from by being out in a window: those that take one of them,
 * and those that ask for any of a model of which too few remain. What somebody learns of a booking
 * {@link BookingSight} decides, which goes by {@link asset2go.right.Scope}.
 */
final class OutageHits {

  /** More edges are not read. */
  private static final int MOST = 10_000;

  /** Models of which the rest is counted. */
  private static final int MODELS = 500;

  private static final Duration TIME = Duration.ofSeconds(3);

  private static final String SHOWN =
      """
      b{.id, .state, .purpose, .from, .to, .personId} AS booking,
      [(b)-[:BOOKED_FOR]->(p) | p{.id, .name}][0] AS person
      """;

  private final Transaction tx;
  private final Actor actor;
  private final Instant from;
  private final Instant to;
  private final Instant now;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private @Nullable Cut cut;

  OutageHits(Transaction tx, Actor actor, Instant from, Instant to, Instant now) {
    this.tx = tx;
    this.actor = actor;
    this.from = from;
    this.to = to;
    this.now = now;
  }

  /** A booking that is hit. */
  private record Found(Record row, List<AssetRef> assets, List<Outage.Shortage> shortages) {

    Outage.Hit hit() {
      Value b = row.get("booking");
      Ref person = Values.ref(row.get("person"));
      return new Outage.Hit(
          b.get("id").asString(),
          BookingState.valueOf(b.get("state").asString()),
          person == null ? new Ref(b.get("personId").asString(), "?") : person,
          text(b.get("purpose")),
          instant(b.get("from")),
          instant(b.get("to")),
          assets,
          shortages);
    }
  }

  /** Looks for those that are hit where these assets are out. */
  void look(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    lookAtReservations(all);
    lookAtModels(all);
  }

  private void lookAtReservations(List<String> ids) {
    List<Record> rows =
        tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})<-[r:RESERVES]-(b:Booking)
            WHERE r.from < $to AND r.backAt IS NULL
              AND (r.to > $from OR r.outAt IS NOT NULL) AND %s AND %s
            WITH a, b ORDER BY b.from, b.id, a.tag LIMIT $most
            RETURN a{.id, .tag, .name, .status} AS asset, %s
            """
                .formatted(BookingSight.booking(actor), BookingSight.asset(actor, "a"), SHOWN),
            parameters("ids", ids));
    rows.forEach(row -> found(row).assets().add(BookingView.asset(row.get("asset"))));
    if (rows.size() == MOST) {
      cut = Cut.SIZE;
    }
  }

  private void lookAtModels(List<String> ids) {
    List<Record> models =
        tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})-[:OF_MODEL]->(m:AssetModel)
            WHERE a.status IN $bookable
            WITH m, collect(a.id) AS failing
            WHERE EXISTS {
              MATCH (m)<-[r:REQUESTS]-(:Booking)
              WHERE r.open > 0 AND r.from < $to AND r.to > $from
            }
            RETURN m{.id, .name} AS model, failing ORDER BY m.id LIMIT $models
            """,
            parameters("ids", ids));
    long end = System.nanoTime() + TIME.toNanos();
    for (Record row : models) {
      if (System.nanoTime() - end > 0) {
        cut = Cut.TIME;
        return;
      }
      Ref model = Objects.requireNonNull(Values.ref(row.get("model")));
      lookAtModel(model, row.get("failing").asList(Value::asString));
    }
    if (models.size() == MODELS) {
      cut = Cut.SIZE;
    }
  }

  private void lookAtModel(Ref model, List<String> failing) {
    Stocks stocks = new Stocks(tx, now, "");
    List<Demand> demands = stocks.demands(model.id());
    Map<String, Integer> missing =
        Shortages.of(stocks.ofModel(model.id()), failing, demands, Window.of(from, to));
    tx.rows(
            """
            UNWIND $bookings AS id
            MATCH (b:Booking {id: id})-[r:REQUESTS]->(m:AssetModel {id: $model})
            WHERE %s AND %s
            RETURN r.open AS open, %s
            """
                .formatted(BookingSight.booking(actor), BookingSight.model(actor, "m"), SHOWN),
            parameters("bookings", List.copyOf(missing.keySet()), "model", model.id()))
        .forEach(
            row -> {
              String id = row.get("booking").get("id").asString();
              int missed = Objects.requireNonNull(missing.get(id));
              found(row)
                  .shortages()
                  .add(new Outage.Shortage(model, row.get("open").asInt(), missed));
            });
  }

  private Found found(Record row) {
    return found.computeIfAbsent(
        row.get("booking").get("id").asString(),
        id -> new Found(row, new ArrayList<>(), new ArrayList<>()));
  }

  private Map<String, @Nullable Object> parameters(@Nullable Object... more) {
    Map<String, @Nullable Object> parameters = BookingSight.parameters(actor);
    parameters.putAll(
        map(
            "from", from,
            "to", to,
            "bookable", Stocks.BOOKABLE,
            "most", MOST,
            "models", MODELS));
    parameters.putAll(map(more));
    return parameters;
  }

  /** Those that were found, by their beginning. */
  List<Outage.Hit> bookings() {
    return found.values().stream()
        .map(Found::hit)
        .sorted(Comparator.comparing(Outage.Hit::from).thenComparing(Outage.Hit::id))
        .toList();
  }

  /** Why there may be more; null where there is not. */
  @Nullable Cut cut() {
    return cut;
  }
}
