package asset2go.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Sends the version of what is returned as its ETag, and 304 to who has it already. */
@Provider
public class VersionFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Versioned versioned)) {
      return;
    }
    EntityTag tag = new EntityTag(versioned.id() + "." + versioned.version());
    response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + tag.getValue() + "\"");
    if (request.getMethod().equals("GET")) {
      Response.ResponseBuilder same = request.getRequest().evaluatePreconditions(tag);
      if (same != null
          && same.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
        response.setStatusInfo(Response.Status.NOT_MODIFIED);
        response.setEntity(null);
      }
    }
  }
}
