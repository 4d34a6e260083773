package asset2go.maintenance;

import asset2go.client.ApiProblem;
import asset2go.client.Caller;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Where anybody reports a fault, led here by the QR code; it shows nothing of the asset. */
@Named
@RequestScoped
public class ReportForm {
  @Inject HttpServletRequest request;
  @Inject FaultReportsApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();

  public void send() {
    var id = String.valueOf(request.getParameter("id"));
    try {
      var answer =
          api.report(
              new FaultReportDraft(
                  id,
                  Form.text(values.get("fault")),
                  Form.orNull(values.get("reporter")),
                  Form.orNull(values.get("contact"))));
      var key = answer.readEntity(FaultReceipt.class).photoKey();
      form.goTo("/report/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "?sent=" + key);
    } catch (RuntimeException failure) {
      form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
    }
  }

  public boolean isSent() {
    return request.getParameter("sent") != null;
  }

  /** Where photos of what was sent go. */
  public String getPhotosAddress() {
    return "/report-photos?id=%s&key=%s"
        .formatted(
            URLEncoder.encode(String.valueOf(request.getParameter("id")), StandardCharsets.UTF_8),
            URLEncoder.encode(
                String.valueOf(request.getParameter("sent")), StandardCharsets.UTF_8));
  }

  /** Who is signed in need not say who they are. */
  public boolean isAnonymous() {
    return Caller.current().token() == null;
  }

  public Map<String, String> getValues() {
    return values;
  }
}
