package asset2go.identity;

import org.jspecify.annotations.Nullable;

/** What an administrator changes about a user; null leaves as it is. */
public record UserChange(@Nullable RoleName role, @Nullable Boolean disabled) {}
