package asset2go.right;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What an actor may do with one asset or at one location, asked within the transaction that changes
 * it. It reads the edges (place, model, company, grants), not what was found out a moment ago.
 *
 * <pre>{@code
 * graph.write(tx -> {
 *   Actor here = Rights.require(tx, actor, assetId, Duty.KEEP.roles());
 *   … // here.holds(…) now tells what holds for this asset
 *   Rights.requireStill(tx, actor, assetId, …); // after a move: there, too
 * });
 * }</pre>
 */
public final class Rights {

  private static final Set<String> LIMITED = Set.of("Asset", "Location", "Company");

  private static final String ASSET =
      """
      MATCH (x:Asset {id: %s})
      SET x.touched = true
      WITH x, [x.companyId]
        + COLLECT { MATCH (x)-[:CONTAINED_IN*0..20]->()-[:LOCATED_AT]->()-[:WITHIN*0..30]->(l)
                    RETURN DISTINCT l.id }
        + COLLECT { MATCH (x)-[:OF_MODEL]->()-[:IN_CATEGORY]->()-[:SUBCATEGORY_OF*0..30]->(c)
                    RETURN DISTINCT c.id } AS over
      """;

  private static final String ONE_ASSET = ASSET.formatted("$id");

  private static final String LOCATION =
      """
      MATCH (x:Location {id: $id})
      SET x.touched = true
      WITH x, [x.companyId]
        + COLLECT { MATCH (x)-[:WITHIN*0..30]->(l) RETURN DISTINCT l.id } AS over
      """;

  private static final String ROLES =
      """
      RETURN over, COLLECT {
        MATCH (:Person {id: $person})-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->(g:Grant)-[:OVER]->(t)
        WHERE t.id IN over
        RETURN DISTINCT g.role
      } AS roles
      """;

  private Rights() {}

  /**
   * The actor with the roles that hold for an asset.
   *
   * @param any one of these is enough
   * @throws DomainError.NotFound where there is no such asset, or none for this actor
   * @throws DomainError.Forbidden where the actor sees it, but holds none of these roles there
   */
  public static Actor require(Transaction tx, Actor actor, String assetId, RoleName... any) {
    return actor.holds(any) ? actor : sees(tx, actor, "asset", ONE_ASSET, assetId, any);
  }

  /** The same of a location. */
  public static Actor requireAt(Transaction tx, Actor actor, String locationId, RoleName... any) {
    return actor.holds(any) ? actor : sees(tx, actor, "location", LOCATION, locationId, any);
  }

  /**
   * Refuses a change that has put an asset where the actor holds none of these roles: with the
   * transaction it is undone.
   */
  public static void requireStill(Transaction tx, Actor actor, String assetId, RoleName... any) {
    if (!actor.holds(any)) {
      refuseBeyond(roles(tx, actor, ONE_ASSET, assetId).orElse(Set.of()), any);
    }
  }

  /** The same of a location that was made or moved. */
  public static void requireStillAt(
      Transaction tx, Actor actor, String locationId, RoleName... any) {
    if (!actor.holds(any)) {
      refuseBeyond(roles(tx, actor, LOCATION, locationId).orElse(Set.of()), any);
    }
  }

  /**
   * Refuses to point at something that the actor does not see, in the words for one that is not
   * there. To somebody who sees everything it leaves that to the caller.
   *
   * @param label {@code Asset}, {@code Location} or {@code Company}; others are seen by everybody
   * @param field that points to it
   */
  public static void requireSeen(
      Transaction tx, Actor actor, String label, @Nullable String id, String field) {
    if (id == null || !LIMITED.contains(label) || actor.scope().isEverything()) {
      return;
    }
    if (seen(tx, actor, label, List.of(id)).isEmpty()) {
      throw new DomainError.Invalid(
          field,
          Fault.UNKNOWN,
          "there is no " + label.toLowerCase(java.util.Locale.ROOT) + " " + id);
    }
  }

  /** Those of these assets, locations or companies that the actor sees. */
  public static Set<String> seen(
      Transaction tx, Actor actor, String label, Collection<String> ids) {
    Scope scope = actor.scope();
    String condition =
        switch (label) {
          case "Asset" -> scope.asset("x");
          case "Location" -> scope.location("x");
          case "Company" -> scope.company("x");
          default -> throw new IllegalArgumentException(label);
        };
    return Set.copyOf(
        tx.list(
            "MATCH (x:%s) WHERE x.id IN $ids AND %s RETURN DISTINCT x.id AS id"
                .formatted(label, condition),
            scope.with("ids", ids),
            row -> row.get("id").asString()));
  }

  /**
   * The actor for each of these assets with the roles that hold for it; those of which the actor
   * knows nothing are not among the answers.
   *
   * @param any where one of these is held over the whole installation, nothing else is asked
   */
  public static Map<String, Actor> over(
      Transaction tx, Actor actor, Collection<String> assetIds, RoleName... any) {
    Map<String, Actor> actors = new HashMap<>();
    if (actor.holds(any)) {
      assetIds.forEach(id -> actors.put(id, actor));
      return actors;
    }
    tx.rows(
            "UNWIND $ids AS id " + ASSET.formatted("id") + ROLES + ", x.id AS id",
            map("ids", assetIds, "person", actor.id()))
        .forEach(
            row -> {
              Set<RoleName> roles = roles(actor.scope(), row);
              if (!roles.isEmpty()) {
                actors.put(row.get("id").asString(), actor.with(roles));
              }
            });
    return actors;
  }

  private static Actor sees(
      Transaction tx, Actor actor, String what, String over, String id, RoleName... any) {
    Set<RoleName> roles =
        roles(tx, actor, over, id)
            .filter(some -> !some.isEmpty())
            .orElseThrow(() -> new DomainError.NotFound(what, id));
    if (Arrays.stream(any).noneMatch(roles::contains)) {
      throw new DomainError.Forbidden("Your role does not allow this here.");
    }
    return actor.with(roles);
  }

  private static void refuseBeyond(Set<RoleName> roles, RoleName... any) {
    if (Arrays.stream(any).noneMatch(roles::contains)) {
      throw new DomainError.Forbidden("Your rights do not reach there.");
    }
  }

  /** The roles by edges; empty where there is no such thing. */
  private static Optional<Set<RoleName>> roles(
      Transaction tx, Actor actor, String over, String id) {
    return tx.one(over + ROLES, map("id", id, "person", actor.id()))
        .map(row -> roles(actor.scope(), row));
  }

  private static Set<RoleName> roles(Scope scope, Record row) {
    boolean out =
        scope
            .limit()
            .flatMap(Limit::over)
            .filter(part -> !row.get("over").asList(Value::asString).contains(part))
            .isPresent();
    if (out) {
      return Set.of();
    }
    List<RoleName> granted = row.get("roles").asList(role -> RoleName.valueOf(role.asString()));
    return scope.capped(Stream.concat(scope.ownRoles().stream(), granted.stream()));
  }
}
