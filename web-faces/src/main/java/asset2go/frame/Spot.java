package asset2go.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Where in the application the person is. */
@Named("spot")
@RequestScoped
public class Spot {
  @Inject HttpServletRequest request;

  /** The path that the browser shows. */
  public String getPath() {
    return String.valueOf(request.getAttribute(Router.PATH));
  }

  /** With its query: where a switch in the header leads back to. */
  public String getAddress() {
    var query = request.getQueryString();
    var original = request.getAttribute("jakarta.servlet.forward.query_string");
    var asked = original == null && request.getAttribute(Router.PATH) == null ? query : original;
    return asked == null ? getPath() : getPath() + "?" + asked;
  }

  /** {@code page} on the page itself, {@code true} below it: what aria-current says. */
  public String current(String path) {
    if (getPath().equals(path)) {
      return "page";
    }
    return !"/".equals(path) && getPath().startsWith(path + "/") ? "true" : "false";
  }

  public String getRequestId() {
    return Headers.id(request);
  }
}
