package asset2go.right;

import asset2go.identity.RoleName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name what it is for
 * @param role the most that it may do
 * @param overKind with {@code overId} the part that it is confined to
 * @param days how long it is good
 */
public record ApiTokenDraft(
    @NotBlank @Size(max = 100) String name,
    @NotNull RoleName role,
    Part.@Nullable Kind overKind,
    @Nullable String overId,
    @NotNull @Min(1) @Max(ApiToken.LONGEST) Integer days) {}
