package asset2go.booking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for a way to give each single request an asset that is free for the whole of its window.
 *
 * <p>Requests are taken in the order in which they begin, and each gets the asset whose free time
 * ends soonest after it. Where that leads nowhere, other assets are tried, without looking twice at
 * what comes to the same: two assets that are free now and taken at the same times from now on are
 * alike, and so are two ways that leave the assets alike. The problem is NP-complete (precolouring
 * extension of interval graphs: Biró, Hujter, Tuza, 1992), so the search ends after {@value
 * #BUDGET} looks at an asset, and what was not found by then counts as impossible.
 */
final class Assignment {

  private static final int BUDGET = 3_000_000;

  /** Deeper, only the first descent is made: it needs no stack. */
  private static final int DEEPEST = 1_500;

  private final List<Window> units = new ArrayList<>();
  private final List<long[]> starts = new ArrayList<>();
  private final List<long[]> ends = new ArrayList<>();
  private final List<int[]> kinds = new ArrayList<>();
  private final Map<List<Window>, Integer> kindsKnown = new HashMap<>();
  private final Set<List<Long>> failed = new HashSet<>();
  private final long[] freeFrom;
  private int budget = BUDGET;

  Assignment(Stock stock, List<Demand> demands) {
    for (Demand demand : demands) {
      for (int i = 0; i < demand.quantity(); i++) {
        units.add(demand.window());
      }
    }
    units.sort(Comparator.naturalOrder());
    stock.taken().values().forEach(this::asset);
    // More that are always free than there are requests would only lengthen the search.
    for (int i = 0; i < Math.min(stock.free(), units.size()); i++) {
      asset(List.of());
    }
    freeFrom = new long[starts.size()];
    Arrays.fill(freeFrom, Long.MIN_VALUE);
  }

  private void asset(List<Window> taken) {
    List<Window> sorted = taken.stream().sorted().toList();
    int[] suffixes = new int[sorted.size() + 1];
    for (int i = 0; i <= sorted.size(); i++) {
      suffixes[i] =
          kindsKnown.computeIfAbsent(
              List.copyOf(sorted.subList(i, sorted.size())), list -> kindsKnown.size());
    }
    starts.add(sorted.stream().mapToLong(Window::from).toArray());
    ends.add(latestEnds(sorted));
    kinds.add(suffixes);
  }

  /** At each place the latest end up to there: windows of one asset may overlap. */
  private static long[] latestEnds(List<Window> sorted) {
    long[] ends = sorted.stream().mapToLong(Window::to).toArray();
    for (int i = 1; i < ends.length; i++) {
      ends[i] = Math.max(ends[i], ends[i - 1]);
    }
    return ends;
  }

  boolean exists() {
    if (descend()) {
      return true;
    }
    Arrays.fill(freeFrom, Long.MIN_VALUE);
    return units.size() <= DEEPEST && place(0);
  }

  /** The first way only. */
  private boolean descend() {
    for (Window unit : units) {
      List<Integer> choices = choices(unit);
      if (choices.isEmpty()) {
        return false;
      }
      freeFrom[choices.get(0)] = unit.to();
    }
    return true;
  }

  private boolean place(int index) {
    if (index == units.size()) {
      return true;
    }
    Window unit = units.get(index);
    List<Long> state = state(index, unit.from());
    if (failed.contains(state)) {
      return false;
    }
    for (int asset : choices(unit)) {
      long before = freeFrom[asset];
      freeFrom[asset] = unit.to();
      if (place(index + 1)) {
        return true;
      }
      freeFrom[asset] = before;
      if (budget < 0) {
        return false;
      }
    }
    failed.add(state);
    return false;
  }

  /** The assets that are free for a window, one of each kind, those soonest taken again first. */
  private List<Integer> choices(Window window) {
    budget -= freeFrom.length;
    Map<Integer, Integer> byKind = new HashMap<>();
    for (int asset = 0; asset < freeFrom.length; asset++) {
      int next = next(asset, window.from());
      boolean free =
          freeFrom[asset] <= window.from()
              && (next == 0 || ends.get(asset)[next - 1] <= window.from())
              && nextStart(asset, next) >= window.to();
      if (free) {
        byKind.putIfAbsent(kinds.get(asset)[next], asset);
      }
    }
    return byKind.values().stream()
        .sorted(
            Comparator.<Integer>comparingLong(asset -> nextStart(asset, next(asset, window.from())))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Which of an asset's fixed windows is the first that does not begin before a moment. */
  private int next(int asset, long moment) {
    int at = Arrays.binarySearch(starts.get(asset), moment);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && starts.get(asset)[at - 1] == moment) {
      at--;
    }
    return at;
  }

  private long nextStart(int asset, int next) {
    long[] all = starts.get(asset);
    return next < all.length ? all[next] : Window.FOREVER;
  }

  /** All that matters from here on: of which kind the assets are and how long they are busy. */
  private List<Long> state(int index, long moment) {
    long[][] assets = new long[freeFrom.length][];
    for (int asset = 0; asset < assets.length; asset++) {
      int next = next(asset, moment);
      long busy = next == 0 ? moment : Math.max(moment, ends.get(asset)[next - 1]);
      assets[asset] = new long[] {kinds.get(asset)[next], Math.max(busy, freeFrom[asset])};
    }
    Arrays.sort(
        assets, Comparator.<long[]>comparingLong(one -> one[0]).thenComparingLong(one -> one[1]));
    List<Long> state = new ArrayList<>(2 * assets.length + 1);
    state.add((long) index);
    for (long[] asset : assets) {
      state.add(asset[0]);
      state.add(asset[1]);
    }
    return state;
  }
}
