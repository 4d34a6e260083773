package asset2go.asset;

import asset2go.problem.DomainError;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An order of a list of assets: by a property that is never null and has a range index with the id,
 * so that a page is read from the index and nothing is sorted.
 */
record AssetSort(String property, boolean descending) {

  static final AssetSort BY_TAG = new AssetSort("tag", false);
  private static final Set<String> TIMES = Set.of("createdAt", "updatedAt");
  private static final Set<String> PROPERTIES =
      Set.of("tag", "name", "status", "createdAt", "updatedAt");

  /**
   * Reads {@code ?sort=}.
   *
   * @throws DomainError.Malformed for a field that cannot be sorted by
   */
  static AssetSort parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return BY_TAG;
    }
    boolean descending = text.startsWith("-");
    String property = descending ? text.substring(1) : text;
    if (!PROPERTIES.contains(property)) {
      throw new DomainError.Malformed(
          "sort", "must be one of tag, name, status, createdAt, updatedAt, perhaps with - before");
    }
    return new AssetSort(property, descending);
  }

  /**
   * Condition that begins the page. It names both properties of the index, since one of which
   * nothing is said keeps Neo4j from using it, and says "behind" without an OR, which would make it
   * look twice.
   */
  String range(boolean after) {
    if (!after) {
      return "a.%s IS NOT NULL AND a.id IS NOT NULL".formatted(property);
    }
    return """
        a.%1$s %2$s= $afterKey AND a.id IS NOT NULL
          AND NOT (a.%1$s = $afterKey AND a.id %3$s= $afterId)\
        """
        .formatted(property, descending ? "<" : ">", descending ? ">" : "<");
  }

  String order() {
    return descending
        ? "a.%s DESC, a.id DESC".formatted(property)
        : "a.%s, a.id".formatted(property);
  }

  String keyOf(Record row) {
    Value value = row.get("asset").get(property);
    return TIMES.contains(property) ? value.asZonedDateTime().toString() : value.asString();
  }

  Object key(String text) {
    try {
      return TIMES.contains(property) ? ZonedDateTime.parse(text) : text;
    } catch (DateTimeParseException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }
}
