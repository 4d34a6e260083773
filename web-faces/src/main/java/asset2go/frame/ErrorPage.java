package asset2go.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What the error page says. */
@Named("errorPage")
@RequestScoped
public class ErrorPage {
  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 410, 429, 503);

  @Inject HttpServletRequest request;

  /** The status that the texts are kept under. */
  public int getStatus() {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer known && KNOWN.contains(known) ? known : 500;
  }

  /** Where to try again. */
  public String getAddress() {
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return LocalPath.orHome(path == null ? null : path.toString());
  }

  /** Whether trying again may help. */
  public boolean isRepeatable() {
    return Set.of(410, 429, 500, 503).contains(getStatus());
  }
}
