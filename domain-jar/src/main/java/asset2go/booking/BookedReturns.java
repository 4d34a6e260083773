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
import java.util.List;
import org.neo4j.driver.Record;

/** What comes back of bookings, whichever way it is taken back. */
@ApplicationScoped
public class BookedReturns {

  private @Inject Events events;

  /** Notes that the custody of assets has ended: bookings that they were out for get them back. */
  public void note(Transaction tx, Actor actor, Collection<String> assetIds, Instant now) {
    List<Record> bookings =
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
            map("ids", List.copyOf(assetIds), "now", now));
    for (Record row : bookings) {
      String id = row.get("id").asString();
      BookingEdges.settle(tx, id, BookingState.COMPLETED, now);
      events.append(
          tx,
          "Booking",
          id,
          "CHECKED_IN",
          actor,
          now,
          row.get("tags").asList(tag -> new Change("asset", tag.asString(), null)));
    }
  }
}
