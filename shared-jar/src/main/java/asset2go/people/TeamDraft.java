package asset2go.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a team is made from. */
public record TeamDraft(
    @NotBlank @Size(max = 300) String name, @Nullable @Size(max = 2000) String notes) {}
