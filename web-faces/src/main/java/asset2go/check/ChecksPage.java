package asset2go.check;

import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Whether the graph is sound: a stretch of it at a time. */
@Named
@RequestScoped
public class ChecksPage {
  private static final int STRETCH = 10_000;

  @Inject HttpServletRequest request;
  @Inject ChecksApi api;

  private @Nullable Soundness found;

  public void load() {
    if (isStarted()) {
      found = api.graph(STRETCH, Form.orNull(request.getParameter("after")));
    }
  }

  /** It takes a moment, so it is asked for. */
  public boolean isStarted() {
    return request.getParameter("run") != null;
  }

  public @Nullable Soundness getFound() {
    return found;
  }

  /** Where the thing of a finding is shown; null where it has no page. */
  public @Nullable String address(Soundness.Finding finding) {
    return switch (finding.kind()) {
      case "Asset" -> "/assets/" + finding.id();
      case "Location" -> "/locations/" + finding.id();
      case "Category" -> "/catalogue/categories/" + finding.id();
      default -> null;
    };
  }
}
