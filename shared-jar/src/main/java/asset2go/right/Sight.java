package asset2go.right;

import asset2go.identity.RoleName;
import java.util.List;

/**
 * What somebody may see, and by what.
 *
 * @param everywhere the roles that they hold over the whole installation
 * @param parts the roles that they hold over parts of it, themselves or by a team; 200 at most
 * @param confined whether the token that they come with reaches less than they do themselves
 * @param assets how many assets they see, counted up to {@link asset2go.page.Page#COUNT_LIMIT}
 */
public record Sight(List<RoleName> everywhere, List<Grant> parts, boolean confined, long assets) {}
