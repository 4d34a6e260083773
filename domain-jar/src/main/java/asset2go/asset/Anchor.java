package asset2go.asset;

import static java.util.stream.Collectors.joining;

import asset2go.graph.Transaction;
import asset2go.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A way to the assets of a list that does not lead past all others: an index, or the edges of what
 * they belong to.
 *
 * @param cypher binds {@code a}; a WHERE may follow
 * @param byValue where they have one of several values of a property
 */
record Anchor(String cypher, @Nullable ByValue byValue) {

  /** So few may all be read and sorted for a page. */
  private static final int FEW = (int) Page.COUNT_LIMIT;

  Anchor(String cypher) {
    this(cypher, null);
  }

  /** By a range index of these properties; the condition says something of each. */
  static Anchor index(String properties, String condition) {
    return new Anchor(
        "MATCH (a:Asset) USING INDEX SEEK a:Asset(%s)\nWHERE %s\nWITH a\n"
            .formatted(properties, condition));
  }

  /** By edges; several of them may lead to the same asset. */
  static Anchor edges(String pattern, String condition) {
    return new Anchor("MATCH %s\nWHERE %s\nWITH DISTINCT a\n".formatted(pattern, condition));
  }

  Anchor withValues(ByValue values) {
    return new Anchor(cypher, values);
  }

  /** Binds them all, from an index that has the order where there is one. */
  String all(AssetSort sort, boolean after) {
    return byValue != null && byValue.hasOrder(sort) ? byValue.all(sort, after) : cypher;
  }

  /**
   * The one that leads to the fewest, where those are few: counted, but no further than that. How
   * many a value has is not what the planner of Neo4j could know: it is a parameter to it. Nothing
   * where each leads to many.
   */
  static Optional<Anchor> best(
      Transaction tx, List<Anchor> anchors, Map<String, @Nullable Object> parameters) {
    if (anchors.isEmpty()) {
      return Optional.empty();
    }
    String counts =
        IntStream.range(0, anchors.size())
            .mapToObj(
                i ->
                    "CALL {\n%sWITH a LIMIT %d\nRETURN count(a) AS n%d\n}\n"
                        .formatted(anchors.get(i).cypher(), FEW + 1, i))
            .collect(joining());
    String all =
        IntStream.range(0, anchors.size()).mapToObj(i -> "n" + i).collect(joining(", ", "[", "]"));
    List<Long> found =
        tx.one(counts + "RETURN " + all + " AS counts", parameters)
            .orElseThrow()
            .get("counts")
            .asList(value -> value.asLong());
    int best =
        IntStream.range(0, found.size())
            .reduce(0, (one, other) -> found.get(other) < found.get(one) ? other : one);
    return found.get(best) <= FEW ? Optional.of(anchors.get(best)) : Optional.empty();
  }
}
