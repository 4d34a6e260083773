package asset2go.frame;

import asset2go.drain.Drain;
import asset2go.trace.LogContext;
import asset2go.trace.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every answer, error pages too, its id and what protects the page in the browser. */
public final class Headers extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ID = Headers.class.getName() + ".id";

  /** No script or style of a page's own, nothing from elsewhere. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(RequestId.HEADER, id(request));
    if (Drain.ours().refuses(request, response)) {
      return;
    }
    try (var log = LogContext.of(id(request))) {
      chain.doFilter(request, response);
    }
  }

  /** The id of a request: a proxy's where it gave one, else a new one. */
  static String id(HttpServletRequest request) {
    var known = request.getAttribute(ID);
    if (known == null) {
      known = RequestId.orNew(request.getHeader(RequestId.HEADER));
      request.setAttribute(ID, known);
    }
    return known.toString();
  }
}
