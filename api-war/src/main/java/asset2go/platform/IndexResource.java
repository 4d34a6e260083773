package asset2go.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The front door: says what is here. */
@ApplicationScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

  /** What this host is and where its documentation stands. */
  public record Index(String name, String docs) {}

  @GET
  public Index index() {
    return new Index("Asset2Go API", "/docs");
  }
}
