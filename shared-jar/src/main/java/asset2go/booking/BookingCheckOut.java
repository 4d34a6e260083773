package asset2go.booking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is handed out for a booking.
 *
 * @param assetIds assets that were booked, or that are of a booked model; where missing, every
 *     asset that was booked by itself and is not out yet
 */
public record BookingCheckOut(@Nullable @Size(max = 200) List<@NotNull String> assetIds) {}
