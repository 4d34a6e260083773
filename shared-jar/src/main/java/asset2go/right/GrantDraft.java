package asset2go.right;

import asset2go.identity.RoleName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A grant to be made.
 *
 * @param holderId id of a person or of a team
 * @param overId id of the location, category or company
 */
public record GrantDraft(
    @NotBlank String holderId,
    @NotNull RoleName role,
    @NotNull Part.Kind overKind,
    @NotBlank String overId) {}
