package asset2go.search;

import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/search}. */
@ApplicationScoped
@Path("/v1/search")
public class SearchResource implements SearchApi {

  private @Inject Search search;
  private @Inject Caller caller;

  @Override
  public SearchResult search(@Nullable String q, @Nullable Integer limit) {
    return search.find(caller.actor(), q, limit);
  }
}
