package asset2go.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** An invitation makes a user: 201, and where the user is. */
@Provider
@ApplicationScoped
public class InvitedFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Invited invited) {
      response.setStatusInfo(Response.Status.CREATED);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, "/v1/users/" + invited.user().id());
    }
  }
}
