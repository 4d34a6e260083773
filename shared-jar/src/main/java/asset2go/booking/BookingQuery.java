package asset2go.booking;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list of bookings is narrowed to; all of it together, nothing of it required. */
public final class BookingQuery {

  /** Those that go on after this moment. */
  @QueryParam("from")
  public @Nullable Instant from;

  /** Those that begin before this moment. */
  @QueryParam("to")
  public @Nullable Instant to;

  /** Id of an asset that is booked, or was fetched for a request. */
  @QueryParam("asset")
  public @Nullable String asset;

  /** Id of a model of which any are booked. */
  @QueryParam("model")
  public @Nullable String model;

  /** Id of the person it is for. */
  @QueryParam("person")
  public @Nullable String person;

  /** Id of a series. */
  @QueryParam("series")
  public @Nullable String series;

  /** States, separated by commas. */
  @QueryParam("state")
  public @Nullable String state;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;
}
