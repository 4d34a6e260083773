package asset2go.document;

import asset2go.client.ApiProblem;
import asset2go.client.FileBody;
import asset2go.client.Uploads;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code /report-photos}: photos of a fault that was reported a moment ago, by whoever has its key.
 */
@WebServlet("/report-photos")
public final class FaultPhotosForm extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 3;

  @Inject transient Uploads uploads;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var key = encoded(request.getParameter("key"));
    var parts = Parts.of(request.getContentType(), request.getInputStream());
    var outcome = "missing";
    var taken = 0;
    for (var part = parts.next(); part.isPresent() && taken < MOST; part = parts.next()) {
      var name = part.get().fileName();
      if (part.get().name().equals("file") && name != null && !name.isEmpty()) {
        taken++;
        outcome = send(key, name, part.get()) ? "added" : "refused";
        if (outcome.equals("refused")) {
          break;
        }
      }
    }
    response.sendRedirect(
        "/report/%s?sent=%s&photos=%s"
            .formatted(encoded(request.getParameter("id")), key, outcome));
  }

  private boolean send(String key, String name, Part part) {
    try (var body = new FileBody(name, part.content(), Map::of)) {
      uploads.post("v1/fault-reports/photos?key=" + key, body.mediaType(), body);
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
