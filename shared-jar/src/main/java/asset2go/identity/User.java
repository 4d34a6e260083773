package asset2go.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id id of the person
 * @param roles what they may do over the whole installation
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
    @Nullable Instant lastSignInAt) {}
