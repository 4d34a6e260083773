package asset2go.graph;

import asset2go.page.Page;
import asset2go.problem.DomainError;
import org.jspecify.annotations.Nullable;

/** How long a page may be. */
public final class Limits {

  private static final int USUAL = 50;

  private Limits() {}

  /**
   * The limit asked for, or the usual one.
   *
   * @throws DomainError.Malformed outside 1 to {@value Page#MAX_LIMIT}
   */
  public static int page(@Nullable Integer asked) {
    return within("limit", asked, USUAL, Page.MAX_LIMIT);
  }

  /**
   * A number asked for, or the usual one.
   *
   * @throws DomainError.Malformed outside 1 to {@code most}
   */
  public static int within(String field, @Nullable Integer asked, int usual, int most) {
    if (asked == null) {
      return usual;
    }
    if (asked < 1 || asked > most) {
      throw new DomainError.Malformed(field, "must be from 1 to " + most);
    }
    return asked;
  }
}
