package asset2go.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/** Lets forms post to the address that the browser shows, not to the page behind it. */
public final class Addresses extends ViewHandlerWrapper {
  public Addresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    var request = context.getExternalContext().getRequestMap();
    var path = request.get(Router.PATH);
    var view = context.getViewRoot();
    if (path == null || view == null || !viewId.equals(view.getViewId())) {
      return super.getActionURL(context, viewId);
    }
    var query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
    return query == null ? path.toString() : path + "?" + query;
  }
}
