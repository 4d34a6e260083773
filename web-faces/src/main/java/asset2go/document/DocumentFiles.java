package asset2go.document;

import asset2go.client.ApiProblem;
import asset2go.client.Caller;
import asset2go.client.Downloads;
import asset2go.client.FileBody;
import asset2go.client.Uploads;
import asset2go.frame.LocalPath;
import asset2go.multipart.Part;
import asset2go.multipart.Parts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /documents/{id}}: the file. {@code /documents/new} takes a form with files, {@code
 * /documents/{id}/remove} removes one; both lead back to where they were asked.
 */
@WebServlet("/documents/*")
public final class DocumentFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ONE = Pattern.compile("/([A-Za-z0-9-]{1,64})");
  private static final Pattern REMOVE = Pattern.compile("/([A-Za-z0-9-]{1,64})/remove");
  private static final int MOST = 10;

  @Inject transient Downloads downloads;
  @Inject transient Uploads uploads;
  @Inject transient DocumentsApi api;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = ONE.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (Caller.current().token() == null) {
      response.sendRedirect("/login");
      return;
    }
    var document = api.get(path.group(1));
    downloads.get(
        "v1/documents/" + document.id() + "/content",
        "*/*",
        () -> {
          response.setContentType(document.mediaType());
          response.setHeader(
              "Content-Disposition",
              (document.image() ? "inline" : "attachment")
                  + "; filename*=UTF-8''"
                  + encoded(document.name()).replace("+", "%20"));
          response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
          return response.getOutputStream();
        });
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Caller.current().token() == null) {
      response.sendRedirect("/login");
      return;
    }
    var remove = REMOVE.matcher(String.valueOf(request.getPathInfo()));
    String outcome;
    if (remove.matches()) {
      api.delete(remove.group(1));
      outcome = "removed";
    } else if ("/new".equals(request.getPathInfo())) {
      outcome = take(request);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var back = LocalPath.orHome(request.getParameter("back"));
    response.sendRedirect(back + (back.contains("?") ? "&" : "?") + "document=" + outcome);
  }

  private String take(HttpServletRequest request) throws IOException {
    var address =
        "v1/documents?kind=%s&of=%s"
            .formatted(encoded(request.getParameter("kind")), encoded(request.getParameter("of")));
    var parts = Parts.of(request.getContentType(), request.getInputStream());
    var outcome = "missing";
    var taken = 0;
    for (var part = parts.next(); part.isPresent() && taken < MOST; part = parts.next()) {
      var name = part.get().fileName();
      if (part.get().name().equals("file") && name != null && !name.isEmpty()) {
        taken++;
        if (!send(address, name, part.get())) {
          return "refused";
        }
        outcome = "added";
      }
    }
    return outcome;
  }

  private boolean send(String address, String name, Part part) {
    try (var body = new FileBody(name, part.content(), Map::of)) {
      uploads.post(address, body.mediaType(), body, Document.class);
      return true;
    } catch (ApiProblem refused) {
      if (refused.status() == 400 || refused.status() == 422) {
        return false;
      }
      throw refused;
    }
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
