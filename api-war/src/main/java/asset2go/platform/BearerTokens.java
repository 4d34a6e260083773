package asset2go.platform;

import asset2go.identity.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of requests, verified by MicroProfile JWT in the server: {@code <mpJwt>} in {@code
 * api.xml} says by which key and algorithm. No address carries a security constraint, since the
 * server's own 401 is empty. So it looks at a token only when it is asked to, and what it would
 * answer is dropped: our answers come from {@link AccessFilter}.
 */
@ApplicationScoped
class BearerTokens {

  /** The scheme in any case (RFC 9110, 11.1), then a signed JWT in compact form (RFC 7515). */
  private static final Pattern BEARER =
      Pattern.compile("(?i:Bearer) +[\\w-]+\\.[\\w-]+\\.[\\w-]+ *");

  private static final int MAX_LENGTH = 4096;

  /**
   * What the token of a request says.
   *
   * @return empty for none, and for one that is forged, expired or no JWT
   */
  Optional<Claims> of(HttpServletRequest request, HttpServletResponse response) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    // What cannot be a token need not reach the server, which logs and dumps what it refuses.
    if (header == null || header.length() > MAX_LENGTH || !BEARER.matcher(header).matches()) {
      return Optional.empty();
    }
    try {
      return request.authenticate(new Mute(response))
              && request.getUserPrincipal() instanceof JsonWebToken token
          ? claims(token)
          : Optional.empty();
    } catch (IOException | ServletException e) {
      throw new IllegalStateException("The server could not look at a token.", e);
    }
  }

  private static Optional<Claims> claims(JsonWebToken token) {
    String issuer = text(token, "iss");
    String subject = text(token, "sub");
    return issuer == null || subject == null
        ? Optional.empty()
        : Optional.of(new Claims(issuer, subject, text(token, "typ"), text(token, "jti")));
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    return token.getClaim(claim) instanceof String text ? text : null;
  }
}
