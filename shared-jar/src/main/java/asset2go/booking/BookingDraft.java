package asset2go.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking to be made, or changed.
 *
 * @param personId for whom; the caller where missing
 * @param zone IANA name of a time zone; UTC where missing
 * @param lines each asset, each model and each kit at most once
 */
public record BookingDraft(
    @Nullable @Size(max = 2000) String purpose,
    @Nullable @Size(max = 100) String personId,
    @NotNull Instant from,
    @NotNull Instant to,
    @Nullable @Size(max = 60) String zone,
    @NotEmpty @Size(max = 100) List<@Valid @NotNull Wanted> lines) {

  /**
   * An asset, or any so many of a model, or so many kits: for these the models that fill their
   * slots are chosen and stand in the booking.
   *
   * @param quantity of a model or a kit; 1 where missing
   */
  public record Wanted(
      @Nullable @Size(max = 100) String assetId,
      @Nullable @Size(max = 100) String modelId,
      @Nullable @Size(max = 100) String kitId,
      @Nullable @Min(1) @Max(1000) Integer quantity) {

    public static Wanted asset(String id) {
      return new Wanted(id, null, null, null);
    }

    public static Wanted ofModel(String id, int quantity) {
      return new Wanted(null, id, null, quantity);
    }

    public static Wanted ofKit(String id, int quantity) {
      return new Wanted(null, null, id, quantity);
    }
  }
}
