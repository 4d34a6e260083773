package asset2go.custody;

import asset2go.asset.Condition;
import asset2go.asset.Holder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A basket that is handed to somebody, or passed on to somebody else.
 *
 * @param to who takes it: a person, a team, a location or an asset
 * @param due day by which it is to come back
 */
public record CheckOut(
    @NotEmpty @Size(max = CheckOut.MOST) @Valid List<BasketItem> items,
    @NotNull Holder to,
    @Nullable LocalDate due,
    @Nullable Condition condition,
    @Nullable @Size(max = 2000) String notes) {

  /** The most items that change hands at once. */
  public static final int MOST = 200;
}
