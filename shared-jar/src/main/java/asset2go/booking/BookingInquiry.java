package asset2go.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to book: asked while they choose.
 *
 * @param bookingId a booking of theirs that is to be changed, and so does not stand in its own way
 */
public record BookingInquiry(
    @NotNull Instant from,
    @NotNull Instant to,
    @NotEmpty @Size(max = 100) List<BookingDraft.@Valid @NotNull Wanted> lines,
    @Nullable @Size(max = 100) String bookingId) {}
