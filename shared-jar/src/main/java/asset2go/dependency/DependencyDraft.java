package asset2go.dependency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A new dependency of the asset in the path.
 *
 * @param dependsOnId the asset that is needed
 * @param kind upper-case word; POWER where missing
 * @param criticality HIGH where missing
 */
public record DependencyDraft(
    @NotBlank String dependsOnId,
    @Nullable
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{0,39}",
            message = "must be upper case letters, digits and _")
        String kind,
    Dependency.@Nullable Criticality criticality) {}
