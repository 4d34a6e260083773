package asset2go.asset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the next assets of a list come from, when each way to them leads to many. The planner of
 * Neo4j would gather and sort them all, or walk past all the others, for it knows neither how many
 * a parameter lists nor where in the order they are.
 */
final class AssetPages {

  /** So many rows may be merged for a page: beyond that it is quicker to gather what matches. */
  private static final int MERGED = 30_000;

  /** So many are looked at in the order of the list: of one in a hundred, two hundred are found. */
  private static final int WALKED = 20_000;

  private AssetPages() {}

  /**
   * Queries that bind the next assets, in the order in which they are tried: the first that fills a
   * page is right, and so is the last.
   *
   * @param ways the more selective first
   * @param after whether a page went before
   * @param condition what is left of them
   * @param limit rows that fill a page
   */
  static List<String> of(
      List<Anchor> ways, AssetSort sort, boolean after, String condition, int limit) {
    Optional<String> merged =
        ways.stream()
            .map(Anchor::byValue)
            .flatMap(Stream::ofNullable)
            .filter(values -> values.hasOrder(sort) && (long) values.values() * limit <= MERGED)
            .findFirst()
            .map(values -> values.next(sort, after, condition));
    return merged
        .map(List::of)
        .orElseGet(() -> List.of(walk(sort, after), ways.getFirst().all(sort, after)));
  }

  /** The next so many of all, in order: those that match are soon among them, or far away. */
  private static String walk(AssetSort sort, boolean after) {
    return """
        MATCH (a:Asset) USING INDEX a:Asset(%s, id)
        WHERE %s
        WITH a ORDER BY %s LIMIT %d
        """
        .formatted(sort.property(), sort.range(after), sort.order(), WALKED);
  }
}
