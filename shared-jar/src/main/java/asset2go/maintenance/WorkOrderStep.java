package asset2go.maintenance;

import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A step of a work order on the board, asked for.
 *
 * @param to the column it goes to
 * @param resolution what was found and done; for DONE and CANCELLED
 * @param condition in which the asset is after that
 * @param assetTo what becomes of the asset with DONE or CANCELLED, such as OUT_OF_SERVICE; where it
 *     is missing, what the work took out goes back to where it was: to who has it, or AVAILABLE
 * @param calibration what a calibration found; required for its DONE, and for nothing else
 */
public record WorkOrderStep(
    @NotNull WorkOrderState to,
    @Nullable @Size(max = 10_000) String resolution,
    @Nullable Condition condition,
    @Nullable EquipmentStatus assetTo,
    @Nullable @Valid CalibrationDraft calibration) {}
