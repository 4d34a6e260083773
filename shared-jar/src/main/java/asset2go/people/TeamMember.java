package asset2go.people;

import jakarta.validation.constraints.NotBlank;

/** Somebody who is to belong to a team. */
public record TeamMember(@NotBlank String personId) {}
