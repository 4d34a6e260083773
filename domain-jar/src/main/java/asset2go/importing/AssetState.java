package asset2go.importing;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetDraft;
import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Holder;
import asset2go.asset.Purchase;
import asset2go.asset.SearchText;
import asset2go.bulk.Difference;
import asset2go.bulk.StepBack;
import asset2go.catalogue.CustomValues;
import asset2go.catalogue.FieldSet;
import asset2go.graph.Ids;
import asset2go.page.Ref;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * An asset as a batch sees it: as it was read or made up, and as the rows so far have changed it.
 * Several rows of one batch may mean the same asset.
 */
final class AssetState {

  final String id;
  final String companyId;
  final String tag;

  /** Not in the graph yet. */
  final boolean fresh;

  final long version;
  final Chain chain;
  final @Nullable AssetDraft before;
  final @Nullable Ref holderBefore;
  final @Nullable LocalDate dueBefore;

  /** A work order keeps it in maintenance. */
  final boolean inWork;

  final @Nullable String searchTextBefore;
  final FieldSet had;
  final Map<String, Object> valuesBefore;
  FieldSet has;
  Map<String, Object> values;
  AssetDraft draft;
  @Nullable String modelName;
  @Nullable String manufacturerName;
  @Nullable Ref holder;
  @Nullable AssetState container;
  @Nullable String rootLocationId;

  /** A new one that nothing is known of but where it belongs. */
  AssetState(String companyId, String tag) {
    this.id = Ids.next();
    this.companyId = companyId;
    this.tag = tag;
    this.fresh = true;
    this.version = 0;
    this.chain = new Chain(id, 0, null);
    this.before = null;
    this.holderBefore = null;
    this.dueBefore = null;
    this.inWork = false;
    this.searchTextBefore = null;
    this.had = FieldSet.NONE;
    this.valuesBefore = Map.of();
    this.has = had;
    this.values = valuesBefore;
    this.draft =
        new AssetDraft(
            tag,
            tag,
            null,
            EquipmentStatus.AVAILABLE,
            null,
            companyId,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
  }

  /** One that was read; its container is still only an id. */
  AssetState(Value a, FieldSet fields) {
    this.id = a.get("id").asString();
    this.companyId = a.get("companyId").asString();
    this.tag = a.get("tag").asString();
    this.fresh = false;
    this.version = a.get("version").asLong();
    this.chain = new Chain(id, a.get("eventSeq").asLong(0), text(a.get("eventHash")));
    this.draft = draft(a);
    this.before = draft;
    this.modelName = text(a.get("modelName"));
    this.manufacturerName = text(a.get("manufacturerName"));
    this.holder =
        a.get("holderId").isNull()
            ? null
            : new Ref(a.get("holderId").asString(), a.get("holderName").asString(""));
    this.holderBefore = holder;
    this.dueBefore = date(a.get("due"));
    this.inWork = a.get("inWork").asBoolean(false);
    this.searchTextBefore = text(a.get("searchText"));
    Map<String, Object> read = fields.read(a);
    this.had = fields;
    this.valuesBefore = read == null ? Map.of() : read;
    this.has = had;
    this.values = valuesBefore;
    this.rootLocationId = text(a.get("rootLocationId"));
  }

  private static AssetDraft draft(Value a) {
    Purchase purchase =
        new Purchase(
            date(a.get("purchaseDate")),
            text(a.get("price")),
            text(a.get("currency")),
            text(a.get("orderNumber")),
            text(a.get("supplierId")),
            text(a.get("supplierName").isNull() ? a.get("supplier") : a.get("supplierName")),
            date(a.get("warrantyUntil")));
    return new AssetDraft(
        a.get("tag").asString(),
        a.get("name").asString(),
        text(a.get("serial")),
        EquipmentStatus.valueOf(a.get("status").asString()),
        a.get("condition").isNull() ? null : Condition.valueOf(a.get("condition").asString()),
        a.get("companyId").asString(),
        text(a.get("modelId")),
        text(a.get("locationId")),
        text(a.get("containerId")),
        purchase,
        text(a.get("notes")),
        text(a.get("batchId")),
        null);
  }

  /** Whether anything of it is to be written. */
  boolean changed() {
    return !chain.events().isEmpty();
  }

  EquipmentStatus status() {
    return Objects.requireNonNull(draft.status(), "every asset has a status");
  }

  /** That before the rows; a new one comes from where everything begins. */
  EquipmentStatus statusBefore() {
    return before == null || before.status() == null ? EquipmentStatus.AVAILABLE : before.status();
  }

  /** What all rows together made of its custom fields. */
  CustomValues customValues() {
    return new CustomValues(had, valuesBefore, has, values);
  }

  boolean moved() {
    return before == null
        ? draft.locationId() != null || draft.containerId() != null
        : !Objects.equals(before.locationId(), draft.locationId())
            || !Objects.equals(before.containerId(), draft.containerId());
  }

  boolean rebatched() {
    return before == null
        ? draft.batchId() != null
        : !Objects.equals(before.batchId(), draft.batchId());
  }

  boolean remodelled() {
    return before == null
        ? draft.modelId() != null
        : !Objects.equals(before.modelId(), draft.modelId());
  }

  /** What the rows made of one that was there, with the way back. */
  Difference difference() {
    AssetDraft old = Objects.requireNonNull(before);
    return Difference.of(with(old, valuesBefore), with(draft, values))
        .with(step(old, holderBefore, dueBefore), step(draft, holder, dueAfter()));
  }

  private @Nullable LocalDate dueAfter() {
    return Objects.equals(holder, holderBefore) ? dueBefore : null;
  }

  private static JsonObject step(AssetDraft draft, @Nullable Ref holder, @Nullable LocalDate due) {
    return StepBack.said(
        Objects.requireNonNull(draft.status()),
        holder == null ? null : new Holder(Holder.Kind.PERSON, holder.id(), null),
        due,
        null);
  }

  private static AssetDraft with(AssetDraft draft, Map<String, Object> values) {
    return new AssetDraft(
        draft.tag(),
        draft.name(),
        draft.serial(),
        draft.status(),
        draft.condition(),
        draft.companyId(),
        draft.modelId(),
        draft.containerId() == null ? draft.locationId() : null,
        draft.containerId(),
        draft.purchase(),
        draft.notes(),
        draft.batchId(),
        new HashMap<>(values));
  }

  String searchText() {
    return SearchText.of(
        tag, draft.name(), draft.serial(), modelName, manufacturerName, has.searchTexts(values));
  }
}
