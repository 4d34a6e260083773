package asset2go.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to join.
 *
 * @param role over the whole installation; without one, grants say what they may do
 */
public record Invitation(
    @NotBlank @Email @Size(max = 300) String email,
    @NotBlank @Size(max = 300) String name,
    @Nullable RoleName role) {}
