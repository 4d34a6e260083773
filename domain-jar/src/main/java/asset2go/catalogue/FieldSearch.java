package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a custom field that a list is narrowed to.
 *
 * @param property of the asset's node
 * @param stored the value as it stands there
 * @param categoryId assets of it and of what is below have the field
 */
public record FieldSearch(String property, Object stored, String categoryId) {

  /**
   * What somebody looks for in the fields with an id or a name, of those that they may see: of one
   * name there may be a field in several categories.
   *
   * @throws DomainError.Malformed where there is no such field, or the value is none of its values
   */
  public static List<FieldSearch> of(Transaction tx, Actor actor, String nameOrId, String value) {
    List<FieldSearch> searches = new ArrayList<>();
    String wrong = "there is no such field";
    for (CustomField field : fields(tx, nameOrId)) {
      if (field.sensitive() && !FieldSet.seesAll(actor)) {
        continue;
      }
      try {
        Object stored = FieldValue.stored(field.kind(), FieldValue.parse(field.kind(), value));
        if (stored == null) {
          wrong = "must not be empty";
        } else {
          searches.add(
              new FieldSearch(FieldSet.property(field.id()), stored, field.category().id()));
        }
      } catch (FieldValue.Refused e) {
        wrong = String.valueOf(e.getMessage());
      }
    }
    if (searches.isEmpty()) {
      throw new DomainError.Malformed("field." + nameOrId, wrong);
    }
    return searches;
  }

  private static List<CustomField> fields(Transaction tx, String nameOrId) {
    return tx.list(
        """
        MATCH (f:CustomField)<-[:HAS_FIELD]-(c)
        WHERE f.id = $id OR f.nameKey = $key
        RETURN f{.*, category: c{.id, .name}} AS field
        ORDER BY f.id LIMIT 50
        """,
        map("id", nameOrId, "key", Folding.fold(nameOrId)),
        row -> FieldSet.field(row.get("field")));
  }
}
