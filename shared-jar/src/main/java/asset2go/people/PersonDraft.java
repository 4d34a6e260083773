package asset2go.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new person without a login. */
public record PersonDraft(
    @NotBlank @Size(max = 300) String name, @Nullable @Email @Size(max = 300) String email) {}
