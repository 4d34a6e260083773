package asset2go.acceptance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A wording of terms. */
public record TermsDraft(
    @NotBlank @Size(max = 300) String title,
    @NotBlank @Size(max = 50_000) String text,
    @NotNull @Valid TermsSubject subject) {}
