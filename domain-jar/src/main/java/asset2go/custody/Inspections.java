package asset2go.custody;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instant;

import asset2go.asset.Condition;
import asset2go.custody.DamageTrail.Sighting;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.Record;

/**
 * What work on an asset has to say of its condition, also where it was still the same: the end of
 * each work order, and each calibration that was passed, on its day.
 */
final class Inspections {

  private static final int MOST = 200;

  private Inspections() {}

  static List<Sighting> of(Transaction tx, String assetId) {
    return Stream.concat(orders(tx, assetId).stream(), calibrations(tx, assetId).stream()).toList();
  }

  private static List<Sighting> orders(Transaction tx, String assetId) {
    return tx.list(
        """
        MATCH (w:WorkOrder)
        WHERE w.assetId = $asset AND w.id > '' AND w.condition IS NOT NULL
          AND w.finishedAt IS NOT NULL AND w.closedById IS NOT NULL
        RETURN w.finishedAt AS at, w.condition AS condition, w.closedById AS id,
               w.closedByName AS name
        ORDER BY w.id DESC LIMIT $most
        """,
        map("asset", assetId, "most", MOST),
        row ->
            new Sighting(
                instant(row.get("at")),
                Condition.valueOf(row.get("condition").asString()),
                by(row)));
  }

  private static List<Sighting> calibrations(Transaction tx, String assetId) {
    return tx.list(
        """
        MATCH (c:Calibration)
        WHERE c.assetId = $asset AND c.on IS NOT NULL AND c.result = 'PASSED'
        RETURN c.at AS at, c.on AS on, c.byId AS id, c.byName AS name
        ORDER BY c.on DESC LIMIT $most
        """,
        map("asset", assetId, "most", MOST),
        row ->
            new Sighting(
                when(instant(row.get("at")), row.get("on").asLocalDate()),
                Condition.GOOD,
                by(row)));
  }

  /** The moment where it was written down on its day, else the beginning of that. */
  private static Instant when(Instant at, LocalDate on) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).equals(on)
        ? at
        : on.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Ref by(Record row) {
    return new Ref(row.get("id").asString(), row.get("name").asString());
  }
}
