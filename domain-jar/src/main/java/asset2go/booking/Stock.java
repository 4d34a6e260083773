package asset2go.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The assets of a model that may be booked, and when each of them is taken by something that cannot
 * be moved: a reservation of that very asset, or custody that lasts.
 *
 * @param free how many are never taken
 * @param taken the others by their ids
 */
record Stock(int free, Map<String, List<Window>> taken) {

  Stock {
    taken = Map.copyOf(taken);
  }

  int size() {
    return free + taken.size();
  }

  /** The same with an asset of it taken for one window more. */
  Stock with(String assetId, Window window) {
    Map<String, List<Window>> more = new TreeMap<>(taken);
    List<Window> windows = new ArrayList<>(taken.getOrDefault(assetId, List.of()));
    windows.add(window);
    more.put(assetId, windows);
    return new Stock(taken.containsKey(assetId) ? free : free - 1, more);
  }

  /** The same with some assets of it out for one window. */
  Stock without(Collection<String> assetIds, Window window) {
    Map<String, List<Window>> more = new TreeMap<>(taken);
    for (String id : assetIds) {
      List<Window> windows = new ArrayList<>(taken.getOrDefault(id, List.of()));
      windows.add(window);
      more.put(id, windows);
    }
    return new Stock(free - (more.size() - taken.size()), more);
  }

  /** Whether an asset is taken at some time of a window. */
  boolean isTaken(String assetId, Window window) {
    return window.overlapsAny(taken.getOrDefault(assetId, List.of()));
  }

  /** How many are free for the whole of a window, requests for any of them apart. */
  int freeIn(Window window) {
    return free
        + (int) taken.values().stream().filter(windows -> !window.overlapsAny(windows)).count();
  }
}
