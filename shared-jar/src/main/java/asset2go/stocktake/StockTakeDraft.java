package asset2go.stocktake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A stock-take that is to begin: of a location or of a category.
 *
 * @param locationId counted with all below it
 * @param categoryId counted with all below it, wherever it stands
 * @param includeAway whether what is checked out or in maintenance is expected, too
 */
public record StockTakeDraft(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 64) String locationId,
    @Nullable @Size(max = 64) String categoryId,
    @Nullable Boolean includeAway) {}
