package asset2go.booking;

import asset2go.asset.Condition;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes back from a booking.
 *
 * @param assetIds those that come back; all that are out where missing
 * @param condition in which they come back; GOOD where missing
 */
public record BookingCheckIn(
    @Nullable @Size(max = 200) List<@NotNull String> assetIds, @Nullable Condition condition) {}
