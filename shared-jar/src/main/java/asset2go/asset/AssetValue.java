package asset2go.asset;

import asset2go.catalogue.Depreciation;
import asset2go.page.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an asset is worth on a day by the depreciation of its category.
 *
 * @param value decimal string; null where no price is known, on a day before the purchase, and
 *     where it depreciates from an unknown day
 * @param currency ISO 4217 code of value and price
 * @param price that was paid
 * @param bought day of the purchase
 * @param depreciation that applies; null for none: it keeps its value
 * @param category that the depreciation is defined for, the asset's own or one above it
 */
public record AssetValue(
    LocalDate on,
    @Nullable String value,
    @Nullable String currency,
    @Nullable String price,
    @Nullable LocalDate bought,
    @Nullable Depreciation depreciation,
    @Nullable Ref category) {}
