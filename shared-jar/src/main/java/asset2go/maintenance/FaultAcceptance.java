package asset2go.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The work order that is to come of a fault report; its words become the description.
 *
 * @param title what is to be done
 * @param priority NORMAL where missing
 * @param takesOut whether the asset cannot be used meanwhile
 */
public record FaultAcceptance(
    @NotBlank @Size(max = 300) String title,
    @Nullable WorkPriority priority,
    @Nullable Boolean takesOut) {}
