package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.page.Ref;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What is expected: gathered piece by piece, place by place or model by model in the order of their
 * ids. How far it has come stands on the stock-take, moved in the transaction of each piece, so
 * that whoever takes it up goes on behind the last one.
 */
final class Expectation {

  private static final int PIECE = 1000;

  /** So many places or models are looked through for one piece. */
  private static final int CHUNK = 50;

  private Expectation() {}

  /**
   * Gathers a piece; the stock-take is locked.
   *
   * @return whether there may be more
   */
  static boolean gather(Transaction tx, StockTake take) {
    Record cursor =
        tx.one(
                "MATCH (s:StockTake {id: $id}) RETURN s.gatherFrom AS from, s.gatherAfter AS after",
                Map.of("id", take.id()))
            .orElseThrow();
    String from = cursor.get("from").asString("");
    String after = cursor.get("after").asString("");
    List<String> left = buckets(tx, take).stream().filter(id -> id.compareTo(from) >= 0).toList();
    List<String> chunk = left.stream().limit(CHUNK).toList();
    List<Record> found = find(tx, take, chunk, from, after);
    write(tx, take, found);
    boolean full = found.size() == PIECE;
    if (full) {
      Record last = found.get(PIECE - 1);
      remember(tx, take, last.get("bucket").asString(), last.get("id").asString());
    } else if (left.size() > CHUNK) {
      remember(tx, take, left.get(CHUNK), null);
    }
    return full || left.size() > CHUNK;
  }

  /** Places or models, in the order of their ids. */
  private static List<String> buckets(Transaction tx, StockTake take) {
    Ref over = take.location() == null ? take.category() : take.location();
    return tx.list(
        take.location() == null
            ? """
              MATCH (:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m:AssetModel)
              RETURN DISTINCT m.id AS id ORDER BY id
              """
            : """
              MATCH (:Location {id: $id})<-[:WITHIN*0..30]-(l:Location)
              RETURN DISTINCT l.id AS id ORDER BY id
              """,
        map("id", over == null ? "" : over.id()),
        row -> row.get("id").asString());
  }

  private static List<Record> find(
      Transaction tx, StockTake take, List<String> chunk, String from, String after) {
    return tx.rows(
        """
        UNWIND $starts AS start
        CALL {
          WITH start
          MATCH (a:Asset)
          WHERE a.%1$s = start.bucket AND a.id > start.after AND a.status IN $statuses
          RETURN a.id AS id
          ORDER BY a.%1$s, a.id LIMIT $piece
        }
        WITH start.bucket AS bucket, id
        ORDER BY bucket, id LIMIT $piece
        RETURN bucket, id
        """
            .formatted(take.location() == null ? "modelId" : "rootLocationId"),
        map(
            "starts",
            chunk.stream()
                .map(id -> map("bucket", id, "after", id.equals(from) ? after : ""))
                .toList(),
            "statuses",
            Judgement.expected(take.includeAway()),
            "piece",
            PIECE));
  }

  /** One that was moved to a later place meanwhile is there already. */
  private static void write(Transaction tx, StockTake take, List<Record> found) {
    long count =
        tx.one(
                """
                UNWIND $ids AS id
                MATCH (a:Asset {id: id})
                WHERE NOT EXISTS { MATCH (:StockTakeItem {takeId: $take, assetId: id}) }
                CREATE (i:StockTakeItem {takeId: $take, assetId: id, tag: a.tag, expected: true,
                                         outcome: $pending, status: a.status,
                                         placeId: a.rootLocationId})
                CREATE (i)-[:OF]->(a)
                RETURN count(i) AS n
                """,
                map(
                    "ids",
                    found.stream().map(row -> row.get("id").asString()).toList(),
                    "take",
                    take.id(),
                    "pending",
                    Outcome.PENDING))
            .orElseThrow()
            .get("n")
            .asLong();
    new Tally()
        .add(Tally.EXPECTED, count)
        .outcome(null, Outcome.PENDING, count)
        .write(tx, take.id());
  }

  private static void remember(
      Transaction tx, StockTake take, String bucket, @Nullable String after) {
    tx.run(
        "MATCH (s:StockTake {id: $id}) SET s.gatherFrom = $from, s.gatherAfter = $after",
        map("id", take.id(), "from", bucket, "after", after));
  }
}
