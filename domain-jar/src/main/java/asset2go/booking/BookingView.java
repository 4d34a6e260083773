package asset2go.booking;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetRef;
import asset2go.asset.EquipmentStatus;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads bookings as the API shows them. */
final class BookingView {

  private static final String COLUMNS =
      """
      b{.*} AS booking,
      [(b)-[:BOOKED_FOR]->(p) | p{.id, .name}][0] AS person,
      COLLECT {
        MATCH (b)-[r:REQUESTS|REQUESTED]->(m) WHERE %s
        RETURN r{.line, .quantity, .open, model: m{.id, .name}}
      } AS requests,
      COLLECT {
        MATCH (b)-[r:RESERVES|RESERVED]->(a) WHERE %s
        RETURN r{.line, .outAt, .backAt, live: type(r) = 'RESERVES', asset: a{.id, .tag, .name, .status}} ORDER BY r.outAt
      } AS reservations,
      [(b)-[r:FOR_KIT]->(k) | {kit: k{.id, .name}, quantity: r.quantity}] AS kits
      """;

  private BookingView() {}

  /** What to return for a booking that is bound to {@code b}, as the actor sees it. */
  static String columns(Actor actor) {
    return COLUMNS.formatted(BookingSight.model(actor, "m"), BookingSight.asset(actor, "a"));
  }

  /** One with all there is, for rules. */
  static Booking whole(Transaction tx, String id) {
    return one(tx, Actor.system(id), id);
  }

  /**
   * One that the actor may see.
   *
   * @throws DomainError.NotFound also for one that they may not see
   */
  static Booking one(Transaction tx, Actor actor, String id) {
    Map<String, @Nullable Object> parameters = BookingSight.parameters(actor);
    parameters.put("id", id);
    return tx.one(
            "MATCH (b:Booking {id: $id}) WHERE %s RETURN %s"
                .formatted(BookingSight.booking(actor), columns(actor)),
            parameters)
        .map(BookingView::of)
        .orElseThrow(() -> new DomainError.NotFound("booking", id));
  }

  static Booking of(Record row) {
    Value b = row.get("booking");
    Value person = row.get("person");
    return new Booking(
        b.get("id").asString(),
        BookingState.valueOf(b.get("state").asString()),
        text(b.get("purpose")),
        person.isNull()
            ? new Ref(b.get("personId").asString(), "?")
            : Objects.requireNonNull(asset2go.graph.Values.ref(person)),
        new Ref(b.get("bookedById").asString(), b.get("bookedByName").asString()),
        instant(b.get("from")),
        instant(b.get("to")),
        b.get("zone").asString(),
        text(b.get("seriesId")),
        lines(row),
        row.get("kits")
            .asList(
                one ->
                    new Booking.Kits(
                        Objects.requireNonNull(asset2go.graph.Values.ref(one.get("kit"))),
                        one.get("quantity").asInt())),
        instant(b.get("createdAt")),
        instant(b.get("updatedAt")),
        b.get("version").asLong());
  }

  private static List<Booking.Line> lines(Record row) {
    List<Value> reservations = row.get("reservations").asList(value -> value);
    Map<Integer, Booking.Line> lines = new TreeMap<>();
    for (Value request : row.get("requests").asList(value -> value)) {
      int number = request.get("line").asInt();
      lines.put(
          number,
          new Booking.Line(
              null,
              asset2go.graph.Values.ref(request.get("model")),
              request.get("quantity").asInt(),
              request.get("open").asInt(),
              fetched(reservations, number)));
    }
    for (Value reservation : reservations) {
      int number = reservation.get("line").asInt();
      lines.computeIfAbsent(
          number,
          line ->
              new Booking.Line(
                  asset(reservation.get("asset")),
                  null,
                  1,
                  reservation.get("live").asBoolean() && reservation.get("outAt").isNull() ? 1 : 0,
                  fetched(reservations, line)));
    }
    return List.copyOf(lines.values());
  }

  private static List<Booking.Fetched> fetched(List<Value> reservations, int line) {
    return reservations.stream()
        .filter(one -> one.get("line").asInt() == line && !one.get("outAt").isNull())
        .map(
            one ->
                new Booking.Fetched(
                    asset(one.get("asset")),
                    instant(one.get("outAt")),
                    instantOrNull(one.get("backAt"))))
        .toList();
  }

  static AssetRef asset(Value a) {
    return new AssetRef(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        EquipmentStatus.valueOf(a.get("status").asString()));
  }
}
