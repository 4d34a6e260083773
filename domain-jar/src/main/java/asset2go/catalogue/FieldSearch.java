package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks of a custom field.
 *
 * @param compared how it is compared with what is stored
 * @param stored the value, or all of them, as the graph stores them
 */
public record FieldSearch(CustomField field, Compared compared, @Nullable Object stored) {

  private static final String NO_SUCH = "there is no such field";

  /** What may stand behind the name of a field. */
  public enum Compared {
    /** It is one of them; behind such a name stands nothing. */
    ANY("", "IN"),
    /** It begins like that, in these letters. */
    BEGINS("begins", "STARTS WITH"),
    FROM("from", ">="),
    TO("to", "<="),
    /** Nothing is said there. */
    NONE("none", "IS NULL");

    private final String word;
    private final String operator;

    Compared(String word, String operator) {
      this.word = word;
      this.operator = operator;
    }

    private boolean suits(FieldKind kind) {
      return switch (this) {
        case ANY, NONE -> true;
        case BEGINS -> Set.of(FieldKind.TEXT, FieldKind.LINK).contains(kind);
        case FROM, TO -> Set.of(FieldKind.NUMBER, FieldKind.DATE).contains(kind);
      };
    }
  }

  /** The property of the asset's node. */
  public String property() {
    return FieldSet.property(field.id());
  }

  /** Cypher that is true of an asset that is bound to {@code a}. */
  public String condition(String parameter) {
    return "a.`%s` %s%s"
        .formatted(
            property(), compared.operator, compared == Compared.NONE ? "" : " $" + parameter);
  }

  /** Whether an index leads to those that are meant. */
  public boolean isIndexed() {
    return field.filterable() && compared != Compared.NONE;
  }

  /**
   * What somebody looks for in the fields with an id or a name, of those that they may see: of one
   * name there may be a field in several categories.
   *
   * @param asked id or name, perhaps with a dot and how it is compared
   * @throws DomainError.Malformed where there is no such field, or the value is none of its values
   */
  public static List<FieldSearch> of(
      Transaction tx, Actor actor, String asked, List<String> values) {
    List<CustomField> fields = fields(tx, actor, asked);
    Compared compared = Compared.ANY;
    if (fields.isEmpty()) {
      compared = compared(asked);
      int end = asked.length() - compared.word.length() - 1;
      fields = compared == Compared.ANY ? List.of() : fields(tx, actor, asked.substring(0, end));
    }
    String wrong = NO_SUCH;
    List<FieldSearch> searches = new ArrayList<>();
    for (CustomField field : fields) {
      try {
        searches.add(new FieldSearch(field, compared, stored(field, compared, values)));
      } catch (FieldValue.Refused e) {
        wrong = String.valueOf(e.getMessage());
      } catch (IllegalArgumentException e) {
        wrong = String.valueOf(e.getMessage());
      }
    }
    if (searches.isEmpty()) {
      throw new DomainError.Malformed("field." + asked, wrong);
    }
    return searches;
  }

  private static Compared compared(String asked) {
    return Arrays.stream(Compared.values())
        .filter(one -> one != Compared.ANY && asked.endsWith("." + one.word))
        .findFirst()
        .orElse(Compared.ANY);
  }

  private static @Nullable Object stored(CustomField field, Compared compared, List<String> values)
      throws FieldValue.Refused {
    if (!compared.suits(field.kind())) {
      throw new IllegalArgumentException("a field of this kind cannot be compared like that");
    }
    List<Object> stored = new ArrayList<>();
    if (compared == Compared.NONE) {
      if (!values.equals(List.of("true"))) {
        throw new IllegalArgumentException("must be true");
      }
      return null;
    }
    for (String value : values) {
      Object one = FieldValue.stored(field.kind(), FieldValue.parse(field.kind(), value));
      if (one == null) {
        throw new IllegalArgumentException("must not be empty");
      }
      stored.add(one);
    }
    if (compared == Compared.ANY) {
      return stored;
    }
    if (stored.size() != 1) {
      throw new IllegalArgumentException("can be said once");
    }
    return Objects.requireNonNull(stored.get(0));
  }

  private static List<CustomField> fields(Transaction tx, Actor actor, String nameOrId) {
    return tx
        .list(
            """
            MATCH (f:CustomField)<-[:HAS_FIELD]-(c)
            WHERE f.id = $id OR f.nameKey = $key
            RETURN f{.*, category: c{.id, .name}} AS field
            ORDER BY f.id LIMIT 50
            """,
            map("id", nameOrId, "key", Folding.fold(nameOrId)),
            row -> FieldSet.field(row.get("field")))
        .stream()
        .filter(field -> !field.sensitive() || FieldSet.seesAll(actor))
        .toList();
  }
}
