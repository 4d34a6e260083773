package asset2go.right;

import asset2go.identity.RoleName;
import asset2go.page.Identified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts for its owner, never with more rights than the owner has at that
 * moment.
 *
 * @param role the most that it may do; AUDITOR reads
 * @param over the part that it is confined to; null for wherever the owner's rights reach
 * @param lastUsedAt to the minute
 */
public record ApiToken(
    String id,
    String name,
    RoleName role,
    @Nullable Part over,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt)
    implements Identified {

  /** The longest that one may be good for, in days. */
  public static final int LONGEST = 366;

  /**
   * A token that was just made.
   *
   * @param secret what the program sends as Bearer; it is shown this once
   */
  public record Made(ApiToken token, String secret) implements Identified {
    @Override
    public String id() {
      return token.id();
    }
  }
}
