package asset2go.stocktake;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset in a stock-take.
 *
 * @param asset as it is now
 * @param expected whether it belonged to what is counted when the stock-take was opened
 * @param place where it belonged when it was expected, or last seen
 * @param seenPlace where it was seen
 * @param seenAt when, by the clock of who scanned it
 * @param correction what is proposed; null for nothing
 * @param review what became of the proposal
 * @param remark why a correction was refused
 */
public record StockTakeItem(
    AssetRef asset,
    Outcome outcome,
    boolean expected,
    @Nullable Ref place,
    @Nullable Ref seenPlace,
    @Nullable Instant seenAt,
    @Nullable Ref seenBy,
    @Nullable Correction correction,
    @Nullable Review review,
    @Nullable Ref reviewedBy,
    @Nullable String remark) {}
