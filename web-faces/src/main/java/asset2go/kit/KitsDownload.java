package asset2go.kit;

import asset2go.client.CsvDownload;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** {@code /kits.csv}: all kits of a list, whose address it has but for that. */
@WebServlet("/kits.csv")
public final class KitsDownload extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Override
  protected String path(HttpServletRequest request) {
    return "v1/kits?format=csv" + parameters(request, "q");
  }
}
