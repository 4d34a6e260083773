package asset2go.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the addresses that {@link Files} gives out. */
public final class FilesFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Files files;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var rest = request.getRequestURI().substring(Files.FOLDER.length());
    var slash = rest.indexOf('/');
    if (slash < 0) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // Another release's digest, asked for during an update, must not stay in caches.
    response.setHeader(
        "Cache-Control",
        files.mayBeKept(rest.substring(0, slash))
            ? "public, max-age=31536000, immutable"
            : "no-cache");
    request
        .getRequestDispatcher(Files.FOLDER + rest.substring(slash + 1))
        .forward(request, response);
  }
}
