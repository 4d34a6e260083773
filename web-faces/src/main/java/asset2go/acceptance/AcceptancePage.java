package asset2go.acceptance;

import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms, what they go with, and the field to sign in. */
@Named
@RequestScoped
public class AcceptancePage {
  /** Of the field that is drawn on, in the units of its path. */
  private static final int WIDTH = 600;

  private static final int HEIGHT = 180;

  @Inject HttpServletRequest request;
  @Inject AcceptancesApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Acceptance acceptance;

  public void load() {
    acceptance = api.get(getId());
    values.putIfAbsent("name", acceptance.person().name());
  }

  /** Signs. */
  public void sign() {
    var path = Form.orNull(values.get("path"));
    if (path == null) {
      form.refuseField("path", "acceptance.draw");
    } else {
      form.send(
          () -> {
            var name = Form.text(values.get("name"));
            api.sign(getId(), new Signature(name, path, WIDTH, HEIGHT));
            return "/acceptances/" + getId();
          },
          "note.acceptance.signed");
    }
    if (form.isRefused()) {
      load();
    }
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public String getViewBox() {
    return "0 0 " + WIDTH + " " + HEIGHT;
  }

  /** A form that was sent needs it before the page is shown. */
  public Acceptance getAcceptance() {
    if (acceptance == null) {
      acceptance = api.get(getId());
    }
    return acceptance;
  }

  public Map<String, String> getValues() {
    return values;
  }
}
