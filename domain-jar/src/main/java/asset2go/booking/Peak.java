package asset2go.booking;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The greatest number of assets that are wanted or taken at the same moment. */
final class Peak {

  private Peak() {}

  /** Only moments at which something is asked for count. */
  static int of(Stock stock, List<Demand> demands) {
    TreeMap<Long, Integer> wanted = new TreeMap<>();
    demands.forEach(one -> add(wanted, one.window(), one.quantity()));
    TreeMap<Long, Integer> all = new TreeMap<>(wanted);
    stock.taken().values().forEach(windows -> union(windows).forEach(one -> add(all, one, 1)));
    int now = 0;
    int wantedNow = 0;
    int peak = 0;
    for (var step : all.entrySet()) {
      now += step.getValue();
      wantedNow += wanted.getOrDefault(step.getKey(), 0);
      peak = wantedNow > 0 ? Math.max(peak, now) : peak;
    }
    return peak;
  }

  private static void add(TreeMap<Long, Integer> steps, Window window, int count) {
    steps.merge(window.from(), count, Integer::sum);
    steps.merge(window.to(), -count, Integer::sum);
  }

  /** One asset counts once, however often it is taken at a time. */
  private static Collection<Window> union(List<Window> windows) {
    var united = new java.util.ArrayDeque<Window>();
    for (Window window : windows.stream().sorted().toList()) {
      Window last = united.peekLast();
      if (last != null && window.from() <= last.to()) {
        united.removeLast();
        united.addLast(last.hull(window));
      } else {
        united.addLast(window);
      }
    }
    return united;
  }
}
