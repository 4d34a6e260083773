package asset2go.stocktake;

import asset2go.asset.AssetEvent;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/stock-takes}. */
@ApplicationScoped
@Path("/v1/stock-takes")
public class StockTakesResource implements StockTakesApi {

  private @Inject StockTakes takes;
  private @Inject StockTakeList list;
  private @Inject Counting counting;
  private @Inject Reviews reviews;
  private @Inject Caller caller;

  @Override
  public Page<StockTake> list(
      @Nullable String state, @Nullable Integer limit, @Nullable String after) {
    return list.find(caller.actor(), state, limit, after);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public StockTake open(StockTakeDraft draft) {
    return takes.open(caller.actor(), draft);
  }

  @Override
  public StockTake get(String id) {
    return takes.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public ScanResult scan(String id, ScanBatch batch) {
    return counting.scan(caller.actor(), id, batch);
  }

  @Override
  public Page<Scan> scans(
      String id, boolean unknown, @Nullable Integer limit, @Nullable String after) {
    return list.scans(caller.actor(), id, unknown, limit, after);
  }

  @Override
  public Page<StockTakeItem> items(
      String id,
      @Nullable String outcome,
      @Nullable String review,
      @Nullable Integer limit,
      @Nullable String after) {
    return list.items(caller.actor(), id, outcome, review, limit, after);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public StockTake finish(String id) {
    return takes.finish(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public StockTake review(String id, ReviewRequest review) {
    return reviews.review(caller.actor(), id, review);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public StockTake close(String id) {
    return takes.close(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public StockTake cancel(String id) {
    return takes.cancel(caller.actor(), id);
  }

  @Override
  public Page<AssetEvent> events(String id, @Nullable Integer limit, @Nullable String after) {
    return takes.events(caller.actor(), id, limit, after);
  }
}
