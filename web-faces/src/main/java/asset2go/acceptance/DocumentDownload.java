package asset2go.acceptance;

import asset2go.client.Caller;
import asset2go.client.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** {@code /acceptances/{id}/signed.pdf}: what was signed, as a document. */
@WebServlet("/acceptances/*")
public final class DocumentDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9-]{1,64})/signed\\.pdf");

  @Inject transient Downloads downloads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (Caller.current().token() == null) {
      response.sendRedirect("/login");
      return;
    }
    var id = path.group(1);
    downloads.get(
        "v1/acceptances/" + id + "/pdf",
        "application/pdf",
        () -> {
          response.setContentType("application/pdf");
          response.setHeader(
              "Content-Disposition", "attachment; filename=\"acceptance-" + id + ".pdf\"");
          return response.getOutputStream();
        });
  }
}
