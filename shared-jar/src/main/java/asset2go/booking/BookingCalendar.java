package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When equipment is taken.
 *
 * @param rows by tag, requests for any of a model first; at most {@link #MOST_ROWS}
 */
public record BookingCalendar(Instant from, Instant to, List<Row> rows) {

  /** More than anybody looks through. */
  public static final int MOST_ROWS = 50;

  /**
   * One asset, or the requests for any of a model.
   *
   * @param periods by time
   */
  public record Row(@Nullable AssetRef asset, @Nullable Ref model, List<BusyPeriod> periods) {}
}
