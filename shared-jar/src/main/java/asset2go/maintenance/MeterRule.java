package asset2go.maintenance;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whenever a meter has counted so much more.
 *
 * @param name of the meter, on each asset that the plan covers
 * @param every so much
 * @param firstAt total at which it is due first; where missing, so much from now on
 */
public record MeterRule(
    @NotBlank @Size(max = 100) String name,
    @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000000") Double every,
    @Nullable @DecimalMin("0") @DecimalMax("1000000000000") Double firstAt) {

  /** The next total behind one, in steps from another. */
  public double after(double total, double from) {
    double steps = Math.max(1, Math.floor((total - from) / every) + 1);
    return from + steps * every;
  }
}
