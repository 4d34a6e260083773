package asset2go.maintenance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an asset could not be used, since it was IN_MAINTENANCE or OUT_OF_SERVICE.
 *
 * @param to null while it lasts
 */
public record Downtime(Instant from, @Nullable Instant to) {}
