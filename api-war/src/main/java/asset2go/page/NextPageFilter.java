package asset2go.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Points from each page of a list to the next one (RFC 8288). */
@Provider
public class NextPageFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Page<?> page) || page.next() == null) {
      return;
    }
    UriInfo asked = request.getUriInfo();
    // A path without a host is right behind every proxy.
    URI next =
        UriBuilder.fromPath("/" + asked.getPath().replaceFirst("^/", ""))
            .replaceQuery(asked.getRequestUri().getRawQuery())
            .replaceQueryParam("after", "{after}")
            .build(page.next());
    response.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
  }
}
