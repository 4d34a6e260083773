package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.booking.BookingGuard;
import asset2go.cache.Cache;
import asset2go.cache.Touches;
import asset2go.catalogue.Batches;
import asset2go.catalogue.Companies;
import asset2go.catalogue.CustomValues;
import asset2go.catalogue.FieldSet;
import asset2go.catalogue.Suppliers;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Equipment: making, reading, changing and trashing it. Its life cycle is {@link Transitions}. */
@ApplicationScoped
public class Assets {

  /** Statuses in which required fields may still be empty. */
  private static final Set<EquipmentStatus> INCOMPLETE =
      EnumSet.of(EquipmentStatus.ORDERED, EquipmentStatus.RECEIVED);

  private static final Set<EquipmentStatus> FIRST =
      EnumSet.of(EquipmentStatus.ORDERED, EquipmentStatus.RECEIVED, EquipmentStatus.AVAILABLE);

  private @Inject Graph graph;
  private @Inject Companies companies;
  private @Inject Suppliers suppliers;
  private @Inject Events events;
  private @Inject Cache cache;

  /** One asset, with the steps that this actor may take next. */
  public Asset get(Actor actor, String id) {
    if (!actor.scope().isEverything()) {
      return graph.read(tx -> AssetView.shown(tx, actor, id));
    }
    Asset asset =
        cache.get(
            Touches.asset(id), Asset.class, () -> graph.readToKeep(tx -> AssetView.one(tx, id)));
    return NextSteps.in(asset, asset, actor);
  }

  /** What happened to an asset, newest first; also to one in the trash. */
  public Page<AssetEvent> events(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Long before = after == null ? null : number(after);
    return graph.read(
        tx -> {
          Actor here = over(tx, actor, id);
          Page<AssetEvent> page = events.page(tx, id, Limits.page(limit), before);
          return SeenChanges.by(here, tx).of(EventSight.of(tx, actor, id, page));
        });
  }

  /** Whether the chain of an asset's events is whole. */
  public AssetEvent.Verification verify(Actor actor, String id) {
    return graph.read(tx -> events.verify(tx, label(tx, actor, id), id));
  }

