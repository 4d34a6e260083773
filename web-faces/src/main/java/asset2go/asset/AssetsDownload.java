package asset2go.asset;

import asset2go.client.Caller;
import asset2go.client.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code /assets.csv}: all of a list of assets, whose address it has but for that. */
@WebServlet("/assets.csv")
public final class AssetsDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Downloads downloads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Caller.current().token() == null) {
      response.sendRedirect("/login");
      return;
    }
    var said = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> said.put(name, List.of(values)));
    var query = URLEncoder.encode(AssetQuery.of(said).toString(), StandardCharsets.UTF_8);
    downloads.get(
        "v1/assets?format=csv&query=" + query,
        "text/csv",
        () -> {
          response.setContentType("text/csv; charset=UTF-8");
          response.setHeader("Content-Disposition", "attachment; filename=\"assets.csv\"");
          return response.getOutputStream();
        });
  }
}
