package asset2go.stocktake;

import asset2go.asset.AssetEvent;
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

/** {@code /v1/stock-takes}: the API implements it, the web tier calls it. */
@Path("/v1/stock-takes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface StockTakesApi {

  /**
   * Stock-takes, the newest first.
   *
   * @param state {@code open} or {@code ended}; all where missing
   */
  @GET
  Page<StockTake> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Begins one: 201. What is expected may take a moment to gather. */
  @POST
  StockTake open(@Valid StockTakeDraft draft);

  @GET
  @Path("/{id}")
  StockTake get(@PathParam("id") String id);

  /** Takes scans; those that were taken before change nothing. */
  @POST
  @Path("/{id}/scans")
  ScanResult scan(@PathParam("id") String id, @Valid ScanBatch batch);

  /**
   * The scans as they arrived, the newest first.
   *
   * @param unknown only those that name no asset, or more than one
   */
  @GET
  @Path("/{id}/scans")
  Page<Scan> scans(
      @PathParam("id") String id,
      @QueryParam("unknown") boolean unknown,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /**
   * The assets of a stock-take, by tag.
   *
   * @param outcome only those with this one
   * @param review only those whose correction is at this point
   */
  @GET
  @Path("/{id}/items")
  Page<StockTakeItem> items(
      @PathParam("id") String id,
      @QueryParam("outcome") @Nullable String outcome,
      @QueryParam("review") @Nullable String review,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  /** Ends counting: what was not seen is missing, and corrections are proposed. */
  @POST
  @Path("/{id}/finish")
  StockTake finish(@PathParam("id") String id);

  /** Accepts or dismisses proposed corrections. */
  @POST
  @Path("/{id}/reviews")
  StockTake review(@PathParam("id") String id, @Valid ReviewRequest review);

  /** Writes what was accepted, once everything is decided about. */
  @POST
  @Path("/{id}/close")
  StockTake close(@PathParam("id") String id);

  /** Gives it up: nothing is corrected. */
  @POST
  @Path("/{id}/cancel")
  StockTake cancel(@PathParam("id") String id);

  /** What happened to it, the newest first. */
  @GET
  @Path("/{id}/events")
  Page<AssetEvent> events(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}
