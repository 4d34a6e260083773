package asset2go.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether requests for any N of a model can be met by the assets that there are. Each needs its
 * assets for its whole window, so this is the colouring of intervals with some of them fixed. Where
 * nothing is fixed, the greatest number at any moment decides. With fixed ones that number only
 * says what is impossible, and an {@link Assignment} is looked for, in which every request that is
 * not yet handed out may be given to another asset.
 */
final class Availability {

  private Availability() {}

  /** Whether all can be met. */
  static boolean meets(Stock stock, List<Demand> demands) {
    return Peak.of(stock, demands) <= stock.size() && new Assignment(stock, demands).exists();
  }

  /**
   * Whether something new can be had beside what was promised before.
   *
   * @param before the assets without the new thing
   * @param after the same where the new thing takes some of them
   * @param promised requests that were accepted before
   * @param added the new request; empty where the new thing takes an asset of its own
   * @param window when the new thing takes place
   */
  static boolean accepts(
      Stock before, Stock after, List<Demand> promised, List<Demand> added, Window window) {
    List<Demand> near = near(promised, window);
    if (meets(after, join(near, added))) {
      return true;
    }
    if (meets(before, near)) {
      return false;
    }
    // Promises that cannot be kept, since assets went lost or broke. What touches none of them in
    // time must not suffer; what does would make it worse.
    List<Demand> kept = kept(before, near);
    return near.stream().noneMatch(one -> !kept.contains(one) && one.window().overlaps(window))
        && meets(after, join(kept, added));
  }

  /** How many more of any can be had in a window. */
  static int room(Stock stock, List<Demand> promised, Window window) {
    int most = stock.freeIn(window);
    int least = 0;
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      if (accepts(stock, stock, promised, List.of(new Demand("", window, middle)), window)) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least;
  }

  /** The oldest promises that can be kept together. */
  private static List<Demand> kept(Stock stock, List<Demand> demands) {
    List<Demand> kept = new ArrayList<>();
    demands.stream()
        .sorted(Comparator.comparing(Demand::id))
        .forEach(
            one -> {
              if (meets(stock, join(kept, List.of(one)))) {
                kept.add(one);
              }
            });
    return kept;
  }

  /** Those which moving one could reach: that overlap the window, or one that does, and so on. */
  static List<Demand> near(List<Demand> demands, Window window) {
    List<Demand> near = new ArrayList<>();
    List<Demand> rest = new ArrayList<>(demands);
    Window hull = window;
    boolean grows = true;
    while (grows) {
      Window reach = hull;
      List<Demand> more = rest.stream().filter(one -> one.window().overlaps(reach)).toList();
      near.addAll(more);
      rest.removeAll(more);
      for (Demand one : more) {
        hull = hull.hull(one.window());
      }
      grows = !more.isEmpty();
    }
    return near;
  }

  private static List<Demand> join(List<Demand> some, List<Demand> others) {
    List<Demand> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
