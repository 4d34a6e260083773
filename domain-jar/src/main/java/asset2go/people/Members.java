package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Who belongs to which team. The callers have locked the team. */
@ApplicationScoped
class Members {

  private @Inject Events events;

  Page<Person> page(Transaction tx, Actor actor, String teamId, Slice slice) {
    Map<String, @Nullable Object> parameters = slice.parameters("team", teamId);
    parameters.putAll(PeopleSight.parameters(actor));
    List<Record> rows =
        tx.rows(
            """
            MATCH (:Team {id: $team})<-[:MEMBER_OF]-(p:Person)
            WITH p, coalesce(p.nameKey, toLower(p.name)) AS key
            WHERE %s AND ($key IS NULL OR key > $key OR (key = $key AND p.id > $id))
            RETURN key, p.id AS id, %s AS person
            ORDER BY key, id
            LIMIT $limit
            """
                .formatted(PeopleSight.person(actor, "p"), PersonView.COLUMNS),
            parameters);
    return slice.page(rows, row -> PersonView.of(row.get("person")));
  }

  void add(Transaction tx, Actor actor, String teamId, String personId, Instant now) {
    Person person = newMember(tx, personId);
    boolean fresh =
        tx.one(
                """
                MATCH (t:Team {id: $team}), (p:Person {id: $person})
                WHERE NOT (p)-[:MEMBER_OF]->(t)
                CREATE (p)-[:MEMBER_OF {since: $now}]->(t)
                RETURN t.id
                """,
                map("team", teamId, "person", personId, "now", now))
            .isPresent();
    if (fresh) {
      tell(tx, actor, teamId, "MEMBER_ADDED", new Change("member", null, person.name()), now);
    }
  }

  private static Person newMember(Transaction tx, String personId) {
    Person person;
    try {
      person = PersonView.lock(tx, personId);
    } catch (DomainError.NotFound e) {
      throw new DomainError.Invalid("personId", Fault.UNKNOWN, "there is no person " + personId);
    }
    if (person.leftAt() != null) {
      throw new DomainError.Conflict("personId", Fault.LEFT, "has left and joins no team any more");
    }
    return person;
  }

  void remove(Transaction tx, Actor actor, String teamId, String personId, Instant now) {
    tx.one(
            """
            MATCH (:Team {id: $team})<-[member:MEMBER_OF]-(p:Person {id: $person})
            DELETE member
            RETURN p.name AS name
            """,
            Map.of("team", teamId, "person", personId))
        .ifPresent(
            row -> {
              Change change = new Change("member", row.get("name").asString(), null);
              tell(tx, actor, teamId, "MEMBER_REMOVED", change, now);
            });
  }

  /** Takes somebody out of every team. */
  void removeFromAll(Transaction tx, Actor actor, String personId, Instant now) {
    List<String> teams =
        tx.list(
            """
            MATCH (:Person {id: $person})-[:MEMBER_OF]->(t:Team)
            WITH t ORDER BY t.id
            SET t.touched = true
            RETURN t.id AS id
            """,
            Map.of("person", personId),
            row -> row.get("id").asString());
    teams.forEach(team -> remove(tx, actor, team, personId, now));
  }

  private void tell(
      Transaction tx, Actor actor, String teamId, String kind, Change change, Instant now) {
    events.append(tx, "Team", teamId, kind, actor, now, List.of(change));
    tx.run(
        "MATCH (t:Team {id: $id}) SET t.version = t.version + 1, t.updatedAt = $now",
        map("id", teamId, "now", now));
  }
}
