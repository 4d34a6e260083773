package asset2go.booking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A booking that comes again.
 *
 * @param booking its first occurrence
 * @param skipClashes whether to book the others where some cannot be had; nothing is booked then
 *     where it is missing or false
 */
public record BookingSeriesDraft(
    @NotNull @Valid BookingDraft booking,
    @NotNull @Valid BookingRepeat repeat,
    @Nullable Boolean skipClashes) {}
