package asset2go.maintenance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made from; what its parts mean says {@link MaintenancePlan}.
 *
 * @param subject never changes
 * @param kind SERVICE where missing
 * @param priority NORMAL where missing
 * @param basis FIXED where missing
 * @param leadDays none where missing
 * @param active true where missing
 */
public record PlanDraft(
    @NotBlank @Size(max = 300) String name,
    @NotNull @Valid PlanSubject subject,
    @Nullable WorkKind kind,
    @Nullable WorkPriority priority,
    @Nullable @Valid Cadence calendar,
    @Nullable @Valid MeterRule meter,
    MaintenancePlan.@Nullable Basis basis,
    @Nullable @Min(0) @Max(365) Integer leadDays,
    @Nullable Boolean takesOut,
    @Nullable String assigneeId,
    @Nullable @Size(max = 10_000) String instructions,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 500) String> checklist,
    @Nullable Boolean active) {}
