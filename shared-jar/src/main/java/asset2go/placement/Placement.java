package asset2go.placement;

import asset2go.page.Identified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset stood somewhere from one moment to another, or still does.
 *
 * @param place where: what it stood in directly
 * @param to when it left; null while it stands there. Not part of the time itself
 */
public record Placement(String id, Place place, Instant from, @Nullable Instant to)
    implements Identified {}
