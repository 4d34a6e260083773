package asset2go.custody;

import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/custodies}: the API implements it, the web tier calls it.
 *
 * <p>What changes custody takes two switches. {@code bulk=all}, which is meant where it is missing,
 * does everything or, with 409 or 422 and a reason for each item, nothing; {@code bulk=each} does
 * what can be done and says of each item what became of it. {@code dryRun=true} says what would
 * happen and does nothing.
 */
@Path("/v1/custodies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CustodiesApi {

  /** One page, the newest first; of overdue ones the longest overdue first. */
  @GET
  Page<Custody> list(@BeanParam CustodyQuery query);

  @GET
  @Path("/{id}")
  Custody get(@PathParam("id") String id);

  /** Hands a basket to somebody: each item takes the step to CHECKED_OUT. */
  @POST
  Basket checkOut(
      @QueryParam("bulk") @Nullable String bulk,
      @QueryParam("dryRun") boolean dryRun,
      @Valid CheckOut checkOut);

  /**
   * Takes items back, whoever has them: from CHECKED_OUT each takes the step to AVAILABLE; what is
   * in maintenance or on its way keeps its status.
   */
  @POST
  @Path("/return")
  Basket checkIn(
      @QueryParam("bulk") @Nullable String bulk,
      @QueryParam("dryRun") boolean dryRun,
      @Valid CheckIn checkIn);

  /** Says by when items are to come back from whoever has them, which nothing else changes. */
  @POST
  @Path("/due")
  Basket changeDue(
      @QueryParam("bulk") @Nullable String bulk,
      @QueryParam("dryRun") boolean dryRun,
      @Valid DueChange change);

  /** Passes items on from who has them to somebody else, without their coming back. */
  @POST
  @Path("/transfer")
  Basket transfer(
      @QueryParam("bulk") @Nullable String bulk,
      @QueryParam("dryRun") boolean dryRun,
      @Valid CheckOut transfer);
}
