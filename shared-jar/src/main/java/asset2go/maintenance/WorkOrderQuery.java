package asset2go.maintenance;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of work orders is narrowed to; all of it together, nothing of it required. */
public final class WorkOrderQuery {

  /**
   * {@code active} (the most pressing first), {@code overdue}, {@code closed}, or a state of the
   * board in lower case, such as {@code in-progress}; all where missing.
   */
  @QueryParam("state")
  public @Nullable String state;

  /** Id of an asset: its service history. */
  @QueryParam("asset")
  public @Nullable String asset;

  /** Id of a person: what they have to do. */
  @QueryParam("assignee")
  public @Nullable String assignee;

  /** Id of a plan: what it opened. */
  @QueryParam("plan")
  public @Nullable String plan;

  /** {@code repair}, {@code service}, {@code inspection} or {@code calibration}. */
  @QueryParam("kind")
  public @Nullable String kind;

  /** Part of its number or title, or of the tag of its asset. */
  @QueryParam("q")
  public @Nullable String q;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;
}
