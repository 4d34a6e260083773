package asset2go.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A new password by the link of a mail.
 *
 * @param token of the link; good once
 */
public record PasswordReset(
    @NotBlank @Size(max = 300) String token,
    @NotBlank @Size(min = Passwords.MIN, max = Passwords.MAX) String password) {

  @Override
  public String toString() {
    return "PasswordReset[]";
  }
}
