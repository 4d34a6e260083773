package asset2go.frame;

import asset2go.client.ApiProblem;
import asset2go.client.ApiReach;
import asset2go.client.Caller;
import asset2go.client.TokenCookie;
import asset2go.installation.Installation;
import asset2go.trace.ClientAddress;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that every request to a page meets: it gets the name of its caller here, and what
 * a page throws becomes an error page here.
 */
public final class Gate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(Gate.class.getName());

  /** Below it lies the API, which counts and refuses by itself. */
  public static final String API = "/api";

  /** Where files are expected, and read as they arrive. */
  private static final Set<String> FILES =
      Set.of("/imports/new", "/documents/new", "/report-photos");

  @Inject transient Installation installation;
  @Inject transient TokenCookie cookie;
  @Inject transient PageLimit limit;
  @Inject transient ApiReach reach;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller.enter(caller(request));
    try {
      if (isForApi(request)) {
        chain.doFilter(new Stateless(request), response);
        return;
      }
      if (!new SameOrigin(installation.settings().appUrl()).allows(request)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      if (hasUnexpectedFiles(request)) {
        response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        return;
      }
      if (!limit.admits(request, Caller.current())) {
        response.setHeader("Retry-After", String.valueOf(limit.seconds()));
        response.sendError(429);
        return;
      }
      chain.doFilter(new Stateless(request), response);
    } catch (IOException | ServletException | RuntimeException failure) {
      answer(failure, request, response);
    } finally {
      Caller.leave();
    }
  }

  /** By what the container has found, not by what was sent: {@code /api/../logout} is a page. */
  static boolean isForApi(HttpServletRequest request) {
    return API.equals(request.getServletPath());
  }

  /**
   * Elsewhere, files would be laid into memory or on a disk by the container, whoever sends them.
   */
  private static boolean hasUnexpectedFiles(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && !FILES.contains(request.getRequestURI());
  }

  private Caller caller(HttpServletRequest request) {
    return new Caller(
        cookie.read(request), Headers.id(request), address(request), Preferences.locale(request));
  }

  private String address(HttpServletRequest request) {
    return new ClientAddress(installation.settings().trustedProxies())
        .of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
  }

  private void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem = ApiProblem.in(failure).orElse(null);
    if (ApiReach.isSilence(failure)) {
      reach.silent(failure);
    } else if (problem == null || problem.status() >= 500) {
      LOG.log(Level.WARNING, "Request " + Headers.id(request) + " failed", failure);
    }
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    if (problem != null && problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      cookie.clear(response);
      response.sendRedirect(LocalPath.signIn(request));
      return;
    }
    response.sendError(status(failure, problem));
  }

  private static int status(Throwable failure, @Nullable ApiProblem problem) {
    if (problem != null) {
      return switch (problem.status()) {
        case 400, 403, 404, 429 -> problem.status();
        // Of a balancer in between, too.
        case 502, 503, 504 -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        default -> problem.status() < 500 ? 400 : 500;
      };
    }
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ViewExpiredException) {
        return HttpServletResponse.SC_GONE;
      }
      if (at instanceof FileNotFoundException) {
        return HttpServletResponse.SC_NOT_FOUND;
      }
    }
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
