package asset2go.cache;

import asset2go.graph.Transaction;
import java.util.List;
import java.util.Map;

/** Which copies a change makes old. */
public final class Touches {

  /** More than a commit names one by one. */
  private static final int MANY = 101;

  private Touches() {}

  /** Under which an asset is kept. */
  public static String asset(String id) {
    return "asset:" + id;
  }

  /**
   * Says in a transaction that a record has been changed. An asset shows its container and its
   * holder by tag, name and status, and where its outermost container is; names of places, people
   * and companies stand in any number of assets. No asset shows a booking or a kit.
   *
   * @param label of the record's node
   */
  public static void changed(Transaction tx, String label, String id) {
    changed(tx, label, List.of(id));
  }

  /** The same of several records with one label. */
  public static void changed(Transaction tx, String label, List<String> ids) {
    if (label.equals("Booking") || label.equals("Kit")) {
      return;
    }
    if (!label.equals("Asset")) {
      tx.touch(Cache.EVERYTHING);
      return;
    }
    ids.forEach(id -> tx.touch(asset(id)));
    List<String> showing =
        tx.list(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})
            CALL {
              WITH a MATCH (a)<-[:CONTAINED_IN*1..20]-(x:Asset) RETURN x.id AS shows LIMIT $many
              UNION
              WITH a MATCH (a)<-[:HELD_BY]-(x:Asset) RETURN x.id AS shows LIMIT $many
            }
            RETURN DISTINCT shows
            """,
            Map.of("ids", ids, "many", MANY),
            row -> row.get("shows").asString());
    showing.forEach(other -> tx.touch(asset(other)));
  }
}
