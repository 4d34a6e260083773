package asset2go.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody forgot the password; the answer never tells whether the address is known. */
public record PasswordResetRequest(@NotBlank @Size(max = 300) String email) {}
