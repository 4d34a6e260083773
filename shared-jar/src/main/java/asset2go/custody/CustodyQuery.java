package asset2go.custody;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of custodies is narrowed to; all of it together, nothing of it required. */
public final class CustodyQuery {

  /** {@code open}, {@code overdue} or {@code ended}; all where missing. */
  @QueryParam("state")
  public @Nullable String state;

  /** Id of the person, team, location or asset that has or had it. */
  @QueryParam("holder")
  public @Nullable String holder;

  /** Id of a basket: what was handed over together. */
  @QueryParam("basket")
  public @Nullable String basket;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;
}
