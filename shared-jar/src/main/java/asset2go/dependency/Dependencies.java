package asset2go.dependency;

import java.util.List;

/**
 * The dependencies around one asset.
 *
 * @param needs what it needs
 * @param neededBy what needs it
 */
public record Dependencies(List<Dependency> needs, List<Dependency> neededBy) {}
