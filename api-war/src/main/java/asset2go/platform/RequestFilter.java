package asset2go.platform;

import asset2go.settings.Settings;
import asset2go.trace.ClientAddress;
import asset2go.trace.LogContext;
import asset2go.trace.RequestId;
import asset2go.trace.ServiceCall;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The first to see a request: gives it its id, in the answer and in every log line, finds out where
 * it comes from, and answers browsers that ask across origins.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private @Inject Caller caller;
  private @Inject Settings settings;
  private transient ClientAddress addresses = new ClientAddress(java.util.List.of());
  private transient CrossOrigin crossOrigin = new CrossOrigin(java.util.List.of());
  private transient ServiceCall services = new ServiceCall("not yet initialised");

  @Override
  public void init() {
    addresses = new ClientAddress(settings.trustedProxies());
    crossOrigin = new CrossOrigin(settings.corsOrigins());
    services = new ServiceCall(settings.jwt().secret().reveal());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.orNew(request.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id);
    Optional<String> browser = services.address(request.getHeader(ServiceCall.HEADER));
    caller.arrived(
        id,
        browser.orElseGet(
            () -> addresses.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"))),
        browser.isPresent());
    try (LogContext log = LogContext.of(id)) {
      if (!crossOrigin.answers(request, response)) {
        chain.doFilter(request, response);
      }
    }
  }
}
