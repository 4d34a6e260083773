package asset2go.identity;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/users}: everybody who may sign in, for administrators. */
@Path("/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public interface UsersApi {

  /** One page by name; {@code q} is part of the name or address. */
  @GET
  Page<User> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  @GET
  @Path("/{id}")
  User get(@PathParam("id") String id);

  /** Gives another role, lets in or shuts out. 409 where nobody were left to administer. */
  @PATCH
  @Path("/{id}")
  User change(@PathParam("id") String id, @NotNull @Valid UserChange change);
}
