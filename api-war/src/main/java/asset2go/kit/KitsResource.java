package asset2go.kit;

import asset2go.asset.AssetEvent;
import asset2go.booking.KitPicking;
import asset2go.booking.KitStock;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.CsvAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/kits}. */
@ApplicationScoped
@Path("/v1/kits")
public class KitsResource implements KitsApi {

  private @Inject Kits kits;
  private @Inject KitCsv csv;
  private @Inject KitStock stock;
  private @Inject KitPicking picking;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<Kit> list(@Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return kits.list(caller.actor(), q, limit, after);
  }

  /** All that match, as a file in the columns that an import reads. */
  @GET
  @Produces("text/csv;qs=0.5")
  @Operation(summary = "All that match, as CSV: by Accept or ?format=csv")
  public Response export(@QueryParam("q") @Nullable String q) {
    return CsvAnswer.of("kits.csv", out -> csv.write(q, out));
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Kit create(KitDraft draft) {
    return kits.create(caller.actor(), draft);
  }

  @Override
  public Page<KitOutlook> outlook(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer limit,
      @Nullable String after) {
    return stock.outlook(caller.actor(), from, to, limit, after);
  }

  @Override
  public Kit get(String id) {
    return kits.get(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public Kit change(String id, @Nullable String ifMatch, JsonObject patch) {
    return kits.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, KitDraft.class));
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public void delete(String id, @Nullable String ifMatch) {
    kits.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  public KitAvailability availability(String id, @Nullable Instant from, @Nullable Instant to) {
    return stock.availability(caller.actor(), id, from, to);
  }

  @Override
  public KitPicks picks(String id, @Nullable Integer quantity, @Nullable LocalDate due) {
    return picking.picks(caller.actor(), id, quantity, due);
  }

  @Override
  public Page<AssetEvent> events(String id, @Nullable Integer limit, @Nullable String after) {
    return kits.events(caller.actor(), id, limit, after);
  }
}
