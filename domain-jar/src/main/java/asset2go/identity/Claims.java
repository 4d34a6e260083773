package asset2go.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a bearer token says that was signed under JWT_SECRET and is in force: who it is and which
 * session, never what they may do. A revoked session and a changed role take effect although a
 * token lives for days.
 *
 * @param issuer who made it
 * @param subject id of the user; in a token that others made perhaps an e-mail address
 * @param type what it is for: {@code session} in those from a sign-in
 * @param jti id of the session
 */
public record Claims(String issuer, String subject, @Nullable String type, @Nullable String jti) {

  /** Whether we made it, not another holder of JWT_SECRET. */
  boolean areOurs() {
    return issuer.equals(Token.ISSUER);
  }
}
