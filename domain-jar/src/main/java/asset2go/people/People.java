package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** People who may hold equipment, whether they sign in or not. */
@ApplicationScoped
public class People {

  private static final String VIEW = "p{.id, .name, .email, signsIn: p:User}";

  private @Inject Graph graph;

  /** A page by name of those whom the actor may know of. */
  public Page<Person> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Map<String, @Nullable Object> parameters = slice.parameters("q", Folding.sought(q));
    parameters.putAll(PeopleSight.parameters(actor));
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (p:Person)
                    WHERE %s
                    WITH p, coalesce(p.nameKey, toLower(p.name)) AS key
                    WHERE ($q IS NULL OR key CONTAINS $q OR toLower(p.email) CONTAINS $q)
                      AND ($key IS NULL OR key > $key OR (key = $key AND p.id > $id))
                    RETURN key, p.id AS id, %s AS person
                    ORDER BY key, id
                    LIMIT $limit
                    """
                        .formatted(PeopleSight.person(actor, "p"), VIEW),
                    parameters));
    return slice.page(rows, row -> person(row.get("person")));
  }

  public Person get(Actor actor, String id) {
    Map<String, @Nullable Object> parameters = PeopleSight.parameters(actor);
    parameters.put("id", id);
    return graph
        .read(
            tx ->
                tx.one(
                    "MATCH (p:Person {id: $id}) WHERE %s RETURN %s AS person"
                        .formatted(PeopleSight.person(actor, "p"), VIEW),
                    parameters))
        .map(row -> person(row.get("person")))
        .orElseThrow(() -> new DomainError.NotFound("person", id));
  }

  public Person create(Actor actor, PersonDraft draft) {
    String id = Ids.next();
    graph.write(
        tx -> {
          tx.run(
              """
              CREATE (:Person {id: $id, name: $name, nameKey: $key, email: $email, version: 1,
                               searchText: $search, createdAt: $now})
              """,
              map(
                  "id", id,
                  "name", draft.name().strip(),
                  "key", Folding.fold(draft.name()),
                  "email", draft.email(),
                  "search", Folding.join(draft.name(), draft.email()),
                  "now", Instant.now()));
          return id;
        });
    return get(actor, id);
  }

  private static Person person(Value p) {
    return new Person(
        p.get("id").asString(),
        p.get("name").asString(),
        Values.text(p.get("email")),
        p.get("signsIn").asBoolean());
  }
}
