package asset2go.people;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /v1/people}: the API implements it, the web tier calls it. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PeopleApi {

  /** One page by name; {@code q} is part of the name or address. */
  @GET
  Page<Person> list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Makes one: 201. */
  @POST
  Person create(@Valid PersonDraft draft);

  @GET
  @Path("/{id}")
  Person get(@PathParam("id") String id);
}
