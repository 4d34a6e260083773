package asset2go.location;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads locations as the API shows them. */
public final class LocationView {

  /** The deepest that a tree of locations may be. */
  static final int MAX_DEPTH = 30;

  private static final String COLUMNS =
      """
      l{.id, .code, .name, .kind, .version} AS location,
      COLLECT { MATCH (c:Company {id: l.companyId}) RETURN c{.id, .name} }[0] AS company,
      [(l)-[:WITHIN]->(p) | p{.id, .name}][0] AS parent,
      COUNT { MATCH (l)<-[:WITHIN]-(child:Location) WHERE %s } AS children
      """;

  private LocationView() {}

  /** What to return for a location that is bound to {@code l}. */
  static String columns(Scope scope) {
    return COLUMNS.formatted(scope.location("child"));
  }

  /** A location, whoever asks. */
  static Location one(Transaction tx, String id) {
    return one(tx, Scope.EVERYTHING, id);
  }

  /** A location as somebody sees it. */
  static Location one(Transaction tx, Scope scope, String id) {
    Record row =
        tx.one(
                "MATCH (l:Location {id: $id}) WHERE %s RETURN %s"
                    .formatted(scope.location("l"), columns(scope)),
                scope.with("id", id))
            .orElseThrow(() -> new DomainError.NotFound("location", id));
    return of(row, path(tx, id));
  }

  /** The locations above one, outermost first. */
  public static List<Ref> path(Transaction tx, String id) {
    return tx.one(
            """
            MATCH path = (:Location {id: $id})-[:WITHIN*0..%d]->(top)
            WHERE NOT (top)-[:WITHIN]->()
            RETURN [n IN reverse(nodes(path)) | n{.id, .name}] AS path
            LIMIT 1
            """
                .formatted(MAX_DEPTH),
            Map.of("id", id))
        .map(row -> row.get("path").asList(LocationView::ref))
        .map(path -> path.subList(0, path.size() - 1))
        .orElse(List.of());
  }

  static Location of(Record row, @Nullable List<Ref> path) {
    Value location = row.get("location");
    return new Location(
        location.get("id").asString(),
        location.get("code").asString(),
        location.get("name").asString(),
        Values.text(location.get("kind")),
        ref(row.get("company")),
        Values.ref(row.get("parent")),
        path,
        row.get("children").asInt(),
        location.get("version").asLong());
  }

  private static Ref ref(Value value) {
    return new Ref(value.get("id").asString(), value.get("name").asString());
  }
}
