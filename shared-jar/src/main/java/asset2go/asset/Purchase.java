package asset2go.asset;

import asset2go.page.Ref;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How, from whom and for how much an asset was bought.
 *
 * @param price decimal string, such as {@code "1299.90"}
 * @param currency ISO 4217 code of the price
 * @param supplierId of a supplier in the catalogue
 * @param supplier that supplier's name; a request may name it instead of giving its id
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
    @Nullable String supplierId,
    @Nullable @Size(max = 300) String supplier,
    @Nullable LocalDate warrantyUntil) {

  /** Nothing is known of it. */
  public static final Purchase NONE = new Purchase(null, null, null, null, null, null, null);

  /** The same from somebody else, or from nobody known. */
  public Purchase from(@Nullable Ref seller) {
    return new Purchase(
        date,
        price,
        currency,
        orderNumber,
        seller == null ? null : seller.id(),
        seller == null ? null : seller.name(),
        warrantyUntil);
  }
}
