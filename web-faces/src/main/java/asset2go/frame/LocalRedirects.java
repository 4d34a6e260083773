package asset2go.frame;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sends redirects as paths (RFC 9110, section 10.2.2). The container would put scheme and host in
 * front, as it sees them: behind a proxy that ends TLS, that is not how browsers see us.
 */
final class LocalRedirects extends HttpServletResponseWrapper {
  LocalRedirects(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    if (!location.startsWith("/")) {
      super.sendRedirect(location);
      return;
    }
    resetBuffer();
    setStatus(SC_FOUND);
    setHeader("Location", location);
    flushBuffer();
  }
}
