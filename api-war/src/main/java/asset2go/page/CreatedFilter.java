package asset2go.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers 201 with a Location where a resource method {@link Creates}. */
@Provider
@Creates
public class CreatedFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.OK.getStatusCode()
        && response.getEntity() instanceof Identified made) {
      response.setStatusInfo(Response.Status.CREATED);
      // A path without a host is right behind every proxy (RFC 9110, section 10.2.2).
      response
          .getHeaders()
          .putSingle(
              HttpHeaders.LOCATION,
              "/" + request.getUriInfo().getPath().replaceAll("^/|/$", "") + "/" + made.id());
    }
  }
}
