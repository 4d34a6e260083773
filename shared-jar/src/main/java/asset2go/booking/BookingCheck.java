package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a wish can be had.
 *
 * @param possible whether all of it can be had together
 * @param approval whether somebody would have to approve it
 * @param lines with the models in them that were chosen for kits
 * @param kits what of the kits can be had
 */
public record BookingCheck(boolean possible, boolean approval, List<Line> lines, List<Kits> kits) {

  /**
   * Kits of the wish.
   *
   * @param free how many of them could be had, up to those asked for
   * @param shortSlots where it fails; empty where nothing does
   */
  public record Kits(Ref kit, int quantity, int free, List<String> shortSlots) {}

  /**
   * One line of the wish.
   *
   * @param free how many could be had, the other lines considered
   * @param clashes what stands in the way, or would if more were wanted, by time
   */
  public record Line(
      @Nullable AssetRef asset,
      @Nullable Ref model,
      int quantity,
      int free,
      List<BusyPeriod> clashes) {}
}
