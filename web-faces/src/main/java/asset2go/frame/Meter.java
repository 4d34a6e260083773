package asset2go.frame;

import asset2go.figures.ProcessFigures;
import asset2go.figures.RequestFigures;
import asset2go.installation.Installation;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/** Counts and times every request, with all that is done for it. */
public final class Meter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient MetricRegistry registry;
  @Inject transient Installation installation;

  private transient @Nullable RequestFigures figures;

  @Override
  public void init() {
    figures =
        new RequestFigures(registry, "web", installation.settings().web().port(), Meter::route);
    ProcessFigures.show(registry);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var call = Objects.requireNonNull(figures).begin(request, response);
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException failure) {
      call.failed();
      throw failure;
    }
    call.filtered();
  }

  private static String route(HttpServletRequest request) {
    return route(request.getRequestURI(), request.getHttpServletMapping().getPattern());
  }

  /**
   * What an address counts as.
   *
   * @param pattern that of the servlet which the container has found for it: it knows best what is
   *     the API's and what a folder
   */
  static String route(String path, String pattern) {
    if (pattern.equals(Gate.API + "/*")) {
      return pattern;
    }
    if (path.startsWith(Files.FOLDER)) {
      return Files.FOLDER + "*";
    }
    return Routes.find(path)
        .map(found -> found.route().pattern())
        .orElseGet(
            () ->
                pattern.length() > 1 && pattern.startsWith("/") ? pattern : RequestFigures.NOWHERE);
  }
}
