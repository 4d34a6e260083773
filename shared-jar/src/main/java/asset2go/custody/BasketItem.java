package asset2go.custody;

import asset2go.asset.Condition;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One asset of a basket.
 *
 * @param asset its id, its tag, its serial number or what its QR code says
 * @param condition in which it is; that of the basket where missing
 * @param notes about this one; those of the basket where missing
 */
public record BasketItem(
    @NotBlank @Size(max = 500) String asset,
    @Nullable Condition condition,
    @Nullable @Size(max = 2000) String notes) {}
