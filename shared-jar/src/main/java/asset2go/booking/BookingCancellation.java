package asset2go.booking;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a booking is called off. */
public record BookingCancellation(@Nullable @Size(max = 2000) String reason) {}
