package asset2go.maintenance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a work order is made from; what its parts mean says {@link WorkOrder}.
 *
 * @param assetId never changes
 * @param kind REPAIR where missing
 * @param priority NORMAL where missing
 * @param takesOut false where missing
 */
public record WorkOrderDraft(
    @NotBlank String assetId,
    @NotBlank @Size(max = 300) String title,
    @Nullable WorkKind kind,
    @Nullable WorkPriority priority,
    @Nullable @Size(max = 10_000) String description,
    @Nullable String assigneeId,
    @Nullable LocalDate due,
    @Nullable Boolean takesOut,
    @Nullable @Size(max = 100) List<@Valid CheckItem> checklist,
    @Nullable @Size(max = 100) List<@Valid PartUsed> parts,
    @Nullable @Min(0) @Max(1_000_000) Integer minutes,
    @Nullable @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal cost,
    @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        String currency) {}
