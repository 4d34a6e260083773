package asset2go.right;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.RoleName;
import asset2go.right.Scope.Held;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What everybody may see. A person's grants and those of their teams, resolved to the ids that
 * assets carry, are believed for five seconds, as sessions are; here a change holds at once.
 */
@ApplicationScoped
public class Scopes {

  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** How long it is believed that a scope holds few assets; it only decides how to look. */
  private static final Duration SIZED = Duration.ofMinutes(1);

  /** So many assets are read and sorted within some ten milliseconds. */
  private static final int FEW = 20_000;

  private @Inject Graph graph;
  private final Cache<Whose, Scope> known = cache(BELIEVED);
  private final Cache<List<Reach>, Boolean> sizes = cache(SIZED);

  private record Whose(String userId, Set<RoleName> roles, Optional<Limit> limit) {}

  private static <K, V> Cache<K, V> cache(Duration time) {
    return Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(time).build();
  }

  /**
   * What a user sees.
   *
   * @param roles over the whole installation
   * @param granted whether there are grants at all
   * @param limit of the token that speaks for the user
   */
  public Scope of(String userId, Set<RoleName> roles, boolean granted, @Nullable Limit limit) {
    if (!granted && limit == null) {
      return roles.isEmpty() ? Scope.NOTHING : Scope.of(roles, List.of(), null, null);
    }
    Whose whose = new Whose(userId, roles, Optional.ofNullable(limit));
    return known.get(whose, asked -> graph.read(tx -> sized(tx, find(tx, asked))));
  }

  /** Has everything looked up again: grants have changed. */
  public void forget() {
    known.invalidateAll();
  }

  private static Scope find(Transaction tx, Whose whose) {
    List<Held> held = new ArrayList<>();
    for (Record row :
        tx.rows(
            """
            MATCH (:Person {id: $id})-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->(g:Grant)-[:OVER]->(t)
            RETURN g.role AS role, collect(DISTINCT t.id) AS parts
            """,
            Map.of("id", whose.userId()))) {
      RoleName role = RoleName.valueOf(row.get("role").asString());
      for (String part : row.get("parts").asList(value -> value.asString())) {
        held.add(new Held(role, reach(tx, part)));
      }
    }
    Limit limit = whose.limit().orElse(null);
    String over = limit == null ? null : limit.over().orElse(null);
    return Scope.of(whose.roles(), held, limit, over == null ? null : reach(tx, over));
  }

  /** All that a part has below it; nothing where it is gone. */
  private static Reach reach(Transaction tx, String partId) {
    return tx.one(
            """
            OPTIONAL MATCH (place:Location {id: $id})
            OPTIONAL MATCH (category:Category {id: $id})
            OPTIONAL MATCH (company:Company {id: $id})
            RETURN
              CASE WHEN place IS NOT NULL THEN 'LOCATION' WHEN category IS NOT NULL THEN 'CATEGORY'
                   WHEN company IS NOT NULL THEN 'COMPANY' END AS kind,
              COLLECT { MATCH (place)<-[:WITHIN*0..30]-(l:Location) RETURN DISTINCT l.id }
              + COLLECT { MATCH (category)<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m:AssetModel)
                          RETURN DISTINCT m.id } AS below,
              COLLECT { MATCH (place)-[:WITHIN*1..30]->(up:Location) RETURN DISTINCT up.id } AS above,
              coalesce(place.companyId, '') AS companyId
            """,
            Map.of("id", partId))
        .filter(row -> Values.text(row.get("kind")) != null)
        .map(
            row ->
                Reach.of(
                    Part.Kind.valueOf(row.get("kind").asString()),
                    partId,
                    row.get("below").asList(value -> value.asString()),
                    row.get("above").asList(value -> value.asString()),
                    row.get("companyId").asString()))
        .orElse(Reach.NOTHING);
  }

  /** Counts no further than needed, and each scope once a minute. */
  private Scope sized(Transaction tx, Scope scope) {
    if (scope.isEverything()) {
      return scope;
    }
    Boolean few = sizes.getIfPresent(scope.reaches());
    if (few == null) {
      few =
          tx.one(
                      scope.source("a") + " WITH a LIMIT $most RETURN count(a) AS n",
                      scope.with("most", FEW + 1))
                  .orElseThrow()
                  .get("n")
                  .asLong()
              <= FEW;
      sizes.put(scope.reaches(), few);
    }
    return few ? scope.few() : scope;
  }
}
