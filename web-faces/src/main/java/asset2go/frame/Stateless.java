package asset2go.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/**
 * A request without a session: whatever asks for one would tie the browser to this instance, so it
 * fails where the mistake is made.
 */
final class Stateless extends HttpServletRequestWrapper {
  Stateless(HttpServletRequest request) {
    super(request);
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public HttpSession getSession(boolean create) {
    if (create) {
      throw new IllegalStateException("The web tier keeps no session.");
    }
    return super.getSession(false);
  }
}
