package asset2go.right;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Values;
import asset2go.identity.RoleName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

/**
 * What an API token leaves of its owner's rights.
 *
 * @param most the highest role that is left
 * @param over id of the only part that is left; empty for all of them
 */
public record Limit(RoleName most, Optional<String> over) {

  /** What a node keeps of it where a job goes on later, for {@link #of}; a map to be set. */
  public static Map<String, @Nullable Object> kept(Scope scope) {
    Limit limit = scope.limit().orElse(null);
    return map(
        "limitRole",
        limit == null ? null : limit.most(),
        "limitOver",
        limit == null ? null : limit.over().orElse(null));
  }

  /** What {@link #kept} has kept; null where no token had asked. */
  public static @Nullable Limit of(MapAccessor node) {
    String most = Values.text(node.get("limitRole"));
    return most == null
        ? null
        : new Limit(
            RoleName.valueOf(most), Optional.ofNullable(Values.text(node.get("limitOver"))));
  }
}
