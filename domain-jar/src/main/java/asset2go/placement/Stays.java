package asset2go.placement;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the history of where an asset or a location stands. Whoever calls holds the lock of its
 * tree, or the subject itself is new.
 */
public final class Stays {

  private Stays() {}

  /**
   * Ends the stay that lasts.
   *
   * @param label of the subject: {@code Asset} or {@code Location}
   * @return from when the next may last: now, but not before the last one began or ended. Clocks of
   *     servers differ, and who waited for the lock longest has the oldest time in hand
   */
  public static Instant end(Transaction tx, String label, String subjectId, Instant now) {
    return end(tx, label, List.of(subjectId), now).getOrDefault(subjectId, now);
  }

  /** The same of several; what never stood anywhere is not in the answer. */
  public static Map<String, Instant> end(
      Transaction tx, String label, Collection<String> subjectIds, Instant now) {
    Map<String, Instant> left = new HashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (:%s {id: id})<-[:OF]-(p:Placement)
            WITH id, p, p.to IS NULL AS lasts,
                 CASE WHEN p.to IS NOT NULL THEN p.to WHEN p.from > $now THEN p.from ELSE $now END
                   AS ended
            FOREACH (one IN CASE WHEN lasts THEN [p] ELSE [] END |
              SET one.to = ended, one.subjectId = id)
            RETURN id, max(ended) AS ended
            """
                .formatted(label),
            map("ids", subjectIds, "now", now))
        .forEach(
            row -> {
              Instant ended = Values.instant(row.get("ended"));
              left.put(row.get("id").asString(), ended.isAfter(now) ? ended : now);
            });
    return left;
  }

  /** Begins one. */
  public static void begin(
      Transaction tx,
      String label,
      String subjectId,
      String placeLabel,
      String placeId,
      Instant from) {
    tx.run(
        """
        MATCH (s:%s {id: $id}), (place:%s {id: $placeId})
        CREATE (p:Placement {id: $placementId, subjectId: $id, from: $from})
        CREATE (p)-[:OF]->(s)
        CREATE (p)-[:IN]->(place)
        """
            .formatted(label, placeLabel),
        map("id", subjectId, "placeId", placeId, "placementId", Ids.next(), "from", from));
  }
}
