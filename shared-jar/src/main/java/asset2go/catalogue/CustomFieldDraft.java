package asset2go.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new custom field is made from; what its parts mean says {@link CustomField}.
 *
 * @param categoryId never changes
 * @param kind fixed once the field is used, as is {@code unique}
 */
public record CustomFieldDraft(
    @NotBlank String categoryId,
    @NotBlank @Size(max = 100) String name,
    @NotNull FieldKind kind,
    @Nullable @Size(max = 20) String unit,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> choices,
    @Nullable @Size(max = 500) String pattern,
    @Nullable @Size(max = 300) String hint,
    @Nullable Boolean required,
    @Nullable Boolean unique,
    @Nullable Boolean sensitive,
    @Nullable Boolean filterable) {}
