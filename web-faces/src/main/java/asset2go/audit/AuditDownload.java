package asset2go.audit;

import asset2go.client.CsvDownload;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** {@code /audit.csv}: the audit trail, narrowed as the page is. */
@WebServlet("/audit.csv")
public final class AuditDownload extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Override
  protected String path(HttpServletRequest request) {
    return "v1/audit?format=csv" + parameters(request, AuditPage.FILTERS);
  }
}
