package asset2go.kit;

import asset2go.asset.AssetRef;
import java.util.List;

/**
 * What to fetch to hand kits out now: assets for each slot, to be handed over as one basket.
 *
 * @param complete whether every slot has all it needs
 */
public record KitPicks(boolean complete, List<Slot> slots) {

  /**
   * One slot.
   *
   * @param needed how many the kits need
   * @param assets those that were picked, as many or fewer
   */
  public record Slot(String name, int needed, List<AssetRef> assets) {}
}
