package asset2go.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A new password by somebody who is signed in.
 *
 * @param current the old one, again
 */
public record PasswordChange(
    @NotBlank @Size(max = 1000) String current,
    @NotBlank @Size(min = Passwords.MIN, max = Passwords.MAX) String password) {

  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
