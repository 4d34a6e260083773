package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Reads people as the API shows them. */
final class PersonView {

  /** What to return for a person that is bound to {@code p}. */
  static final String COLUMNS =
      "p{.id, .name, .email, .leftAt, version: coalesce(p.version, 1), signsIn: p:User}";

  private static final String WITH_TEAMS =
      """
      p{.id, .name, .email, .leftAt, version: coalesce(p.version, 1), signsIn: p:User,
        teams: COLLECT {
          MATCH (p)-[:MEMBER_OF]->(t:Team) WHERE %s
          RETURN t{.id, .name} ORDER BY t.nameKey LIMIT 100
        }}
      """;

  private PersonView() {}

  /** One person, with the teams, whoever asks. */
  static Person one(Transaction tx, String id) {
    return one(tx, id, "true", "true", map("id", id));
  }

  /** One person as somebody may know of them. */
  static Person seen(Transaction tx, Actor actor, String id) {
    Map<String, @Nullable Object> parameters = PeopleSight.parameters(actor);
    parameters.put("id", id);
    return one(tx, id, PeopleSight.person(actor, "p"), PeopleSight.team(actor, "t"), parameters);
  }

  private static Person one(
      Transaction tx,
      String id,
      String person,
      String team,
      Map<String, @Nullable Object> parameters) {
    return tx.one(
            "MATCH (p:Person {id: $id}) WHERE %s RETURN %s AS person"
                .formatted(person, WITH_TEAMS.formatted(team)),
            parameters)
        .map(row -> of(row.get("person")))
        .orElseThrow(() -> new DomainError.NotFound("person", id));
  }

  /** Locks a person by writing to them, and reads them after that. */
  static Person lock(Transaction tx, String id) {
    tx.run("MATCH (p:Person {id: $id}) SET p.touched = true", Map.of("id", id));
    return one(tx, id);
  }

  static Person of(Value p) {
    Value teams = p.get("teams");
    return new Person(
        p.get("id").asString(),
        p.get("name").asString(),
        Values.text(p.get("email")),
        p.get("signsIn").asBoolean(),
        Values.instantOrNull(p.get("leftAt")),
        teams.isNull() ? null : List.copyOf(teams.asList(Values::requireRef)),
        p.get("version").asLong());
  }
}
