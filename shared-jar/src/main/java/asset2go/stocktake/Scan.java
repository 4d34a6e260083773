package asset2go.stocktake;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan as it was taken down.
 *
 * @param clientId as it was sent with
 * @param at when it was made
 * @param receivedAt when it arrived
 * @param asset that it names; null where there is none, or more than one
 */
public record Scan(
    String id,
    String clientId,
    String code,
    Instant at,
    Instant receivedAt,
    Ref by,
    @Nullable Ref place,
    @Nullable AssetRef asset) {}
