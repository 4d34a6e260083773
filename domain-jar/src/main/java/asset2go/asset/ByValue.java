package asset2go.asset;

import java.util.Map;
import java.util.Set;

/**
 * Assets that have one of several values of a property, with an index that has those of each value
 * in the order of a list.
 *
 * @param property of an asset
 * @param parameter the values
 * @param values how many there are
 */
record ByValue(String property, String parameter, int values) {

  /** What the indexes of {@code V033__Orders.cypher} begin with, and the orders that they have. */
  private static final Map<String, Set<String>> ORDERS =
      Map.of(
          "rootLocationId", Set.of("tag"),
          "modelId", Set.of("tag", "name"),
          "status", Set.of("tag"));

  boolean hasOrder(AssetSort sort) {
    return ORDERS.getOrDefault(property, Set.of()).contains(sort.property());
  }

  /** Binds all of them; what they are sorted by comes out of the index, too. */
  String all(AssetSort sort, boolean after) {
    return "MATCH (a:Asset) USING INDEX SEEK a:Asset(%1$s, %2$s, id)\nWHERE a.%1$s IN $%3$s AND %4$s\nWITH a\n"
        .formatted(property, sort.property(), parameter, sort.range(after));
  }

  /**
   * Binds the next ones in order, {@code $limit} of each value at the most: where a value has very
   * many, most of them are not even looked at.
   */
  String next(AssetSort sort, boolean after, String condition) {
    return """
        UNWIND $%3$s AS one
        CALL (one) {
          MATCH (a:Asset) USING INDEX SEEK a:Asset(%1$s, %2$s, id)
          WHERE a.%1$s = one AND %4$s
          WITH a ORDER BY a.%1$s%6$s, %5$s
          WHERE %7$s
          RETURN a LIMIT $limit
        }
        WITH a
        """
        .formatted(
            property,
            sort.property(),
            parameter,
            sort.range(after),
            sort.order(),
            sort.descending() ? " DESC" : "",
            condition);
  }
}
