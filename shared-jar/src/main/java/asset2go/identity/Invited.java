package asset2go.identity;

import org.jspecify.annotations.Nullable;

/**
 * An invitation that was made.
 *
 * @param link to hand over by other means, where no mail server is set up; else null
 */
public record Invited(User user, @Nullable String link) {}
