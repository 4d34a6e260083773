package asset2go.custody;

import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.CsvAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/custodies}. */
@ApplicationScoped
@Path("/v1/custodies")
public class CustodiesResource implements CustodiesApi {

  private @Inject CustodyList list;
  private @Inject CustodyCsv csv;
  private @Inject Handovers handovers;
  private @Inject Caller caller;

  @Override
  public Page<Custody> list(CustodyQuery query) {
    return list.find(caller.actor(), query);
  }

  /** All that match, as a file: who has what, since when and until when. */
  @GET
  @Produces("text/csv;qs=0.5")
  @Operation(summary = "All that match, as CSV: by Accept or ?format=csv")
  public Response export(@BeanParam CustodyQuery query) {
    Actor actor = caller.actor();
    csv.check(query);
    return CsvAnswer.of("custody.csv", out -> csv.write(actor, query, out));
  }

  @Override
  public Custody get(String id) {
    return list.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Basket checkOut(@Nullable String bulk, boolean dryRun, CheckOut checkOut) {
    return handovers.checkOut(caller.actor(), checkOut, Bulk.of(bulk, dryRun));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Basket checkIn(@Nullable String bulk, boolean dryRun, CheckIn checkIn) {
    return handovers.checkIn(caller.actor(), checkIn, Bulk.of(bulk, dryRun));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Basket changeDue(@Nullable String bulk, boolean dryRun, DueChange change) {
    return handovers.changeDue(caller.actor(), change, Bulk.of(bulk, dryRun));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Basket transfer(@Nullable String bulk, boolean dryRun, CheckOut transfer) {
    return handovers.transfer(caller.actor(), transfer, Bulk.of(bulk, dryRun));
  }
}
