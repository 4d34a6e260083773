package asset2go.asset;

import asset2go.asset.AssetEvent.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going to happen to an asset that is locked: decided, not written yet.
 *
 * @param kind of the event
 * @param to the status after; that before where it stays
 * @param condition in which it is handed over or comes back, where somebody said so
 * @param ends whether the custody it is in ends
 * @param begins the custody that begins
 * @param notes what was said about it
 * @param changes what the event tells
 */
public record Plan(
    Asset asset,
    String kind,
    EquipmentStatus to,
    @Nullable Condition condition,
    boolean ends,
    @Nullable Handing begins,
    @Nullable String notes,
    List<Change> changes) {}