  /** Makes an asset. */
  public Asset create(Actor actor, AssetDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(tx -> create(tx, actor, id, now, draft));
    } catch (ConstraintViolated e) {
      throw taken(e, draft.tag());
    }
  }

  private Asset create(Transaction tx, Actor actor, String id, Instant now, AssetDraft asked) {
    requireSeen(tx, actor, asked);
    AssetDraft draft = complete(tx, asked);
    String companyId = Objects.requireNonNull(draft.companyId());
    CustomValues values = values(tx, there(tx, actor, draft, companyId), null, draft);
    if (draft.containerId() != null) {
      TreeLock.CONTAINMENT.take(tx, companyId);
    }
    Map<String, @Nullable Object> properties = AssetFields.properties(draft);
    properties.put("id", id);
    properties.put("createdAt", now);
    properties.put("updatedAt", now);
    properties.put("version", 1L);
    properties.put("searchText", searchText(tx, draft, values));
    properties.putAll(values.properties());
    tx.run("CREATE (a:Asset) SET a = $properties", map("properties", properties));
    linkModel(tx, id, draft.modelId());
    values.claim(tx, id);
    if (draft.batchId() != null) {
      Batches.link(tx, id, draft.batchId());
    }
    if (draft.locationId() != null || draft.containerId() != null) {
      Placements.put(tx, id, companyId, draft.locationId(), draft.containerId(), now);
    }
    Rights.requireStill(tx, actor, id, Duty.KEEP.roles());
    List<Change> changes = new ArrayList<>(AssetFields.changes(null, draft));
    changes.addAll(values.changes());
    events.append(tx, "Asset", id, "CREATED", actor, now, changes);
    return AssetView.shown(tx, actor, id);
  }

  /** The actor with the roles that hold where something is going to be. */
  private static Actor there(Transaction tx, Actor actor, AssetDraft draft, String companyId) {
    String place =
        draft.containerId() == null
            ? draft.locationId()
            : tx.one(
                    "MATCH (a:Asset {id: $id}) RETURN a.rootLocationId AS place",
                    Map.of("id", draft.containerId()))
                .map(row -> Values.text(row.get("place")))
                .orElse(null);
    return actor.over(place, draft.modelId(), companyId);
  }

  private static void requireSeen(Transaction tx, Actor actor, AssetDraft draft) {
    Rights.requireSeen(tx, actor, "Location", draft.locationId(), "locationId");
    Rights.requireSeen(tx, actor, "Asset", draft.containerId(), "containerId");
    Rights.requireSeen(tx, actor, "Company", draft.companyId(), "companyId");
  }

  private AssetDraft complete(Transaction tx, AssetDraft draft) {
    EquipmentStatus status = draft.status() == null ? EquipmentStatus.AVAILABLE : draft.status();
    if (!FIRST.contains(status)) {
      throw new DomainError.Invalid(
          "status", "a new asset is ORDERED, RECEIVED or AVAILABLE; transitions lead further");
    }
    String companyId = companies.resolve(tx, draft.companyId());
    String tag = blank(draft.tag()) ? Tags.next(tx, companyId, 1).get(0) : strip(draft.tag());
    return new AssetDraft(
        tag,
        draft.name().strip(),
        blank(draft.serial()) ? null : strip(draft.serial()),
        status,
        draft.condition(),
        companyId,
        draft.modelId(),
        draft.locationId(),
        draft.containerId(),
        suppliers.resolve(tx, null, draft.purchase()),
        draft.notes(),
        draft.batchId(),
        draft.fields());
  }

  /**
   * Changes an asset.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   * @param change makes the draft that is wanted from the one that is
   */
  public Asset change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<AssetDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(tx -> change(tx, actor, id, expected, change, now));
    } catch (ConstraintViolated e) {
      throw taken(e, null);
    }
  }

  /** The same within a transaction. */
  public Asset change(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      UnaryOperator<AssetDraft> change,
      Instant now) {
    Actor here = Rights.require(tx, actor, id, Duty.HANDLE.roles());
    Asset old = lock(tx, id, expected);
    AssetDraft before = AssetFields.draft(old);
    // Without what this actor may not see: a value that is known already would tell itself apart.
    AssetDraft asked = change.apply(AssetFields.draft(NextSteps.in(old, old, here)));
    AssetDraft after =
        asked.resolved(suppliers.resolve(tx, before.purchase(), asked.purchase()), asked.fields());
    refuseWhatIsNotEdited(before, after);
    CustomValues values = values(tx, here, old, after);
    List<Change> changes = new ArrayList<>(AssetFields.changes(before, after));
    changes.addAll(values.changes());
    if (changes.isEmpty()) {
      return AssetView.shown(tx, actor, id);
    }
    boolean moved =
        !Objects.equals(before.locationId(), after.locationId())
            || !Objects.equals(before.containerId(), after.containerId());
    Map<String, @Nullable Object> properties = AssetFields.properties(after);
    properties.put("updatedAt", now);
    properties.put("version", old.version() + 1);
    properties.put("searchText", searchText(tx, after, values));
    properties.putAll(values.properties());
    tx.run(
        "MATCH (a:Asset {id: $id}) SET a += $properties", map("id", id, "properties", properties));
    if (!Objects.equals(before.modelId(), after.modelId())) {
      linkModel(tx, id, after.modelId());
    }
    values.claim(tx, id);
    if (!Objects.equals(before.batchId(), after.batchId())) {
      Batches.link(tx, id, after.batchId());
    }
    if (moved) {
      requireSeen(tx, actor, after);
      TreeLock.CONTAINMENT.take(tx, old.company().id());
      Placements.put(tx, id, old.company().id(), after.locationId(), after.containerId(), now);
    }
    Rights.requireStill(tx, actor, id, Duty.HANDLE.roles());
    String kind = moved && changes.size() <= 2 && onlyPlace(changes) ? "MOVED" : "CHANGED";
    events.append(tx, "Asset", id, kind, actor, now, changes);
    return AssetView.shown(tx, actor, id);
  }

  private static CustomValues values(
      Transaction tx, Actor actor, @Nullable Asset old, AssetDraft asked) {
    Map<String, Object> before = old == null ? null : old.fields();
    if (asked.fields() != null) {
      Set<String> set = new HashSet<>(asked.fields().keySet());
      set.removeAll(before == null ? Set.of() : before.keySet());
      CustomValues.use(tx, set);
    }
    FieldSet has = FieldSet.ofModel(tx, asked.modelId());
    return CustomValues.of(
        new CustomValues.Wish(
            old == null || old.definitions() == null
                ? FieldSet.NONE
                : new FieldSet(old.definitions()),
            before,
            has,
            has.seenBy(actor),
            asked.fields(),
            old == null,
            !INCOMPLETE.contains(asked.status())));
  }

  private static boolean onlyPlace(List<Change> changes) {
    return changes.stream()
        .allMatch(c -> c.field().equals("locationId") || c.field().equals("containerId"));
  }

  private static void refuseWhatIsNotEdited(AssetDraft before, AssetDraft after) {
    if (after.status() != before.status()) {
      throw new DomainError.Invalid("status", Fault.FIXED, "is changed by POST …/transitions only");
    }
    if (!Objects.equals(after.companyId(), before.companyId())) {
      throw new DomainError.Invalid("companyId", Fault.FIXED, "cannot be changed");
    }
    if (blank(after.tag())) {
      throw new DomainError.Invalid("tag", Fault.REQUIRED, "must not be empty");
    }
  }

  /** Puts an asset into the trash: lists, searches and uniqueness no longer see it. */
  public void trash(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          trash(tx, actor, id, expected, now);
          return id;
        });
  }

  /** The same within a transaction. */
  public void trash(Transaction tx, Actor actor, String id, @Nullable Long expected, Instant now) {
    Rights.require(tx, actor, id, Duty.KEEP.roles());
    Asset asset = lock(tx, id, expected);
    if (asset.holder() != null) {
      throw new DomainError.Conflict("Somebody still holds the asset: check it in first.");
    }
    if (tx.one(
            "MATCH (:Asset {id: $id})<-[:CONTAINED_IN|HELD_BY]-(x:Asset) RETURN x LIMIT 1",
            Map.of("id", id))
        .isPresent()) {
      throw new DomainError.Conflict("The asset still contains or holds others: move them first.");
    }
    BookingGuard.refuseWhileBooked(tx, id, now);
    events.append(tx, "Asset", id, "TRASHED", actor, now, List.of());
    tx.run(
        """
              MATCH (a:Asset {id: $id})
              REMOVE a:Asset
              SET a:TrashedAsset, a.trashedAt = $now, a.trashedById = $actor,
                  a.trashedByName = $actorName, a.version = a.version + 1
              WITH a
              MATCH (a)-[:CLAIMS]->(u:UniqueValue)
              DETACH DELETE u
              """,
        map("id", id, "now", now, "actor", actor.id(), "actorName", actor.name()));
  }

  /** Locks an asset by writing to it, and reads it after that. */
  static Asset lock(Transaction tx, String id, @Nullable Long expected) {
    tx.run("MATCH (a:Asset {id: $id}) SET a.touched = true", Map.of("id", id));
    Asset asset = AssetView.one(tx, id);
    if (expected != null && expected != asset.version()) {
      throw new DomainError.Stale("asset");
    }
    return asset;
  }

  /** The label under which the asset is, trash included. */
  private static String label(Transaction tx, Actor actor, String id) {
    return requireExists(tx, actor, id).get("label").asString();
  }

  /** The actor with the roles that hold for an asset, be it in the trash. */
  private static Actor over(Transaction tx, Actor actor, String id) {
    Record row = requireExists(tx, actor, id);
    return actor.over(
        Values.text(row.get("place")),
        Values.text(row.get("model")),
        row.get("company").asString());
  }

  private static Record requireExists(Transaction tx, Actor actor, String id) {
    Scope scope = actor.scope();
    return tx.one(
            """
            OPTIONAL MATCH (a:Asset {id: $id}) WHERE %s
            OPTIONAL MATCH (t:TrashedAsset {id: $id}) WHERE %s
            WITH CASE WHEN a IS NOT NULL THEN 'Asset' WHEN t IS NOT NULL THEN 'TrashedAsset' END
              AS label, coalesce(a, t) AS x
            WHERE label IS NOT NULL
            RETURN label, x.rootLocationId AS place, x.modelId AS model, x.companyId AS company
            """
                .formatted(scope.asset("a"), scope.asset("t")),
            scope.with("id", id))
        .orElseThrow(() -> new DomainError.NotFound("asset", id));
  }

  private static String searchText(Transaction tx, AssetDraft draft, CustomValues values) {
    Record model =
        draft.modelId() == null
            ? null
            : tx.one(
                    """
                    MATCH (m:AssetModel {id: $id})
                    OPTIONAL MATCH (m)-[:MADE_BY]->(f)
                    RETURN m.name AS model, f.name AS manufacturer
                    """,
                    Map.of("id", draft.modelId()))
                .orElseThrow(
                    () ->
                        new DomainError.Invalid(
                            "modelId", Fault.UNKNOWN, "there is no model " + draft.modelId()));
    return SearchText.of(
        Objects.requireNonNull(draft.tag()),
        draft.name(),
        draft.serial(),
        model == null ? null : model.get("model").asString(),
        model == null ? null : Values.text(model.get("manufacturer")),
        values.searchTexts());
  }

  private static void linkModel(Transaction tx, String id, @Nullable String modelId) {
    tx.run(
        """
        MATCH (a:Asset {id: $id})
        OPTIONAL MATCH (a)-[old:OF_MODEL]->()
        DELETE old
        WITH DISTINCT a
        MATCH (m:AssetModel {id: $modelId})
        CREATE (a)-[:OF_MODEL]->(m)
        """,
        map("id", id, "modelId", modelId));
  }

  /** What to say where a constraint refused an asset. */
  public static DomainError.Conflict taken(ConstraintViolated e, @Nullable String tag) {
    if (String.valueOf(e.getMessage()).contains("UniqueValue")) {
      return new DomainError.Conflict(
          "fields", Fault.TAKEN, "another asset was just given one of these values");
    }
    return new DomainError.Conflict(
        "tag",
        Fault.TAKEN,
        "the company already has an asset with " + (tag == null ? "this tag" : "tag " + tag));
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static @Nullable String strip(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
