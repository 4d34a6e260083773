package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.booking.BookedReturns;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Bookings that get back what a file says nobody has any more. */
final class BookedBack {

  private BookedBack() {}

  /** Notes it; the assets are locked. */
  static void note(Transaction tx, Scope scope, List<String> assetIds) {
    if (!assetIds.isEmpty()) {
      BookedReturns.end(tx, assetIds, scope.now()).forEach((id, tags) -> note(tx, scope, id, tags));
    }
  }

  private static void note(Transaction tx, Scope scope, String id, List<String> tags) {
    Record last =
        tx.one(
                "MATCH (b:Booking {id: $id}) RETURN b.eventSeq AS seq, b.eventHash AS hash",
                Map.of("id", id))
            .orElseThrow();
    Chain chain = new Chain(id, last.get("seq").asLong(0), Values.text(last.get("hash")));
    chain.append(
        scope, "CHECKED_IN", tags.stream().map(tag -> new Change("asset", tag, null)).toList());
    tx.run(
        "MATCH (b:Booking {id: $id}) SET b.eventSeq = $seq, b.eventHash = $hash",
        map("id", id, "seq", chain.seq(), "hash", chain.hash()));
    Events.write(tx, "Booking", chain.events());
  }
}
