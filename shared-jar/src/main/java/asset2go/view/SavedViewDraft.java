package asset2go.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a view is made from.
 *
 * @param name unique among one's own, without regard to case and accents
 * @param query as in the address of the list
 * @param shared false where missing; only administrators and managers share views
 */
public record SavedViewDraft(
    @NotBlank @Size(max = 100) String name,
    @NotNull @Size(max = 2000) String query,
    @Nullable Boolean shared) {}
