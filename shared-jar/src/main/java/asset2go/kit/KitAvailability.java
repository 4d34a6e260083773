package asset2go.kit;

import java.time.Instant;
import java.util.List;

/**
 * How many complete kits can go out in a window.
 *
 * @param complete so many together, what is booked and handed out considered
 * @param slots those of kits within the kit with the names of the slots that they fill before them
 */
public record KitAvailability(Instant from, Instant to, int complete, List<Slot> slots) {

  /** No more are counted. */
  public static final int MOST = 100;

  /**
   * One slot.
   *
   * @param each how many of it a kit needs
   * @param free how many could be had for it alone, at most those of {@link #MOST} kits
   * @param isShort whether one kit more fails here; slots that compete for too few are all short
   */
  public record Slot(String name, int each, int free, boolean isShort) {}
}
