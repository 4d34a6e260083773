package asset2go.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A fault, reported.
 *
 * @param assetId as it stands at the end of the QR code
 * @param text what is wrong
 * @param name who says so, if they want to
 * @param contact where they can be asked, if they want to
 */
public record FaultReportDraft(
    @NotBlank @Size(max = 64) String assetId,
    @NotBlank @Size(max = 4000) String text,
    @Nullable @Size(max = 200) String name,
    @Nullable @Size(max = 300) String contact) {}
