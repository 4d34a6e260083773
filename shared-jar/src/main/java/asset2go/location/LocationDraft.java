package asset2go.location;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a new location is made from.
 *
 * @param code generated from the name where missing
 * @param companyId the default company where missing
 */
public record LocationDraft(
    @Nullable @Size(max = 100) String code,
    @NotBlank @Size(max = 300) String name,
    @Nullable
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{0,39}",
            message = "must be upper case letters, digits and _")
        String kind,
    @Nullable String companyId,
    @Nullable String parentId) {}
