package asset2go.asset;

import asset2go.client.CsvDownload;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code /assets.csv}: all of a list of assets, whose address it has but for that. */
@WebServlet("/assets.csv")
public final class AssetsDownload extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Override
  protected String path(HttpServletRequest request) {
    var said = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> said.put(name, List.of(values)));
    var query = URLEncoder.encode(AssetQuery.of(said).toString(), StandardCharsets.UTF_8);
    return "v1/assets?format=csv&query=" + query;
  }
}
