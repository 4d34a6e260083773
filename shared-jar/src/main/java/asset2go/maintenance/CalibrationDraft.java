package asset2go.maintenance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a calibration found; comes with the step of its work order to DONE.
 *
 * @param result whether the asset is as it should be
 * @param on day on which it was compared; today where missing
 * @param validUntil last day on which it counts; required where it was passed
 * @param deviation what was measured, in words
 * @param certificate number of the certificate
 * @param by who compared it: a person or a laboratory
 */
public record CalibrationDraft(
    Calibration.@NotNull Result result,
    @Nullable LocalDate on,
    @Nullable LocalDate validUntil,
    @Nullable @Size(max = 4000) String deviation,
    @Nullable @Size(max = 200) String certificate,
    @Nullable @Size(max = 300) String by) {}
