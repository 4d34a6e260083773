package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.catalogue.CustomField;
import asset2go.catalogue.CustomValues;
import asset2go.catalogue.FieldSet;
import asset2go.catalogue.FieldValue;
import asset2go.graph.Transaction;
import asset2go.importing.ModelNames.Model;
import asset2go.problem.DomainError;
import asset2go.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields of a batch: which ones the models of its rows bring, what the rows say of them,
 * and who has which of the values that only one asset may have.
 */
final class RowFields {

  private static final Set<EquipmentStatus> INCOMPLETE =
      EnumSet.of(EquipmentStatus.ORDERED, EquipmentStatus.RECEIVED);

  private final Map<String, FieldSet> byModel;
  private final Map<String, FieldSet> byCategory;
  private final Map<String, String> claimed = new HashMap<>();

  private RowFields(Map<String, FieldSet> byModel, Map<String, FieldSet> byCategory) {
    this.byModel = byModel;
    this.byCategory = byCategory;
  }

  /**
   * Reads the fields.
   *
   * @param assets that the rows may mean
   */
  static RowFields read(
      Transaction tx, ModelNames models, Collection<AssetRow> rows, Assets assets) {
    Set<String> modelIds = new HashSet<>();
    Set<String> categoryIds = new HashSet<>();
    for (AssetRow row : rows) {
      Model model = row.model().isEmpty() ? null : models.get(row.model());
      if (model != null) {
        modelIds.add(model.id());
      }
      String category = models.categoryId(row.model());
      if (category != null) {
        categoryIds.add(category);
      }
    }
    RowFields fields =
        new RowFields(FieldSet.ofModels(tx, modelIds), FieldSet.ofCategories(tx, categoryIds));
    fields.readClaims(tx, rows, assets);
    return fields;
  }

  private void readClaims(Transaction tx, Collection<AssetRow> rows, Assets assets) {
    Set<CustomField> unique = new HashSet<>();
    List<FieldSet> sets = new ArrayList<>(byModel.values());
    sets.addAll(byCategory.values());
    assets.all().forEach(asset -> sets.add(asset.had));
    sets.forEach(set -> set.fields().stream().filter(CustomField::unique).forEach(unique::add));
    List<Map<String, @Nullable Object>> sought = new ArrayList<>();
    for (AssetRow row : rows) {
      for (CustomField field : unique) {
        String cell = row.fields().get(field.name());
        String value = cell == null ? null : text(field, cell);
        if (value != null) {
          sought.add(map("fieldId", field.id(), "value", value));
        }
      }
    }
    if (!sought.isEmpty()) {
      tx.rows(
              """
              UNWIND $rows AS row
              MATCH (a:Asset)-[:CLAIMS]->(:UniqueValue {fieldId: row.fieldId, value: row.value})
              RETURN row.fieldId AS fieldId, row.value AS value, a.id AS id
              """,
              map("rows", sought))
          .forEach(
              row ->
                  claimed.put(
                      key(row.get("fieldId").asString(), row.get("value").asString()),
                      row.get("id").asString()));
    }
  }

  private static @Nullable String text(CustomField field, String cell) {
    try {
      return FieldValue.text(CustomCells.read(field, cell));
    } catch (BadCell e) {
      return null;
    }
  }

  private static String key(String fieldId, @Nullable Object value) {
    return fieldId + '\n' + value;
  }

  /**
   * What a row makes of an asset's values.
   *
   * @param model that the row names, null where the asset keeps its own
   * @param categoryId of a model that a dry run only pretends to make
   */
  CustomValues values(
      AssetState asset,
      AssetRow row,
      @Nullable Model model,
      @Nullable String categoryId,
      EquipmentStatus status)
      throws Refusal {
    FieldSet has =
        model == null
            ? asset.has
            : byModel.getOrDefault(
                model.id(),
                categoryId == null
                    ? FieldSet.NONE
                    : byCategory.getOrDefault(categoryId, FieldSet.NONE));
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>(asset.values);
    for (Map.Entry<String, String> cell : row.fields().entrySet()) {
      CustomField field =
          has.byName(cell.getKey())
              .orElseThrow(
                  () ->
                      new Refusal(
                          cell.getKey(),
                          cell.getValue(),
                          "is not a field of assets of this category. Leave it empty"));
      wanted.put(field.id(), read(field, cell.getValue()));
    }
    try {
      CustomValues values =
          CustomValues.of(
              new CustomValues.Wish(
                  asset.has,
                  asset.values,
                  has,
                  has,
                  wanted,
                  asset.fresh && asset.values.isEmpty(),
                  !INCOMPLETE.contains(status)));
      refuseTaken(asset, values, row);
      return values;
    } catch (DomainError.Invalid e) {
      FieldError error = e.errors().get(0);
      String name =
          has.byId(error.field().substring("fields.".length()))
              .map(CustomField::name)
              .orElse(error.field());
      throw new Refusal(name, row.fields().get(name), error.message());
    }
  }

  private static @Nullable Object read(CustomField field, String cell) throws Refusal {
    try {
      return CustomCells.read(field, cell);
    } catch (BadCell e) {
      throw new Refusal(field.name(), cell, String.valueOf(e.getMessage()));
    }
  }

  private void refuseTaken(AssetState asset, CustomValues values, AssetRow row) throws Refusal {
    for (Map<String, @Nullable Object> claim : values.claims()) {
      String id = String.valueOf(claim.get("fieldId"));
      String holder = claimed.get(key(id, claim.get("value")));
      if (claim.get("value") != null && holder != null && !holder.equals(asset.id)) {
        String name = values.has().byId(id).map(CustomField::name).orElse(id);
        throw new Refusal(name, row.fields().get(name), "is what another asset has already");
      }
    }
  }

  /** Notes that an asset has values that only one may have, and has others no longer. */
  void claim(AssetState asset, CustomValues values) {
    for (Map<String, @Nullable Object> claim : values.claims()) {
      String id = String.valueOf(claim.get("fieldId"));
      Object old = values.before().get(id);
      claimed.remove(key(id, FieldValue.text(old)), asset.id);
      if (claim.get("value") != null) {
        claimed.put(key(id, claim.get("value")), asset.id);
      }
    }
  }

  /** Fields that assets get values of. */
  static Set<String> used(Collection<AssetState> assets) {
    Set<String> ids = new HashSet<>();
    assets.stream()
        .filter(asset -> !Objects.equals(asset.values, asset.valuesBefore))
        .forEach(asset -> ids.addAll(asset.values.keySet()));
    return ids;
  }
}
