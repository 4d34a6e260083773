package asset2go.client;

import asset2go.installation.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cookie that holds the token. No script can read it, no other site's form can send it. */
@ApplicationScoped
public class TokenCookie {
  private static final String NAME = "a2g";

  @Inject Installation installation;

  public @Nullable String read(HttpServletRequest request) {
    var cookies = request.getCookies();
    if (cookies != null) {
      for (var cookie : cookies) {
        if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  public void write(HttpServletResponse response, String token, Instant expiresAt) {
    var seconds = Math.max(1, Duration.between(Instant.now(), expiresAt).toSeconds());
    add(response, token, (int) Math.min(seconds, Integer.MAX_VALUE));
  }

  public void clear(HttpServletResponse response) {
    add(response, "", 0);
  }

  private void add(HttpServletResponse response, String value, int seconds) {
    var cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(installation.secure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
