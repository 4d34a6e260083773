package asset2go.frame;

import asset2go.client.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Leads from an address to its page. The pages' own paths answer nothing: each page has exactly one
 * address.
 */
public final class Router extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Request attribute with the path that the browser asked for. */
  static final String PATH = Router.class.getName() + ".path";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Gate.isForApi(request)) {
      chain.doFilter(request, response);
      return;
    }
    var path = request.getRequestURI();
    var found = Routes.find(path);
    if (found.isPresent()) {
      show(found.get(), path, request, response);
    } else if (path.endsWith(".xhtml")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void show(
      Routes.Found found, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!found.route().open() && Caller.current().token() == null) {
      response.sendRedirect(LocalPath.signIn(request));
      return;
    }
    request.setAttribute(PATH, path);
    // A path's parameters come before the query's: getParameter takes the first.
    var query =
        found.parameters().entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
    var view = found.route().view() + ".xhtml" + (query.isEmpty() ? "" : "?" + query);
    request.getRequestDispatcher(view).forward(request, response);
  }
}
