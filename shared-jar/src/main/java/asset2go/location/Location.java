package asset2go.location;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place: a region, site, building, room, shelf or vehicle, in a tree.
 *
 * @param code short name, unique within its company; what imports refer to
 * @param kind free upper-case word such as REGION, SITE, ROOM
 * @param path the locations above, outermost first, without itself
 * @param children how many locations are directly inside
 */
public record Location(
    String id,
    String code,
    String name,
    @Nullable String kind,
    Ref company,
    @Nullable Ref parent,
    @Nullable List<Ref> path,
    int children,
    long version)
    implements Versioned {}
