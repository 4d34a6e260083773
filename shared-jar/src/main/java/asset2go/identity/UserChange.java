package asset2go.identity;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about a user; null leaves as it is.
 *
 * @param role over the whole installation
 * @param grantsOnly true takes the role over the whole installation away: grants alone say what the
 *     user may do
 */
public record UserChange(
    @Nullable RoleName role, @Nullable Boolean grantsOnly, @Nullable Boolean disabled) {}
