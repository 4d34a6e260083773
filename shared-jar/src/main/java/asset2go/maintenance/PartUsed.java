package asset2go.maintenance;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part that went into a work order.
 *
 * @param quantity how many, or how much: decimal string
 * @param unitPrice of one, in the currency of the work order: decimal string
 */
public record PartUsed(
    @NotBlank @Size(max = 300) String name,
    @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 9, fraction = 3)
        BigDecimal quantity,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal unitPrice) {

  /** What it cost, nothing where that is not known. */
  public BigDecimal price() {
    return unitPrice == null ? BigDecimal.ZERO : unitPrice.multiply(quantity);
  }
}
