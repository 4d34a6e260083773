package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edges by which a booking takes equipment. RESERVES (an asset) and REQUESTS (any of a model)
 * are live: whoever asks what is free walks those only. What is over becomes RESERVED and
 * REQUESTED, so that years of bookings cost nothing.
 */
final class BookingEdges {

  private BookingEdges() {}

  /** Promises all of a wish, none of which is fetched yet. */
  static void promise(Transaction tx, String id, Terms terms) {
    Wish wish = terms.wish();
    Map<String, @Nullable String> models = Locks.modelsOf(tx, wish.assetIds());
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (int i = 0; i < wish.lines().size(); i++) {
      BookingDraft.Wanted line = wish.lines().get(i);
      Map<String, @Nullable Object> values = new HashMap<>();
      values.put("line", i);
      values.put("asset", line.assetId());
      values.put("model", line.modelId());
      values.put("quantity", Wish.quantity(line));
      Window busy =
          terms.busy(line.modelId() == null ? models.get("" + line.assetId()) : line.modelId());
      values.put("busyFrom", Instant.ofEpochMilli(busy.from()));
      values.put("busyTo", Instant.ofEpochMilli(busy.to()));
      lines.add(values);
    }
    Map<String, @Nullable Object> parameters =
        map("id", id, "lines", lines, "from", wish.from(), "to", wish.to());
    tx.run(
        """
        MATCH (b:Booking {id: $id})
        UNWIND $lines AS line
        MATCH (a:Asset {id: line.asset})
        CREATE (b)-[:RESERVES {line: line.line, from: $from, to: $to,
                               busyFrom: line.busyFrom, busyTo: line.busyTo}]->(a)
        """,
        parameters);
    tx.run(
        """
        MATCH (b:Booking {id: $id})
        UNWIND $lines AS line
        MATCH (m:AssetModel {id: line.model})
        CREATE (b)-[:REQUESTS {line: line.line, from: $from, to: $to, busyFrom: line.busyFrom,
                               busyTo: line.busyTo, quantity: line.quantity,
                               open: line.quantity}]->(m)
        """,
        parameters);
  }

  /** Takes all promises back, as if they had never been made. */
  static void drop(Transaction tx, String id) {
    tx.run("MATCH (:Booking {id: $id})-[r:RESERVES|REQUESTS]->() DELETE r", Map.of("id", id));
  }

  /** Moves the end of all that is out or still to be fetched. */
  static void extend(Transaction tx, String id, Wish wish) {
    tx.run(
        """
        MATCH (:Booking {id: $id})-[r:RESERVES|REQUESTS]->()
        WHERE r.backAt IS NULL
        SET r.busyTo = $to + duration.between(r.to, r.busyTo), r.to = $to
        """,
        map("id", id, "to", wish.to()));
  }

  /**
   * Gives up what has not been fetched, and says how the booking stands after that.
   *
   * @param end the state where nothing is out
   */
  static BookingState release(Transaction tx, String id, BookingState end, Instant now) {
    tx.run(
        """
        MATCH (b:Booking {id: $id})-[r:RESERVES]->(a)
        WHERE r.outAt IS NULL
        CREATE (b)-[past:RESERVED]->(a)
        SET past = properties(r)
        DELETE r
        """,
        Map.of("id", id));
    tx.run("MATCH (:Booking {id: $id})-[r:REQUESTS]->() SET r.open = 0", Map.of("id", id));
    return settle(tx, id, end, now);
  }

  /**
   * Brings the state of a booking in line with what of it is out and what is still to be fetched.
   *
   * @param otherwise the state where nothing is out and nothing to be fetched any more
   */
  static BookingState settle(Transaction tx, String id, BookingState otherwise, Instant now) {
    var row =
        tx.one(
                """
                MATCH (b:Booking {id: $id})
                RETURN EXISTS { MATCH (b)-[r:RESERVES]->()
                                WHERE r.outAt IS NOT NULL AND r.backAt IS NULL } AS out,
                       EXISTS { MATCH (b)-[r:RESERVES]->() WHERE r.outAt IS NULL }
                         OR EXISTS { MATCH (b)-[r:REQUESTS]->() WHERE r.open > 0 } AS open
                """,
                Map.of("id", id))
            .orElseThrow();
    BookingState state =
        row.get("out").asBoolean()
            ? BookingState.CHECKED_OUT
            : row.get("open").asBoolean() ? BookingState.CONFIRMED : otherwise;
    if (!state.isLive()) {
      close(tx, id);
    }
    tx.run(
        """
        MATCH (b:Booking {id: $id})
        SET b.state = $state, b.updatedAt = $now, b.version = b.version + 1
        """,
        map("id", id, "state", state, "now", now));
    return state;
  }

  private static void close(Transaction tx, String id) {
    for (String live : List.of("RESERVES", "REQUESTS")) {
      tx.run(
          """
          MATCH (b:Booking {id: $id})-[r:%s]->(x)
          CREATE (b)-[past:%s]->(x)
          SET past = properties(r)
          DELETE r
          """
              .formatted(live, live.equals("RESERVES") ? "RESERVED" : "REQUESTED"),
          Map.of("id", id));
    }
  }
}
