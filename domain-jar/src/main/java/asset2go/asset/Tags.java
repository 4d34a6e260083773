package asset2go.asset;

import asset2go.graph.Transaction;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Makes tags for assets that came without one: {@code A2G-000001} and so on, for each company. */
public final class Tags {

  private Tags() {}

  /** New tags of a company, none of which is taken; the counter stays locked until the commit. */
  public static List<String> next(Transaction tx, String companyId, int count) {
    while (true) {
      long last =
          tx.one(
                  """
                  MERGE (c:TagCounter {companyId: $companyId})
                  SET c.last = coalesce(c.last, 0) + $count
                  RETURN c.last AS last
                  """,
                  Map.of("companyId", companyId, "count", count))
              .orElseThrow()
              .get("last")
              .asLong();
      List<String> tags =
          LongStream.rangeClosed(last - count + 1, last).mapToObj("A2G-%06d"::formatted).toList();
      boolean taken =
          tx.one(
                  """
                  MATCH (a:Asset)
                  WHERE a.companyId = $companyId AND a.tag IN $tags
                  RETURN a.id LIMIT 1
                  """,
                  Map.of("companyId", companyId, "tags", tags))
              .isPresent();
      if (!taken) {
        return tags;
      }
    }
  }
}
