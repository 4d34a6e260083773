package asset2go.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That nothing comes of a fault report.
 *
 * @param reason why; whoever reads reports reads it
 */
public record FaultRejection(@NotBlank @Size(max = 1000) String reason) {}
