package asset2go.right;

import asset2go.identity.RoleName;
import java.util.Optional;

/**
 * What an API token leaves of its owner's rights.
 *
 * @param most the highest role that is left
 * @param over id of the only part that is left; empty for all of them
 */
public record Limit(RoleName most, Optional<String> over) {}
