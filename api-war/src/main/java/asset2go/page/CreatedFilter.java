package asset2go.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Answers with status and Location where a resource method {@link Creates}. Asked of the method
 * itself: JAX-RS looks for name bindings on the interface only, where the resources have theirs.
 */
@Provider
public class CreatedFilter implements ContainerResponseFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.OK.getStatusCode()
        || !(response.getEntity() instanceof Identified made)) {
      return;
    }
    Method method = resource.getResourceMethod();
    Creates creates = method == null ? null : method.getAnnotation(Creates.class);
    if (creates == null) {
      return;
    }
    response.setStatus(creates.status());
    // A path without a host is right behind every proxy (RFC 9110, section 10.2.2).
    String collection = resource.getResourceClass().getAnnotation(jakarta.ws.rs.Path.class).value();
    response.getHeaders().putSingle(HttpHeaders.LOCATION, collection + "/" + made.id());
  }
}
