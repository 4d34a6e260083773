package asset2go.importing;

import asset2go.asset.AssetEvent.Change;
import asset2go.booking.BookedReturns;
import asset2go.graph.Transaction;
import java.util.List;

/** Bookings that get back what a file says nobody has any more. */
final class BookedBack {

  private BookedBack() {}

  /** Notes it; the assets are locked. */
  static void note(Transaction tx, Scope scope, List<String> assetIds) {
    if (!assetIds.isEmpty()) {
      BookedReturns.end(tx, assetIds, scope.now())
          .forEach(
              (id, tags) ->
                  Trail.append(
                      tx,
                      scope,
                      "Booking",
                      id,
                      "CHECKED_IN",
                      tags.stream().map(tag -> new Change("asset", tag, null)).toList()));
    }
  }
}
