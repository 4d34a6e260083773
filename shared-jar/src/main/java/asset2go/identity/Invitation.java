package asset2go.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody is asked to join. */
public record Invitation(
    @NotBlank @Email @Size(max = 300) String email,
    @NotBlank @Size(max = 300) String name,
    @NotNull RoleName role) {}
