package asset2go.importing;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Answers 202 with a Location where a resource method {@link Accepts}. */
@Provider
@Accepts
public class AcceptedFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.OK.getStatusCode()
        && response.getEntity() instanceof ImportRun run) {
      response.setStatusInfo(Response.Status.ACCEPTED);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, "/v1/imports/" + run.id());
    }
  }
}
