package asset2go.asset;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an asset, asked for.
 *
 * @param to the status to reach
 * @param from the status that the caller believes it has; refused with 409 where it has another
 * @param custodian who takes it, for CHECKED_OUT
 * @param due day by which it is to come back
 * @param method how it is disposed of: sold, scrapped, donated…
 */
public record Transition(
    @NotNull EquipmentStatus to,
    @Nullable EquipmentStatus from,
    @Nullable @Size(max = 2000) String reason,
    @Nullable Condition condition,
    @Nullable Holder custodian,
    @Nullable LocalDate due,
    @Nullable @Size(max = 200) String method) {}
