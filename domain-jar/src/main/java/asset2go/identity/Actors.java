package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.right.Limit;
import asset2go.right.Scope;
import asset2go.right.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People for whom something is done while they are not there, such as a job of theirs. */
@ApplicationScoped
public class Actors {

  private @Inject Graph graph;
  private @Inject Scopes scopes;

  /**
   * Somebody with the rights of this moment; empty where they are gone or shut out.
   *
   * @param limit of the token that asked for it
   */
  public Optional<Actor> of(String userId, @Nullable Limit limit, String requestId) {
    return graph
        .read(
            tx ->
                tx.one(
                    """
                    MATCH (u:User {id: $id})
                    WHERE NOT coalesce(u.disabled, false)
                    RETURN u.name AS name, u.roles AS roles,
                           EXISTS { (u)-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->() } AS granted
                    """,
                    map("id", userId)))
        .map(
            row -> {
              Set<RoleName> roles =
                  row.get("roles").asList(value -> RoleName.valueOf(value.asString())).stream()
                      .collect(Collectors.toUnmodifiableSet());
              Scope scope = scopes.of(userId, roles, row.get("granted").asBoolean(), limit);
              return new Actor(
                  userId, row.get("name").asString(), scope.everywhere(), requestId, scope);
            });
  }
}
