package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Plan;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The times in which assets could not be used, whoever took them out: noted where the status is
 * written, in the same transaction.
 */
public final class Downtimes {

  private static final Set<EquipmentStatus> DOWN =
      EnumSet.of(EquipmentStatus.IN_MAINTENANCE, EquipmentStatus.OUT_OF_SERVICE);

  private Downtimes() {}

  /**
   * A status that is written.
   *
   * @param assetId locked, or new
   */
  public record Shift(String assetId, EquipmentStatus from, EquipmentStatus to) {
    boolean begins() {
      return !DOWN.contains(from) && DOWN.contains(to);
    }

    boolean ends() {
      return DOWN.contains(from) && !DOWN.contains(to);
    }
  }

  /** Notes what begins and what ends with these steps; their assets are locked. */
  public static void notePlans(Transaction tx, List<Plan> plans, Instant now) {
    note(
        tx,
        plans.stream()
            .map(plan -> new Shift(plan.asset().id(), plan.asset().status(), plan.to()))
            .toList(),
        now);
  }

  /** Notes what begins and what ends. */
  public static void note(Transaction tx, List<Shift> shifts, Instant now) {
    List<String> ending = shifts.stream().filter(Shift::ends).map(Shift::assetId).toList();
    if (!ending.isEmpty()) {
      tx.run(
          """
          UNWIND $ids AS id
          MATCH (d:Downtime)
          WHERE d.assetId = id AND d.from IS NOT NULL AND d.to IS NULL
          SET d.to = $now
          """,
          map("ids", ending, "now", now));
    }
    List<String> beginning = shifts.stream().filter(Shift::begins).map(Shift::assetId).toList();
    if (!beginning.isEmpty()) {
      tx.run(
          """
          UNWIND $rows AS row
          MATCH (a:Asset {id: row.asset})
          CREATE (:Downtime {id: row.id, assetId: a.id, from: $now})-[:OF]->(a)
          """,
          map(
              "rows",
              beginning.stream().map(id -> map("asset", id, "id", Ids.next())).toList(),
              "now",
              now));
    }
  }

  /** The latest that reach behind a moment, newest first. */
  static List<Downtime> of(Transaction tx, String assetId, Instant since, int most) {
    return tx.list(
        """
        MATCH (d:Downtime)
        WHERE d.assetId = $asset AND d.from IS NOT NULL AND (d.to IS NULL OR d.to > $since)
        RETURN d.from AS from, d.to AS to
        ORDER BY d.from DESC
        LIMIT $most
        """,
        map("asset", assetId, "since", since, "most", most),
        row -> new Downtime(Values.instant(row.get("from")), Values.instantOrNull(row.get("to"))));
  }

  /** How long they were between two moments. */
  static Duration length(List<Downtime> downtimes, Instant since, Instant now) {
    Duration sum = Duration.ZERO;
    for (Downtime one : downtimes) {
      Instant from = one.from().isBefore(since) ? since : one.from();
      Instant to = one.to() == null || one.to().isAfter(now) ? now : one.to();
      if (to.isAfter(from)) {
        sum = sum.plus(Duration.between(from, to));
      }
    }
    return sum;
  }
}
