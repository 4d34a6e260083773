package asset2go.maintenance;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a meter of an asset shows.
 *
 * @param meter its name; one that is not there yet is made
 * @param unit of a meter that is not there yet, such as {@code h}
 * @param value not less than it showed before
 * @param replaced whether the meter was exchanged or has begun anew: counting goes on from what was
 *     there
 */
public record Reading(
    @NotBlank @Size(max = 100) String meter,
    @Nullable @Size(max = 20) String unit,
    @NotNull @DecimalMin("0") @DecimalMax("1000000000000") Double value,
    @Nullable Boolean replaced) {}
