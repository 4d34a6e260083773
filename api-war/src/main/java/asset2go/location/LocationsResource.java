package asset2go.location;

import asset2go.asset.Asset;
import asset2go.asset.AssetList;
import asset2go.booking.Outage;
import asset2go.booking.Outages;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /v1/locations}. */
@ApplicationScoped
@Path("/v1/locations")
public class LocationsResource implements LocationsApi {

  private @Inject Locations locations;
  private @Inject AssetList assets;
  private @Inject MergePatch mergePatch;
  private @Inject Outages outages;
  private @Inject Caller caller;

  @Override
  public Page<Location> list(
      @Nullable String q,
      @Nullable String parent,
      @Nullable Integer limit,
      @Nullable String after) {
    return locations.list(caller.actor(), q, parent, limit, after);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Location create(LocationDraft draft) {
    return locations.create(caller.actor(), draft);
  }

  @Override
  public Location get(String id) {
    return locations.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Location change(String id, @Nullable String ifMatch, JsonObject patch) {
    return locations.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, LocationDraft.class));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public void delete(String id, @Nullable String ifMatch) {
    locations.delete(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  public Outage outage(
      String id, @Nullable Instant from, @Nullable Instant to, @Nullable Integer depth) {
    return outages.ofLocation(caller.actor(), id, from, to, depth);
  }

  @Override
  public Page<Asset> assets(
      String id, boolean deep, @Nullable Integer limit, @Nullable String after) {
    return assets.at(caller.actor(), id, deep, limit, after);
  }
}
