package asset2go.graph;

import static asset2go.graph.Parameters.map;

import asset2go.page.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What somebody wants to see of a list that is ordered by (key, id). The statement that reads it
 * knows {@code $key} and {@code $id}, behind which the page begins (null for the first one), takes
 * {@code $limit} rows, and returns {@code key} and {@code id} among its columns.
 *
 * @param limit rows of a page
 * @param after the last row of the page before, null for the first page
 */
public record Slice(int limit, @Nullable Keyset after) {

  /**
   * @throws asset2go.problem.DomainError.Malformed for a limit or a cursor that is none
   */
  public static Slice of(@Nullable Integer limit, @Nullable String after) {
    return new Slice(Limits.page(limit), after == null ? null : Keyset.parse(after));
  }

  /** The statement's parameters, and more of them from alternating names and values. */
  public Map<String, @Nullable Object> parameters(@Nullable Object... more) {
    Map<String, @Nullable Object> parameters = map(more);
    parameters.put("key", after == null ? null : after.key());
    parameters.put("id", after == null ? null : after.id());
    // One more than is shown tells whether there is a next page.
    parameters.put("limit", limit + 1);
    return parameters;
  }

  /** The page that was read. */
  public <T> Page<T> page(List<Record> rows, Function<Record, T> item) {
    String next = null;
    if (rows.size() > limit) {
      Record last = rows.get(limit - 1);
      next = new Keyset(last.get("key").asString(), last.get("id").asString()).cursor();
    }
    return new Page<>(rows.stream().limit(limit).map(item).toList(), next, null);
  }
}
