package asset2go.importing;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Takes {@code ?format=csv} for {@code Accept: text/csv}: a link cannot send a header. */
@Provider
@PreMatching
public class FormatFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if ("csv".equals(request.getUriInfo().getQueryParameters().getFirst("format"))) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, ImportsResource.CSV);
    }
  }
}
