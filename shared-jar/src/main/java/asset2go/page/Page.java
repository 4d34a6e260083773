package asset2go.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key, never by offset.
 *
 * @param items the rows of this page, in the order of the list
 * @param next opaque cursor for {@code ?after=}, null on the last page
 * @param total how many there are in all, counted up to {@link #COUNT_LIMIT}; null where not
 *     counted
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {

  /** Counting stops here: a total one above it means "more than {@value}". */
  public static final long COUNT_LIMIT = 10_000;

  /** The most rows a page can have. */
  public static final int MAX_LIMIT = 200;
}
