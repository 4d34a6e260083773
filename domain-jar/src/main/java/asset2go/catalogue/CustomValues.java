package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of an asset's custom fields before and after a change, as JSON has them, by the
 * field's id. Only what is changed is held to the rules: a choice that was struck off the list
 * stays where it stands.
 *
 * @param had the fields that the asset had
 * @param has the fields that it has now: another model may bring others
 */
public record CustomValues(
    FieldSet had, Map<String, Object> before, FieldSet has, Map<String, Object> after) {

  /** What a change asks of the values. */
  public record Wish(
      FieldSet had,
      @Nullable Map<String, Object> before,
      FieldSet has,
      FieldSet mayBeSet,
      @Nullable Map<String, @Nullable Object> asked,
      boolean fresh,
      boolean complete) {}

  /**
   * Works out the values after a change.
   *
   * @throws DomainError.Invalid for each value that its field cannot have, as {@code fields.<id>}
   */
  public static CustomValues of(Wish wish) {
    Map<String, Object> before = wish.before() == null ? Map.of() : wish.before();
    Map<String, @Nullable Object> asked = wish.asked() == null ? Map.of() : wish.asked();
    List<FieldError> errors = new ArrayList<>();
    asked.keySet().forEach(id -> refuseUnknown(wish, before, id, errors));
    Map<String, Object> after = new LinkedHashMap<>();
    for (CustomField field : wish.has().fields()) {
      Object old = before.get(field.id());
      boolean settable = wish.mayBeSet().byId(field.id()).isPresent();
      Object value = settable ? value(field, asked.get(field.id()), old, errors) : old;
      if (value != null) {
        after.put(field.id(), value);
      } else if (settable && isMissing(wish, field, old) && noError(errors, field)) {
        errors.add(FieldError.of(path(field.id()), Fault.REQUIRED, field.name() + " is required"));
      }
    }
    if (!errors.isEmpty()) {
      FieldError first = errors.get(0);
      throw new DomainError.Invalid(
          errors.size() == 1
              ? first.field() + ": " + first.message()
              : "Some custom fields are not valid.",
          errors);
    }
    return new CustomValues(wish.had(), before, wish.has(), after);
  }

  private static void refuseUnknown(
      Wish wish, Map<String, Object> before, String id, List<FieldError> errors) {
    if (wish.mayBeSet().byId(id).isPresent()) {
      return;
    }
    if (wish.has().byId(id).isPresent()) {
      errors.add(
          FieldError.of(path(id), Fault.FIXED, "can be set by administrators and managers only"));
    } else if (!before.containsKey(id)) {
      errors.add(
          FieldError.of(path(id), Fault.NO_FIELD, "is not a field of assets of this category"));
    }
  }

  private static @Nullable Object value(
      CustomField field, @Nullable Object said, @Nullable Object old, List<FieldError> errors) {
    try {
      Object value = FieldValue.parse(field.kind(), said);
      if (value != null && !value.equals(old)) {
        FieldValue.check(field, value);
      }
      return value;
    } catch (FieldValue.Refused e) {
      errors.add(e.at(path(field.id())));
      return null;
    }
  }

  /** Who lacked a value when the field became required may go on without. */
  private static boolean isMissing(Wish wish, CustomField field, @Nullable Object old) {
    boolean lackedBefore = !wish.fresh() && old == null && wish.had().byId(field.id()).isPresent();
    return field.required() && wish.complete() && !lackedBefore;
  }

  private static boolean noError(List<FieldError> errors, CustomField field) {
    return errors.stream().noneMatch(error -> error.field().equals(path(field.id())));
  }

  private static String path(String fieldId) {
    return "fields." + fieldId;
  }

  private Set<String> changed() {
    Set<String> ids = new LinkedHashSet<>(before.keySet());
    ids.addAll(after.keySet());
    ids.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
    return ids;
  }

  private CustomField field(String id) {
    return has.byId(id).or(() -> had.byId(id)).orElseThrow();
  }

  /** What differs, for the event; of sensitive values only that they do. */
  public List<Change> changes() {
    return changed().stream()
        .map(id -> new Change(path(id), shown(id, before.get(id)), shown(id, after.get(id))))
        .toList();
  }

  private @Nullable String shown(String id, @Nullable Object value) {
    return value != null && field(id).sensitive() ? CustomField.HIDDEN : FieldValue.text(value);
  }

  /** The properties of the asset's node that change. */
  public Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (String id : changed()) {
      properties.put(FieldSet.property(id), FieldValue.stored(field(id).kind(), after.get(id)));
    }
    return properties;
  }

  /** What the asset is found by. */
  public List<String> searchTexts() {
    return has.searchTexts(after);
  }

  /** Unique values that the asset has from now on, or has no longer, as rows for a statement. */
  public List<Map<String, @Nullable Object>> claims() {
    List<Map<String, @Nullable Object>> claims = new ArrayList<>();
    for (String id : changed()) {
      if (field(id).unique()) {
        claims.add(map("fieldId", id, "value", FieldValue.text(after.get(id))));
      }
    }
    return claims;
  }

  /**
   * Marks fields as used, which waits for, and then prevents, a change of their kinds. To be done
   * before the fields are read.
   */
  public static void use(Transaction tx, Set<String> fieldIds) {
    if (!fieldIds.isEmpty()) {
      tx.run(
          """
          UNWIND $ids AS id
          MATCH (f:CustomField {id: id})
          WHERE f.used IS NULL
          SET f.used = true
          """,
          map("ids", fieldIds.stream().sorted().toList()));
    }
  }

  /**
   * Takes and gives back unique values for an asset that is locked.
   *
   * @throws DomainError.Conflict where another asset has one
   */
  public void claim(Transaction tx, String assetId) {
    List<Map<String, @Nullable Object>> claims = claims();
    if (claims.isEmpty()) {
      return;
    }
    tx.run(
        """
        UNWIND $claims AS claim
        MATCH (:Asset {id: $id})-[:CLAIMS]->(u:UniqueValue {fieldId: claim.fieldId})
        DETACH DELETE u
        """,
        map("claims", claims, "id", assetId));
    tx.one(
            """
            UNWIND $claims AS claim
            MATCH (u:UniqueValue {fieldId: claim.fieldId, value: claim.value})
            RETURN claim.fieldId AS id LIMIT 1
            """,
            map("claims", claims))
        .ifPresent(
            row -> {
              throw new DomainError.Conflict(
                  path(row.get("id").asString()), Fault.TAKEN, "another asset has this value");
            });
    tx.run(
        """
        MATCH (a:Asset {id: $id})
        UNWIND $claims AS claim
        WITH a, claim WHERE claim.value IS NOT NULL
        CREATE (a)-[:CLAIMS]->(:UniqueValue {fieldId: claim.fieldId, value: claim.value})
        """,
        map("claims", claims, "id", assetId));
  }
}
