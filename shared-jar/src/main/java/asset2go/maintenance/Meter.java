package asset2go.maintenance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is counted on an asset: operating hours, kilometres, cycles. Plans go by it.
 *
 * @param name unique on the asset, without regard to case and accents
 * @param value what it showed when it was read last
 * @param total what was counted in all: the value, and what meters before it had counted
 */
public record Meter(
    String id,
    String name,
    @Nullable String unit,
    double value,
    double total,
    Instant readAt,
    String readBy) {}
