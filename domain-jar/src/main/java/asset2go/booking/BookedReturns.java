package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What comes back of a booking, whichever way it is taken back. */
@ApplicationScoped
public class BookedReturns {

  private @Inject Events events;

  /** Notes that the custody of an asset has ended: a booking that it was out for gets it back. */
  public void note(Transaction tx, Actor actor, String assetId, Instant now) {
    List<String> bookings =
        tx.list(
            """
            MATCH (a:Asset {id: $id})<-[r:RESERVES]-(b:Booking)
            WHERE r.outAt IS NOT NULL AND r.backAt IS NULL
            SET b.touched = true
            SET r.backAt = $now, r.busyTo = $now + duration.between(r.to, r.busyTo)
            RETURN DISTINCT b.id AS id
            """,
            map("id", assetId, "now", now),
            row -> row.get("id").asString());
    for (String id : bookings) {
      BookingEdges.settle(tx, id, BookingState.COMPLETED, now);
      events.append(tx, "Booking", id, "CHECKED_IN", actor, now, List.of(change(tx, assetId)));
    }
  }

  private static Change change(Transaction tx, String assetId) {
    return new Change(
        "asset",
        tx.one("MATCH (a:Asset {id: $id}) RETURN a.tag AS tag", Map.of("id", assetId))
            .orElseThrow()
            .get("tag")
            .asString(),
        null);
  }
}
