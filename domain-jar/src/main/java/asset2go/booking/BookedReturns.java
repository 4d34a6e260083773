package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** What comes back of bookings, whichever way it is taken back. */
@ApplicationScoped
public class BookedReturns {

  private @Inject Events events;

  /** Notes that the custody of assets has ended: bookings that they were out for get them back. */
  public void note(Transaction tx, Actor actor, Collection<String> assetIds, Instant now) {
    end(tx, assetIds, now)
        .forEach(
            (id, tags) ->
                events.append(
                    tx,
                    "Booking",
                    id,
                    "CHECKED_IN",
                    actor,
                    now,
                    tags.stream().map(tag -> new Change("asset", tag, null)).toList()));
  }

  /**
   * The same for who writes the events.
   *
   * @return the tags of what came back by the ids of the bookings
   */
  public static Map<String, List<String>> end(
      Transaction tx, Collection<String> assetIds, Instant now) {
    Map<String, List<String>> back = new LinkedHashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})<-[r:RESERVES]-(b:Booking)
            WHERE r.outAt IS NOT NULL AND r.backAt IS NULL
            WITH a, r, b ORDER BY b.id, a.tag
            SET b.touched = true
            SET r.backAt = $now, r.busyTo = $now + duration.between(r.to, r.busyTo)
            RETURN b.id AS id, collect(a.tag) AS tags
            """,
            map("ids", List.copyOf(assetIds), "now", now))
        .forEach(
            row -> back.put(row.get("id").asString(), row.get("tags").asList(Value::asString)));
    back.keySet().forEach(id -> BookingEdges.settle(tx, id, BookingState.COMPLETED, now));
    return back;
  }
}
