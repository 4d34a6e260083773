package asset2go.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody types to sign in. */
public record Credentials(
    @NotBlank @Size(max = 300) String email, @NotBlank @Size(max = 1000) String password) {

  @Override
  public String toString() {
    return "Credentials[" + email + "]";
  }
}
