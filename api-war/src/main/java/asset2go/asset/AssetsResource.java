package asset2go.asset;

import asset2go.booking.Outage;
import asset2go.booking.Outages;
import asset2go.custody.Custody;
import asset2go.custody.CustodyList;
import asset2go.custody.DamageTrail;
import asset2go.custody.DamageTrails;
import asset2go.dependency.Dependence;
import asset2go.dependency.Dependencies;
import asset2go.dependency.DependencyDraft;
import asset2go.dependency.Impact;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.placement.Placement;
import asset2go.placement.PlacementList;
import asset2go.placement.Position;
import asset2go.placement.Positions;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.CsvAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/assets}. */
@ApplicationScoped
@Path("/v1/assets")
public class AssetsResource implements AssetsApi {

  private @Inject Assets assets;
  private @Inject AssetList list;
  private @Inject AssetCsv csv;
  private @Inject FiltersInWords words;
  private @Inject AssetValues values;
  private @Inject Transitions transitions;
  private @Inject Dependence dependence;
  private @Inject CustodyList custodies;
  private @Inject DamageTrails damageTrails;
  private @Inject PlacementList placements;
  private @Inject Positions positions;
  private @Inject MergePatch mergePatch;
  private @Inject Outages outages;
  private @Inject Caller caller;
  @Context private UriInfo uri;

  @Override
  public Page<Asset> list(AssetQuery query) {
    return list.find(caller.actor(), AskedQuery.of(query, uri.getQueryParameters()));
  }

  @Override
  public AssetFilters filters(@Nullable String query) {
    return words.of(caller.actor(), AskedQuery.of(AssetQuery.kept(query == null ? "" : query)));
  }

  /** All that match, as a file in the columns that an import reads. */
  @GET
  @Produces("text/csv;qs=0.5")
  @Operation(summary = "All that match, as CSV: by Accept or ?format=csv")
  public Response export(@BeanParam AssetQuery query) {
    Actor actor = caller.actor();
    AssetQuery asked = AskedQuery.of(query, uri.getQueryParameters());
    csv.check(actor, asked);
    return CsvAnswer.of("assets.csv", out -> csv.write(actor, asked, out));
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Asset create(AssetDraft draft) {
    return assets.create(caller.actor(), draft);
  }

  @Override
  public Asset get(String id) {
    return assets.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Asset change(String id, @Nullable String ifMatch, JsonObject patch) {
    return assets.change(
        caller.actor(),
        id,
        IfMatch.version(ifMatch, id),
        draft -> mergePatch.apply(draft, patch, AssetDraft.class));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public void trash(String id, @Nullable String ifMatch) {
    assets.trash(caller.actor(), id, IfMatch.version(ifMatch, id));
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Asset transition(String id, @Nullable String ifMatch, Transition transition) {
    return transitions.take(caller.actor(), id, IfMatch.version(ifMatch, id), transition);
  }

  @Override
  public AssetValue value(String id, @Nullable LocalDate on) {
    return values.on(caller.actor(), id, on);
  }

  @Override
  public Page<AssetEvent> events(String id, @Nullable Integer limit, @Nullable String after) {
    return assets.events(caller.actor(), id, limit, after);
  }

  @Override
  public AssetEvent.Verification verify(String id) {
    return assets.verify(caller.actor(), id);
  }

  @Override
  public Page<Asset> contents(
      String id, boolean deep, @Nullable Integer limit, @Nullable String after) {
    return list.inside(caller.actor(), id, deep, limit, after);
  }

  @Override
  public Impact impact(String id, @Nullable Integer depth, @Nullable Integer limit) {
    return dependence.impact(caller.actor(), id, depth, limit);
  }

  @Override
  public Outage outage(
      String id, @Nullable Instant from, @Nullable Instant to, @Nullable Integer depth) {
    return outages.ofAsset(caller.actor(), id, from, to, depth);
  }

  @Override
  public Dependencies dependencies(String id) {
    return dependence.of(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public Dependencies depend(String id, DependencyDraft draft) {
    return dependence.add(caller.actor(), id, draft);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER},
      somewhere = true)
  public void undepend(String id, String dependsOnId, @Nullable String kind) {
    dependence.remove(caller.actor(), id, dependsOnId, kind);
  }

  @Override
  public Page<Custody> custody(
      String id, @Nullable String on, @Nullable Integer limit, @Nullable String after) {
    return custodies.ofAsset(caller.actor(), id, on, limit, after);
  }

  @Override
  public Page<Placement> placements(
      String id, @Nullable String on, @Nullable Integer limit, @Nullable String after) {
    return placements.ofAsset(caller.actor(), id, on, limit, after);
  }

  @Override
  public Position position(String id, @Nullable String on) {
    return positions.of(caller.actor(), id, on);
  }

  @Override
  public DamageTrail damage(String id) {
    return damageTrails.of(caller.actor(), id);
  }
}
