package asset2go.asset;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks of the edges of assets: who has them, what booked them, what is done to them.
 */
final class RelatedAssets {

  /** Further away than any booking: a window without an end. */
  private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

  private static final String NONE = "none";

  private final Transaction tx;
  private final Actor actor;
  private final AssetFilter filter;

  RelatedAssets(Transaction tx, Actor actor, AssetFilter filter) {
    this.tx = tx;
    this.actor = actor;
    this.filter = filter;
  }

  void read(AssetQuery query) {
    batch(Said.text(query.batch));
    holder(Said.text(query.holder));
    booked(Said.text(query.bookedFrom), Said.text(query.bookedTo));
    workOrder(Said.text(query.workOrder));
  }

  private void batch(@Nullable String batch) {
    if (batch != null) {
      filter.and("EXISTS { (a)-[:FROM_BATCH]->(:Batch {id: $batch}) }", "batch", batch);
      filter.anchor(Anchor.edges("(b:Batch)<-[:FROM_BATCH]-(a:Asset)", "b.id = $batch"));
    }
  }

  private void holder(@Nullable String said) {
    if (said == null) {
      return;
    }
    if (said.equals(NONE)) {
      filter.and("NOT EXISTS { (a)-[:HELD_BY]->() }");
      return;
    }
    Optional<String> label = label(said);
    if (label.isEmpty()) {
      filter.and("false");
      return;
    }
    String id = said.substring(said.indexOf(':') + 1);
    filter.and("EXISTS { (a)-[:HELD_BY]->({id: $holder}) }", "holder", id);
    filter.anchor(
        Anchor.edges("(h:%s)<-[:HELD_BY]-(a:Asset)".formatted(label.get()), "h.id = $holder"));
  }

  /** What it is, where there is such a one that the actor may know of. */
  private Optional<String> label(String said) {
    int colon = said.indexOf(':');
    String id = said.substring(colon + 1);
    List<Holder.Kind> kinds =
        colon < 0 ? List.of(Holder.Kind.values()) : List.of(kind(said.substring(0, colon)));
    return kinds.stream()
        .filter(
            kind ->
                switch (kind) {
                  case PERSON, TEAM -> isThere(kind, id);
                  case LOCATION, ASSET ->
                      !Rights.seen(tx, actor, Custodian.label(kind), List.of(id)).isEmpty();
                })
        .map(Custodian::label)
        .findFirst();
  }

  private boolean isThere(Holder.Kind kind, String id) {
    return tx.one(
            "MATCH (h:%s {id: $id}) RETURN h.id".formatted(Custodian.label(kind)), Map.of("id", id))
        .isPresent();
  }

  private static Holder.Kind kind(String said) {
    return Arrays.stream(Holder.Kind.values())
        .filter(kind -> kind.name().equals(said.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainError.Malformed(
                    "holder", "must be none, an id, or PERSON, TEAM, LOCATION or ASSET:id"));
  }

  /** Bookings that hold have edges of their own, which an index knows by their ends. */
  private void booked(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return;
    }
    LocalDate first = from == null ? LocalDate.EPOCH : Said.day("booked.from", from);
    LocalDate last = to == null ? NEVER : Said.day("booked.to", to);
    filter.parameter("bookedFrom", first.atStartOfDay(ZoneOffset.UTC));
    filter.parameter("bookedTo", last.plusDays(1).atStartOfDay(ZoneOffset.UTC));
    String within = "r.busyTo > $bookedFrom AND r.busyFrom < $bookedTo";
    filter.and("EXISTS { MATCH (a)<-[r:RESERVES]-() WHERE %s }".formatted(within));
    filter.anchor(Anchor.edges("()-[r:RESERVES]->(a:Asset)", within));
  }

  private void workOrder(@Nullable String said) {
    if (said == null) {
      return;
    }
    String open =
        "EXISTS { MATCH (w:WorkOrder) WHERE w.assetId = a.id AND w.id IS NOT NULL"
            + " AND w.active = true }";
    if (Said.either("workOrder", said, "open", NONE)) {
      filter.and(open);
      filter.anchor(
          new Anchor(
              """
              MATCH (w:WorkOrder)
              WHERE w.active = true AND w.sortKey IS NOT NULL AND w.id IS NOT NULL
              MATCH (a:Asset) WHERE a.id = w.assetId
              WITH DISTINCT a
              """));
    } else {
      filter.and("NOT " + open);
    }
  }
}
