package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Sessions;
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
import org.neo4j.driver.Value;

/** People who hold equipment together. Who belongs to a team is in {@link Members}. */
@ApplicationScoped
public class Teams {

  private static final String COLUMNS =
      """
      t{.id, .name, .notes, .version,
        members: COUNT { MATCH (p:Person)-[:MEMBER_OF]->(t) WHERE %s }}\
      """;

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Members members;
  private @Inject Sessions sessions;

  /** A page by name. */
  public Page<Team> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Map<String, @Nullable Object> parameters = slice.parameters("q", Folding.sought(q));
    parameters.putAll(PeopleSight.parameters(actor));
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (t:Team)
                    WHERE %s AND ($q IS NULL OR t.nameKey CONTAINS $q)
                      AND ($key IS NULL OR t.nameKey > $key OR (t.nameKey = $key AND t.id > $id))
                    WITH t ORDER BY t.nameKey, t.id LIMIT $limit
                    RETURN t.nameKey AS key, t.id AS id, %s AS team
                    """
                        .formatted(PeopleSight.team(actor, "t"), columns(actor)),
                    parameters));
    return slice.page(rows, row -> team(row.get("team")));
  }

  public Team get(Actor actor, String id) {
    return graph.read(tx -> one(tx, actor, id));
  }

  public Team create(Actor actor, TeamDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:Team {id: $id, name: $name, nameKey: $key, notes: $notes, version: 1,
                               createdAt: $now})
                """,
                properties(id, draft, now));
            events.append(tx, "Team", id, "CREATED", actor, now, changes(null, draft));
            return one(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  /**
   * Changes a team.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   */
  public Team change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<TeamDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            Team old = lock(tx, id, expected);
            TeamDraft before = new TeamDraft(old.name(), old.notes());
            TeamDraft after = change.apply(before);
            List<Change> changes = changes(before, after);
            if (changes.isEmpty()) {
              return old;
            }
            tx.run(
                """
                MATCH (t:Team {id: $id})
                SET t.name = $name, t.nameKey = $key, t.notes = $notes, t.updatedAt = $now,
                    t.version = t.version + 1
                """,
                properties(id, after, now));
            events.append(tx, "Team", id, "CHANGED", actor, now, changes);
            return one(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  /** Dissolves a team that holds nothing; what it once held still tells of it. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          lock(tx, id, expected);
          if (tx.one(
                  "MATCH (:Team {id: $id})<-[:HELD_BY]-(a) RETURN a.id LIMIT 1", Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("The team still holds something: take it back first.");
          }
          events.append(tx, "Team", id, "REMOVED", actor, now, List.of());
          Grants.endOf(tx, id);
          tx.run(
              """
              MATCH (t:Team {id: $id})
              OPTIONAL MATCH (t)<-[member:MEMBER_OF]-()
              DELETE member
              WITH DISTINCT t
              REMOVE t:Team, t.nameKey
              SET t:RemovedTeam, t.removedAt = $now
              """,
              map("id", id, "now", now));
          return id;
        });
    sessions.forget();
  }

  /** Its members by name. */
  public Page<Person> members(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    return graph.read(
        tx -> {
          one(tx, actor, id);
          return members.page(tx, actor, id, slice);
        });
  }

  /** Takes somebody in who has not left us; twice is as good as once. */
  public Team join(Actor actor, String id, String personId) {
    Instant now = Instant.now();
    Team joined =
        graph.write(
            tx -> {
              lock(tx, id, null);
              members.add(tx, actor, id, personId, now);
              return one(tx, id);
            });
    // With the team come its rights, and with them they go.
    sessions.forget();
    return joined;
  }

  /** Lets somebody go; who is no member goes unnoticed. */
  public void leave(Actor actor, String id, String personId) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          lock(tx, id, null);
          members.remove(tx, actor, id, personId, now);
          return id;
        });
    sessions.forget();
  }

  private static Team one(Transaction tx, String id) {
    return one(tx, "true", COLUMNS.formatted("true"), id, map("id", id));
  }

  private static Team one(Transaction tx, Actor actor, String id) {
    Map<String, @Nullable Object> parameters = PeopleSight.parameters(actor);
    parameters.put("id", id);
    return one(tx, PeopleSight.team(actor, "t"), columns(actor), id, parameters);
  }

  private static String columns(Actor actor) {
    return COLUMNS.formatted(PeopleSight.person(actor, "p"));
  }

  private static Team one(
      Transaction tx,
      String condition,
      String columns,
      String id,
      Map<String, @Nullable Object> parameters) {
    return tx.one(
            "MATCH (t:Team {id: $id}) WHERE %s RETURN %s AS team".formatted(condition, columns),
            parameters)
        .map(row -> team(row.get("team")))
        .orElseThrow(() -> new DomainError.NotFound("team", id));
  }

  private static Team lock(Transaction tx, String id, @Nullable Long expected) {
    tx.run("MATCH (t:Team {id: $id}) SET t.touched = true", Map.of("id", id));
    Team team = one(tx, id);
    if (expected != null && expected != team.version()) {
      throw new DomainError.Stale("team");
    }
    return team;
  }

  private static Team team(Value t) {
    return new Team(
        t.get("id").asString(),
        t.get("name").asString(),
        Values.text(t.get("notes")),
        t.get("members").asInt(),
        t.get("version").asLong());
  }

  private static Map<String, @Nullable Object> properties(String id, TeamDraft draft, Instant now) {
    return map(
        "id", id,
        "name", draft.name().strip(),
        "key", Folding.fold(draft.name()),
        "notes", draft.notes(),
        "now", now);
  }

  private static List<Change> changes(@Nullable TeamDraft before, TeamDraft after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "name", before == null ? null : before.name(), after.name().strip());
    add(changes, "notes", before == null ? null : before.notes(), after.notes());
    return changes;
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }

  private static DomainError.Conflict taken() {
    return new DomainError.Conflict("name", Fault.TAKEN, "there is already a team with this name");
  }
}
