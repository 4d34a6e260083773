package asset2go.client;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A list of the API as a file, for whoever is signed in. */
public abstract class CsvDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Downloads downloads;

  /** What is asked of the API, below its address: a path, and parameters that narrow the list. */
  protected abstract String path(HttpServletRequest request);

  /** Those of these parameters that the page was asked with, as they go on to the API. */
  protected static String parameters(HttpServletRequest request, String... names) {
    return List.of(names).stream()
        .map(
            name -> {
              var value = request.getParameter(name);
              return value == null || value.isBlank()
                  ? null
                  : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            })
        .filter(Objects::nonNull)
        .collect(Collectors.joining());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Caller.current().token() == null) {
      response.sendRedirect("/login");
      return;
    }
    var name = request.getServletPath().substring(1);
    downloads.get(
        path(request),
        "text/csv",
        () -> {
          response.setContentType("text/csv; charset=UTF-8");
          response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
          return response.getOutputStream();
        });
  }
}
