package asset2go.importing;

import asset2go.asset.AssetDraft;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.AssetFields;
import asset2go.asset.Purchase;
import asset2go.catalogue.CustomValues;
import asset2go.importing.ModelNames.Model;
import asset2go.page.Ref;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out in memory what the rows of a batch make of the assets that are there. */
final class AssetPlan {

  /** How deep assets may stand inside one another. */
  private static final int MAX_DEPTH = 20;

  private final Scope scope;
  private final Known comes;
  private final AssetReferences references;
  private final RowFields fields;
  private final Assets assets;
  private final Outcome outcome = new Outcome();
  private final Set<String> toLock = new HashSet<>();
  private final Set<String> trees = new HashSet<>();
  private final Map<String, Integer> tagsMissing = new HashMap<>();
  private final Map<String, Deque<String>> tags = new HashMap<>();

  AssetPlan(
      Scope scope,
      Known comes,
      AssetReferences references,
      RowFields fields,
      Assets assets,
      Map<String, Deque<String>> tags) {
    this.scope = scope;
    this.comes = comes;
    this.references = references;
    this.fields = fields;
    this.assets = assets;
    tags.forEach((companyId, made) -> this.tags.put(companyId, new ArrayDeque<>(made)));
  }

  Assets assets() {
    return assets;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Ids of assets that are to be locked before they are changed. */
  Set<String> toLock() {
    return toLock;
  }

  /** Companies whose containment is to be locked. */
  Set<String> trees() {
    return trees;
  }

  /** How many tags have to be made, by company. */
  Map<String, Integer> tagsMissing() {
    return tagsMissing;
  }

  /** Takes the rows; those that wait for the container of another row are taken after it. */
  void take(List<AssetRow> rows) {
    List<AssetRow> waiting = rows;
    int before;
    do {
      before = waiting.size();
      List<AssetRow> still = new ArrayList<>();
      for (AssetRow row : waiting) {
        take(row, still);
      }
      waiting = still;
    } while (!waiting.isEmpty() && waiting.size() < before);
    waiting.forEach(this::setAside);
    for (AssetState asset : assets.all()) {
      if (!asset.fresh && asset.changed()) {
        toLock.add(asset.id);
      }
    }
  }

  private void setAside(AssetRow row) {
    String container = Objects.requireNonNull(row.container());
    if (!scope.write() && comes.has(container)) {
      outcome.created++;
    } else if (scope.write() && !scope.last()) {
      outcome.aside.add(row.cells().line());
    } else {
      refuse(
          row,
          new Refusal(
              Field.CONTAINER,
              container,
              "is not the tag of an asset of the company, nor of a good row of this file"));
    }
  }

  private void refuse(AssetRow row, Refusal refusal) {
    outcome.fail(List.of(refusal.in(row.cells())));
  }

  private void take(AssetRow row, List<AssetRow> waiting) {
    try {
      String companyId = references.company(row);
      AssetState found = find(row, companyId);
      AssetState container = null;
      if (row.container() != null) {
        String within = found == null ? companyId : found.companyId;
        container = tagged(Field.CONTAINER, row.container(), within);
        if (container == null) {
          waiting.add(row);
          return;
        }
      }
      outcome.count(
          found == null ? create(row, companyId, container) : update(found, row, container));
    } catch (Refusal refusal) {
      refuse(row, refusal);
    }
  }

  private @Nullable AssetState find(AssetRow row, @Nullable String companyId) throws Refusal {
    if (row.tag() != null) {
      return tagged(Field.TAG, row.tag(), companyId);
    }
    if (row.serial() == null) {
      return null;
    }
    try {
      return assets.numbered(row.serial(), companyId, references.standardCompany());
    } catch (BadCell e) {
      throw new Refusal(Field.SERIAL, row.serial(), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable AssetState tagged(Field field, String tag, @Nullable String companyId)
      throws Refusal {
    try {
      return assets.tagged(tag, companyId, references.standardCompany());
    } catch (BadCell e) {
      throw new Refusal(field, tag, String.valueOf(e.getMessage()));
    }
  }

  private Outcome.Change create(
      AssetRow row, @Nullable String rowCompany, @Nullable AssetState container) throws Refusal {
    String companyId =
        rowCompany != null
            ? rowCompany
            : container != null ? container.companyId : references.standardCompany();
    String name = row.newName();
    if (name == null) {
      throw new Refusal(Field.NAME, null, "is missing, and so is a model to name it by");
    }
    AssetState asset = new AssetState(companyId, row.tag() == null ? "" : row.tag());
    Next next = next(asset, row, name, container);
    if (row.tag() == null) {
      // Taken last, so that a row that is refused uses up no tag.
      String tag = nextTag(companyId);
      asset = new AssetState(companyId, tag);
      next = next(asset, row, name, container);
    }
    apply(asset, next);
    List<Change> changes = new ArrayList<>(AssetFields.changes(null, asset.draft));
    changes.addAll(next.values().changes());
    if (asset.holder != null) {
      changes.add(new Change("holder", null, asset.holder.name()));
    }
    asset.chain.append(scope, "CREATED", changes);
    assets.add(asset);
    return Outcome.Change.CREATED;
  }

  private String nextTag(String companyId) {
    Deque<String> made = tags.get(companyId);
    while (made != null && !made.isEmpty()) {
      String tag = made.remove();
      if (!assets.hasTag(tag, companyId)) {
        return tag;
      }
    }
    // The plan is made again once there are enough.
    int count = tagsMissing.merge(companyId, 1, Integer::sum);
    return "\n" + count;
  }

  private Outcome.Change update(AssetState asset, AssetRow row, @Nullable AssetState container)
      throws Refusal {
    Next next = next(asset, row, null, container);
    AssetDraft before = asset.draft;
    Ref holderBefore = asset.holder;
    List<Change> values = next.values().changes();
    if (next.draft().equals(before)
        && Objects.equals(next.holder(), holderBefore)
        && values.isEmpty()) {
      return Outcome.Change.UNCHANGED;
    }
    apply(asset, next);
    List<Change> changes = new ArrayList<>(AssetFields.changes(before, asset.draft));
    List<Change> step = new ArrayList<>();
    changes.stream().filter(change -> change.field().equals("status")).forEach(step::add);
    changes.removeAll(step);
    changes.addAll(values);
    if (!changes.isEmpty()) {
      asset.chain.append(scope, onlyPlace(changes) ? "MOVED" : "CHANGED", changes);
    }
    if (!Objects.equals(asset.holder, holderBefore)) {
      step.add(new Change("holder", name(holderBefore), name(asset.holder)));
    }
    if (!step.isEmpty()) {
      step.add(new Change("reason", null, "Import of " + scope.fileName()));
      asset.chain.append(scope, "TRANSITION", step);
    }
    return Outcome.Change.UPDATED;
  }

  private static boolean onlyPlace(List<Change> changes) {
    return changes.stream()
        .allMatch(c -> c.field().equals("locationId") || c.field().equals("containerId"));
  }

  private static @Nullable String name(@Nullable Ref ref) {
    return ref == null ? null : ref.name();
  }

  /** How an asset is to be after a row. */
  private record Next(
      AssetDraft draft,
      @Nullable Ref holder,
      @Nullable Model model,
      @Nullable AssetState container,
      @Nullable String rootLocationId,
      CustomValues values) {}

  private void apply(AssetState asset, Next next) {
    asset.draft = next.draft();
    asset.holder = next.holder();
    if (next.model() != null) {
      asset.modelName = next.model().name();
      asset.manufacturerName = next.model().manufacturer();
    }
    asset.container = next.container();
    asset.rootLocationId = next.rootLocationId();
    fields.claim(asset, next.values());
    asset.has = next.values().has();
    asset.values = next.values().after();
    assets.index(asset, asset.draft.serial());
  }

  private Next next(
      AssetState asset, AssetRow row, @Nullable String newName, @Nullable AssetState into)
      throws Refusal {
    AssetDraft old = asset.draft;
    Model model = null;
    if (row.model().name() != null || !row.model().isEmpty() && old.modelId() == null) {
      model = references.model(row.model());
    }
    String location = references.location(row, asset.companyId);
    AssetState container = into != null ? into : location != null ? null : asset.container;
    String root = place(asset, row, container, location);
    Ref holder = references.holder(row);
    Custody custody = Custody.next(asset, row, holder, scope.actor());
    String name = newName != null ? newName : row.name();
    AssetDraft draft =
        new AssetDraft(
            asset.tag,
            name != null ? name : old.name(),
            or(row.serial(), old.serial()),
            custody.status(),
            or(row.condition(), old.condition()),
            asset.companyId,
            model == null ? old.modelId() : model.id(),
            container != null ? null : or(location, old.locationId()),
            container != null ? container.id : null,
            purchase(row.purchase(), references.supplier(row), old.purchase()),
            or(row.notes(), old.notes()),
            or(references.batch(row), old.batchId()),
            null);
    CustomValues values =
        fields.values(
            asset,
            row,
            model,
            scope.write() ? null : references.models().categoryId(row.model()),
            custody.status());
    return new Next(draft, custody.holder(), model, container, root, values);
  }

  /** Checks where an asset is to stand; the location of its outermost container. */
  private @Nullable String place(
      AssetState asset, AssetRow row, @Nullable AssetState container, @Nullable String location)
      throws Refusal {
    if (container == null) {
      boolean moves =
          asset.container != null || location != null && !location.equals(asset.draft.locationId());
      if (moves && !asset.fresh) {
        trees.add(asset.companyId);
      }
      return location == null ? asset.rootLocationId : location;
    }
    if (container != asset.container) {
      checkContainer(asset, row, container);
    }
    if (location != null && !location.equals(container.rootLocationId)) {
      throw new Refusal(
          Field.LOCATION,
          row.location(),
          "is not where the container %s stands. Leave it empty, or correct one of the two"
              .formatted(container.tag));
    }
    return container.rootLocationId;
  }

  private void checkContainer(AssetState asset, AssetRow row, AssetState container) throws Refusal {
    if (!container.companyId.equals(asset.companyId)) {
      throw new Refusal(Field.CONTAINER, row.container(), "belongs to another company");
    }
    int depth = 1;
    for (AssetState c = container; c != null; c = c.container) {
      if (c == asset) {
        throw new Refusal(
            Field.CONTAINER, row.container(), "stands inside this asset, or is this asset itself");
      }
      if (depth++ > MAX_DEPTH) {
        throw new Refusal(
            Field.CONTAINER,
            row.container(),
            "assets can stand inside one another %d deep at most".formatted(MAX_DEPTH));
      }
    }
    trees.add(asset.companyId);
    if (!container.fresh) {
      toLock.add(container.id);
    }
  }

  private static Purchase purchase(
      Purchase said, @Nullable Ref supplier, @Nullable Purchase before) {
    Purchase old = before == null ? Purchase.NONE : before;
    boolean samePrice =
        said.price() == null
            || old.price() != null
                && new BigDecimal(said.price()).compareTo(new BigDecimal(old.price())) == 0;
    return new Purchase(
        or(said.date(), old.date()),
        samePrice ? old.price() : said.price(),
        or(said.currency(), old.currency()),
        or(said.orderNumber(), old.orderNumber()),
        supplier == null ? old.supplierId() : supplier.id(),
        supplier == null ? old.supplier() : supplier.name(),
        or(said.warrantyUntil(), old.warrantyUntil()));
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T old) {
    return said != null ? said : old;
  }
}
