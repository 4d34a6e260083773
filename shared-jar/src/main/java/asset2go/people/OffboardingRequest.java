package asset2go.people;

import asset2go.asset.Condition;
import asset2go.asset.Holder;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves.
 *
 * @param transferTo who takes over what they have; where missing it all comes back. A person takes
 *     over their work orders, too; else these are nobody's
 * @param due day by which who takes over is to give it back
 * @param condition in which it comes back; required where it does
 */
public record OffboardingRequest(
    @Nullable Holder transferTo,
    @Nullable LocalDate due,
    @Nullable Condition condition,
    @Nullable @Size(max = 2000) String notes) {}
