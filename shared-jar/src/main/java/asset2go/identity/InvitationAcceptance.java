package asset2go.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An invitation is taken up.
 *
 * @param token of the link; good once
 * @param name as the person writes it; null leaves the invitation's
 */
public record InvitationAcceptance(
    @NotBlank @Size(max = 300) String token,
    @Nullable @Size(min = 1, max = 300) String name,
    @NotBlank @Size(min = Passwords.MIN, max = Passwords.MAX) String password) {

  @Override
  public String toString() {
    return "InvitationAcceptance[]";
  }
}
