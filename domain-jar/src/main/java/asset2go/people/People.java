package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Grants;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** People who may hold equipment, whether they sign in or not. */
@ApplicationScoped
public class People {

  private @Inject Graph graph;
  private @Inject Events events;

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
                        .formatted(PeopleSight.person(actor, "p"), PersonView.COLUMNS),
                    parameters));
    return slice.page(rows, row -> PersonView.of(row.get("person")));
  }

  /**
   * One of them.
   *
   * @throws DomainError.NotFound where there is nobody, or nobody whom the actor may know of
   */
  public Person get(Actor actor, String id) {
    return graph.read(tx -> PersonView.seen(tx, actor, id));
  }

  public Person create(Actor actor, PersonDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          tx.run(
              """
              CREATE (:Person {id: $id, name: $name, nameKey: $key, email: $email, version: 1,
                               searchText: $search, createdAt: $now})
              """,
              properties(id, draft, now));
          events.append(tx, "Person", id, "CREATED", actor, now, changes(null, draft));
          return PersonView.one(tx, id);
        });
  }

  /**
   * Changes a person.
   *
   * @param expected the version that the caller saw; null to change whoever is there
   */
  public Person change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<PersonDraft> change) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Person old = lock(tx, id, expected);
          PersonDraft before = new PersonDraft(old.name(), old.email());
          PersonDraft after = change.apply(before);
          List<Change> changes = changes(before, after);
          if (changes.isEmpty()) {
            return old;
          }
          if (old.signsIn() && !Objects.equals(before.email(), after.email())) {
            throw new DomainError.Invalid("email", Fault.FIXED, "is what they sign in with");
          }
          tx.run(
              """
              MATCH (p:Person {id: $id})
              SET p.name = $name, p.nameKey = $key, p.email = $email, p.searchText = $search,
                  p.updatedAt = $now, p.version = coalesce(p.version, 1) + 1
              """,
              properties(id, after, now));
          events.append(tx, "Person", id, "CHANGED", actor, now, changes);
          return PersonView.one(tx, id);
        });
  }

  /** Removes somebody to whom nothing refers: who has held something stays in its history. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          Person person = lock(tx, id, expected);
          if (person.signsIn()) {
            throw new DomainError.Conflict("They sign in: shut them out, or see them off.");
          }
          Grants.endOf(tx, id);
          refuseWhereReferredTo(tx, id);
          events.append(tx, "Person", id, "REMOVED", actor, now, List.of());
          tx.run(
              """
              MATCH (p:Person {id: $id})
              OPTIONAL MATCH (p)-[member:MEMBER_OF]->()
              DELETE member
              WITH DISTINCT p
              REMOVE p:Person
              SET p:RemovedPerson, p.removedAt = $now
              """,
              map("id", id, "now", now));
          return id;
        });
  }

  private static void refuseWhereReferredTo(Transaction tx, String id) {
    boolean referredTo =
        tx.one(
                """
                MATCH (p:Person {id: $id})-[r]-()
                WHERE NOT type(r) IN ['MEMBER_OF', 'OF']
                RETURN 1 LIMIT 1
                """,
                Map.of("id", id))
            .isPresent();
    if (referredTo) {
      throw new DomainError.Conflict("They hold something or have held it, which has to be kept.");
    }
  }

  private static Person lock(Transaction tx, String id, @Nullable Long expected) {
    Person person = PersonView.lock(tx, id);
    if (expected != null && expected != person.version()) {
      throw new DomainError.Stale("person");
    }
    return person;
  }

  private static Map<String, @Nullable Object> properties(
      String id, PersonDraft draft, Instant now) {
    return map(
        "id", id,
        "name", draft.name().strip(),
        "key", Folding.fold(draft.name()),
        "email", draft.email(),
        "search", Folding.join(draft.name(), draft.email()),
        "now", now);
  }

  private static List<Change> changes(@Nullable PersonDraft before, PersonDraft after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "name", before == null ? null : before.name(), after.name().strip());
    add(changes, "email", before == null ? null : before.email(), after.email());
    return changes;
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }
}
