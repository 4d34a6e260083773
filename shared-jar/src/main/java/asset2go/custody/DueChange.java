package asset2go.custody;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another day by which items are to come back, whoever has them.
 *
 * @param due null: they may stay
 * @param notes why
 */
public record DueChange(
    @NotEmpty @Size(max = CheckOut.MOST) @Valid List<BasketItem> items,
    @Nullable LocalDate due,
    @Nullable @Size(max = 2000) String notes) {}
