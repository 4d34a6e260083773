package asset2go.audit;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What the audit trail is narrowed to; all of it together, nothing of it required. */
public final class AuditQuery {

  /** Id of who did it. */
  @QueryParam("actor")
  public @Nullable String actor;

  /** Id of what it happened to. */
  @QueryParam("subject")
  public @Nullable String subject;

  /** What kind of thing that is, such as {@code Asset} or {@code Team}; several with commas. */
  @QueryParam("of")
  public @Nullable String of;

  /** What happened, such as {@code CHANGED}; several with commas. */
  @QueryParam("kind")
  public @Nullable String kind;

  /** The first day, or the moment, from which on. */
  @QueryParam("from")
  public @Nullable String from;

  /** The last day, all of it, or the moment until which. Days are those of UTC. */
  @QueryParam("to")
  public @Nullable String to;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;
}
