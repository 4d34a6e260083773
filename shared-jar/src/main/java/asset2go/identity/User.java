package asset2go.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id id of the person
 * @param roles what they may do over the whole installation; empty where only grants say
 * @param grantedRoles what they may do over a part of it; only told of whoever is signed in
 * @param disabled may not sign in any more; what they did stays theirs
 * @param invited has not chosen a password yet
 */
public record User(
    String id,
    String name,
    String email,
    List<RoleName> roles,
    boolean disabled,
    boolean invited,
    Instant createdAt,
    @Nullable Instant lastSignInAt,
    @Nullable List<RoleName> grantedRoles) {

  /** The same user, and what grants add. */
  public User granted(Collection<RoleName> more) {
    List<RoleName> sorted = more.stream().sorted().toList();
    return new User(id, name, email, roles, disabled, invited, createdAt, lastSignInAt, sorted);
  }
}
