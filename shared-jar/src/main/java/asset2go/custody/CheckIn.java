package asset2go.custody;

import asset2go.asset.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back: a whole basket, or a part of it. Each item needs a condition. */
public record CheckIn(
    @NotEmpty @Size(max = CheckOut.MOST) @Valid List<BasketItem> items,
    @Nullable Condition condition,
    @Nullable @Size(max = 2000) String notes) {}
