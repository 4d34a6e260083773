package asset2go.booking;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a booking is approved or rejected. */
public record BookingDecision(@Nullable @Size(max = 2000) String reason) {}
