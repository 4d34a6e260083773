package asset2go.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A request without a session: whatever asks for one would tie the browser to this instance, so it
 * fails where the mistake is made.
 */
final class Stateless extends HttpServletRequestWrapper {
  Stateless(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    if (create) {
      throw new IllegalStateException("The web tier keeps no session.");
    }
    return null;
  }
}
