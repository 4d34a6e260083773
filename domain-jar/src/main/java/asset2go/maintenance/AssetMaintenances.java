package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** How assets are kept fit for use, at a glance. */
@ApplicationScoped
public class AssetMaintenances {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final int SHOWN = 10;

  /** More times than this in one year are not added up. */
  private static final int MOST = 10_000;

  private @Inject Graph graph;

  public AssetMaintenance get(Actor actor, String assetId) {
    return graph.read(tx -> of(tx, actor, assetId, Instant.now()));
  }

  static AssetMaintenance of(Transaction tx, Actor actor, String assetId, Instant now) {
    if (Rights.seen(tx, actor, "Asset", List.of(assetId)).isEmpty()) {
      throw new DomainError.NotFound("asset", assetId);
    }
    Instant since = now.minus(YEAR);
    List<Downtime> downtimes = Downtimes.of(tx, assetId, since, MOST);
    List<Calibration> calibrations = Calibrations.latest(tx, assetId, SHOWN);
    return new AssetMaintenance(
        open(tx, assetId),
        downtimes.stream()
            .filter(one -> one.to() == null)
            .map(Downtime::from)
            .findFirst()
            .orElse(null),
        Downtimes.length(downtimes, since, now).toMinutes(),
        downtimes.stream().limit(SHOWN).toList(),
        costs(tx, assetId, since),
        Meters.of(tx, assetId),
        DueDates.of(tx, assetId),
        state(calibrations),
        calibrations);
  }

  private static @Nullable CalibrationState state(List<Calibration> latest) {
    if (latest.isEmpty()) {
      return null;
    }
    Calibration last = latest.get(0);
    return CalibrationBook.state(last.result().name(), last.validUntil(), Calibrated.today());
  }

  private static long open(Transaction tx, String assetId) {
    return tx.one(
            """
            MATCH (w:WorkOrder)
            WHERE w.assetId = $asset AND w.id > '' AND w.active = true
            RETURN count(w) AS n
            """,
            map("asset", assetId))
        .map(row -> row.get("n").asLong())
        .orElse(0L);
  }

  private static List<AssetMaintenance.Cost> costs(Transaction tx, String assetId, Instant since) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Record row :
        tx.rows(
            """
            MATCH (w:WorkOrder)
            WHERE w.assetId = $asset AND w.id > '' AND w.finishedAt > $since
              AND w.currency IS NOT NULL
            RETURN w.cost AS cost, w.parts AS parts, w.currency AS currency
            """,
            map("asset", assetId, "since", since))) {
      BigDecimal total =
          WorkOrderFields.total(
              WorkOrderView.decimal(row.get("cost")), OrderLines.parts(row.get("parts")));
      String currency = Values.text(row.get("currency"));
      if (total != null && currency != null) {
        sums.merge(currency, total, BigDecimal::add);
      }
    }
    return sums.entrySet().stream()
        .map(one -> new AssetMaintenance.Cost(one.getValue(), one.getKey()))
        .toList();
  }
}
