package asset2go.custody;

import asset2go.asset.Asset;
import asset2go.asset.AssetView;
import asset2go.graph.Graph;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.people.PeopleSight;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Everything that somebody has: what was handed to them, what was handed to their teams, and what
 * is in or with any of that, at any depth, unless it was handed to somebody else.
 */
@ApplicationScoped
public class Holdings {

  private static final String BY_PERSON =
      """
      MATCH (holder:Person {id: $holder})
      CALL {
        WITH holder
        MATCH (holder)<-[:HELD_BY]-(root:Asset)
        RETURN root, null AS team
        UNION ALL
        WITH holder
        MATCH (holder)-[:MEMBER_OF]->(t:Team)<-[:HELD_BY]-(root:Asset)
        RETURN root, t AS team
      }
      """;

  private static final String BY_TEAM =
      """
      MATCH (:Team {id: $holder})<-[:HELD_BY]-(root:Asset)
      WITH root, null AS team
      """;

  private @Inject Graph graph;

  public Page<Holding> ofPerson(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    return graph.read(
        tx -> {
          require(tx, actor, "Person", PeopleSight.person(actor, "h"), id);
          return page(tx, actor, BY_PERSON, id, slice);
        });
  }

  /** The first of them, as part of something larger. */
  public Page<Holding> ofPerson(Transaction tx, Actor actor, String id) {
    return page(tx, actor, BY_PERSON, id, new Slice(Page.MAX_LIMIT, null));
  }

  public Page<Holding> ofTeam(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    return graph.read(
        tx -> {
          require(tx, actor, "Team", PeopleSight.team(actor, "h"), id);
          return page(tx, actor, BY_TEAM, id, slice);
        });
  }

  private static void require(Transaction tx, Actor actor, String label, String seen, String id) {
    String look = "MATCH (h:%s {id: $id}) WHERE %s RETURN h.id".formatted(label, seen);
    Map<String, @Nullable Object> parameters = PeopleSight.parameters(actor);
    parameters.put("id", id);
    if (tx.one(look, parameters).isEmpty()) {
      throw new DomainError.NotFound(label.toLowerCase(Locale.ROOT), id);
    }
  }

  private static Page<Holding> page(
      Transaction tx, Actor actor, String roots, String holder, Slice slice) {
    Scope scope = actor.scope();
    Map<String, @Nullable Object> parameters = slice.parameters("holder", holder);
    parameters.putAll(PeopleSight.parameters(actor));
    List<Record> rows =
        tx.rows(
            """
            %s
            MATCH path = (root)<-[:CONTAINED_IN|HELD_BY*0..20]-(a:Asset)
            WHERE all(x IN nodes(path)[1..]
                      WHERE NOT EXISTS { (x)-[:HELD_BY]->(other) WHERE NOT other:Asset })
              AND ($key IS NULL OR a.tag > $key OR (a.tag = $key AND a.id > $id))
              AND %s
            WITH a, root, team, length(path) AS depth
            ORDER BY depth, team IS NOT NULL
            WITH a, collect({root: root, team: team, depth: depth})[0] AS way
            ORDER BY a.tag, a.id LIMIT $limit
            WITH a, way.root AS root, way.team AS team, way.depth AS depth
            RETURN a.tag AS key, a.id AS id, depth, team IS NOT NULL AS byTeam,
                   CASE WHEN %s THEN team{.id, .name} END AS team,
                   CASE WHEN %s THEN root{.id, .tag, .name, .status} END AS root, %s
            """
                .formatted(
                    roots,
                    scope.asset("a"),
                    PeopleSight.team(actor, "team"),
                    scope.asset("root"),
                    AssetView.columns(scope)),
            parameters);
    Map<String, Asset> assets =
        AssetView.list(tx, actor, rows).stream()
            .collect(Collectors.toMap(Asset::id, Function.identity()));
    return slice.page(
        rows, row -> of(row, Objects.requireNonNull(assets.get(row.get("id").asString()))));
  }

  private static Holding of(Record row, Asset asset) {
    boolean inside = row.get("depth").asInt() > 0;
    Holding.Way way =
        inside
            ? Holding.Way.INSIDE
            : row.get("byTeam").asBoolean() ? Holding.Way.TEAM : Holding.Way.DIRECT;
    return new Holding(
        asset,
        way,
        Values.ref(row.get("team")),
        inside && !row.get("root").isNull() ? AssetView.assetRef(row.get("root")) : null);
  }
}
