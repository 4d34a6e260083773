package asset2go.stocktake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans that are sent together, perhaps long after they were made. */
public record ScanBatch(@NotNull @Size(max = ScanBatch.MOST) @Valid List<One> scans) {

  /** The most scans that are sent at once. */
  public static final int MOST = 200;

  /**
   * One scan.
   *
   * @param id made where the scan was: one that was taken before changes nothing when it is sent
   *     again
   * @param code a tag, a serial number, an id, or what a QR code says
   * @param at when it was scanned; now where missing. Of two scans of an asset the later one counts
   * @param locationId where it was scanned: where missing, somewhere at the stock-take's location
   */
  public record One(
      @NotBlank @Size(max = 64) String id,
      @NotBlank @Size(max = 500) String code,
      @Nullable Instant at,
      @Nullable @Size(max = 64) String locationId) {}
}
