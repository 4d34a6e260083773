package asset2go.asset;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How and for how much an asset was bought.
 *
 * @param price decimal string, such as {@code "1299.90"}
 * @param currency ISO 4217 code of the price
 * @param warrantyUntil last day of the warranty
 */
public record Purchase(
    @Nullable LocalDate date,
    @Nullable
        @Pattern(
            regexp = "-?[0-9]{1,15}(\\.[0-9]{1,6})?",
            message = "must be a decimal number such as 1299.90")
        String price,
    @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        String currency,
    @Nullable @Size(max = 200) String orderNumber,
    @Nullable @Size(max = 200) String supplier,
    @Nullable LocalDate warrantyUntil) {}
