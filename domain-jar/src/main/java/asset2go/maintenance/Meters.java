package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Steps;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** What is counted on assets, and every reading of it. */
@ApplicationScoped
public class Meters {

  private static final int MOST = 100;

  private @Inject Graph graph;
  private @Inject Steps steps;
  private @Inject Events events;
  private @Inject DueOrders dueOrders;

  /** Records a reading and opens what that makes due; a meter that is not there yet is made. */
  public AssetMaintenance read(Actor actor, String assetId, Reading reading) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Actor here = Rights.require(tx, actor, assetId, Duty.HANDLE.roles());
          Asset asset = steps.lock(tx, List.of(assetId)).get(assetId);
          if (asset == null) {
            throw new DomainError.NotFound("asset", assetId);
          }
          String key = Folding.fold(reading.meter());
          Meter before = find(tx, assetId, key).orElse(null);
          write(tx, here, assetId, key, before, reading, now);
          events.append(tx, "Asset", assetId, "METER_READ", actor, now, changes(before, reading));
          dueOrders.reached(tx, here, asset, key, now);
          return AssetMaintenances.of(tx, actor, assetId, now);
        });
  }

  private static List<Change> changes(@Nullable Meter before, Reading reading) {
    String was = before == null ? null : text(before.name(), before.value(), before.unit());
    String unit = before == null ? reading.unit() : before.unit();
    String name = before == null ? reading.meter().strip() : before.name();
    return List.of(new Change("meter", was, text(name, reading.value(), unit)));
  }

  private static String text(String name, double value, @Nullable String unit) {
    String number = java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return name + ": " + number + (unit == null ? "" : " " + unit);
  }

  private static void write(
      Transaction tx,
      Actor actor,
      String assetId,
      String key,
      @Nullable Meter before,
      Reading reading,
      Instant now) {
    boolean replaced = Boolean.TRUE.equals(reading.replaced());
    if (before != null && !replaced && reading.value() < before.value()) {
      throw new DomainError.Invalid(
          "value",
          Fault.OUT_OF_RANGE,
          "it showed %s before; say that it was replaced, if it was"
              .formatted(text(before.name(), before.value(), before.unit())));
    }
    double counted = before == null ? 0 : before.total() - (replaced ? 0 : before.value());
    tx.run(
        """
        MATCH (a:Asset {id: $asset})
        MERGE (m:Meter {assetId: $asset, nameKey: $key})
        ON CREATE SET m.id = $meterId, m.name = $name, m.unit = $unit
        MERGE (m)-[:OF]->(a)
        SET m.value = $value, m.total = $value + $counted, m.readAt = $now, m.readBy = $by
        CREATE (:Reading {id: $readingId, value: $value, total: $value + $counted, at: $now,
                          byId: $byId, by: $by, replaced: $replaced})-[:OF]->(m)
        """,
        map(
            "asset", assetId,
            "key", key,
            "meterId", Ids.next(),
            "readingId", Ids.next(),
            "name", reading.meter().strip(),
            "unit", reading.unit(),
            "value", reading.value(),
            "counted", counted,
            "replaced", replaced ? true : null,
            "byId", actor.id(),
            "by", actor.name(),
            "now", now));
  }

  static List<Meter> of(Transaction tx, String assetId) {
    return tx.list(
        """
        MATCH (m:Meter)
        WHERE m.assetId = $asset AND m.nameKey > ''
        RETURN m{.*} AS meter
        ORDER BY m.nameKey LIMIT $most
        """,
        map("asset", assetId, "most", MOST),
        row -> meter(row.get("meter")));
  }

  private static Optional<Meter> find(Transaction tx, String assetId, String key) {
    return tx.one(
            "MATCH (m:Meter {assetId: $asset, nameKey: $key}) RETURN m{.*} AS meter",
            map("asset", assetId, "key", key))
        .map(row -> meter(row.get("meter")));
  }

  private static Meter meter(Value m) {
    return new Meter(
        m.get("id").asString(),
        m.get("name").asString(),
        Values.text(m.get("unit")),
        m.get("value").asDouble(),
        m.get("total").asDouble(),
        Values.instant(m.get("readAt")),
        m.get("readBy").asString());
  }
}
