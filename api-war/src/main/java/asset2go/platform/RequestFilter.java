package asset2go.platform;

import asset2go.drain.Drain;
import asset2go.figures.ProcessFigures;
import asset2go.figures.RequestFigures;
import asset2go.problem.Problem;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The first to see a request: gives it its id, in the answer and in every log line, finds out where
 * it comes from, answers browsers that ask across origins, and counts and times it all.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());

  private @Inject Caller caller;
  private @Inject Settings settings;
  private transient @Inject MetricRegistry registry;
  private transient @Nullable RequestFigures figures;
  private transient ClientAddress addresses = new ClientAddress(List.of());
  private transient CrossOrigin crossOrigin = new CrossOrigin(List.of());
  private transient ServiceCall services = new ServiceCall("not yet initialised");

  @Override
  public void init() {
    addresses = new ClientAddress(settings.trustedProxies());
    crossOrigin = new CrossOrigin(settings.corsOrigins());
    services = new ServiceCall(settings.jwt().secret().reveal());
    figures = new RequestFigures(registry, "api", settings.apiPort(), MatchedRoute::of);
    ProcessFigures.show(registry);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestFigures.Call call = Objects.requireNonNull(figures).begin(request, response);
    try {
      answer(request, response, chain);
    } catch (IOException | ServletException | RuntimeException e) {
      call.failed();
      throw e;
    }
    call.filtered();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.orNew(request.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id);
    if (Drain.ours().refuses(request, response)) {
      return;
    }
    Optional<String> browser = services.address(request.getHeader(ServiceCall.HEADER));
    caller.arrived(
        request.getRequestURI(),
        id,
        browser
            .or(() -> services.forwardedAddress(request.getHeader(ServiceCall.FORWARDED)))
            .orElseGet(
                () -> addresses.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"))),
        browser.isPresent());
    try (LogContext log = LogContext.of(id)) {
      if (!crossOrigin.answers(request, response)) {
        chain.doFilter(SaneContentType.of(request), response);
      }
    } catch (IOException | ServletException | RuntimeException e) {
      fail(request, response, id, e);
    }
  }

  /** The last resort: whatever passed by every mapper is still no stack trace to the client. */
  private static void fail(
      HttpServletRequest request, HttpServletResponse response, String id, Exception e)
      throws IOException {
    if (response.isCommitted()) {
      LOG.log(Level.WARNING, "Request " + id + " ended early: " + e.getMessage());
      return;
    }
    LOG.log(Level.SEVERE, "Request " + id + " failed", e);
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(
            Json.write(
                    new Problem(
                        "/problems/internal-server-error",
                        "Internal Server Error",
                        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                        null,
                        request.getRequestURI(),
                        id,
                        null))
                .getBytes(StandardCharsets.UTF_8));
  }
}
