package asset2go.custody;

import asset2go.client.CsvDownload;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** {@code /custody.csv}: who has or had what, narrowed as the page is. */
@WebServlet("/custody.csv")
public final class CustodyDownload extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Override
  protected String path(HttpServletRequest request) {
    return "v1/custodies?format=csv" + parameters(request, "state", "holder", "basket");
  }
}
