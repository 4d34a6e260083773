package asset2go.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param email of somebody who signs in it is the name they do it with, and fixed here
 */
public record PersonDraft(
    @NotBlank @Size(max = 300) String name, @Nullable @Email @Size(max = 300) String email) {}
