package asset2go.identity;

import asset2go.graph.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A user as it stands in the graph: what may be shown, and the password's hash, which may not. */
record Account(User user, @Nullable String passwordHash) {

  static Account of(Value u) {
    List<RoleName> roles = u.get("roles").asList(role -> RoleName.valueOf(role.asString()));
    String hash = Values.text(u.get("passwordHash"));
    return new Account(
        new User(
            u.get("id").asString(),
            u.get("name").asString(),
            u.get("email").asString(),
            roles,
            u.get("disabled").asBoolean(false),
            hash == null,
            Values.instant(u.get("createdAt")),
            Values.instantOrNull(u.get("lastSignInAt")),
            null),
        hash);
  }

  /** An address as accounts are known by it. */
  static String key(String email) {
    return email.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
