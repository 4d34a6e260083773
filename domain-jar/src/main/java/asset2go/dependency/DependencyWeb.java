package asset2go.dependency;

import asset2go.dependency.Dependency.Criticality;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Dependencies in memory, to ask of each asset in turn what its outage would stop. Every asset is a
 * number here, in the order in which they were met.
 */
final class DependencyWeb {

  /**
   * One needs another; {@code group} numbers the needs of one asset that stand in for each other.
   */
  private record Need(int asset, Criticality criticality, int group) {}

  /** What an outage does. */
  record Fall(String id, int stops, int weakens) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<Boolean> counts = new ArrayList<>();
  private final List<List<Need>> neededBy = new ArrayList<>();
  private final List<Integer> needs = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final List<Integer> groupSizes = new ArrayList<>();
  private int size;

  /**
   * Adds an asset.
   *
   * @param counted whether it is to be counted among what stops
   */
  void asset(String id, boolean counted) {
    if (numbers.putIfAbsent(id, ids.size()) == null) {
      ids.add(id);
      counts.add(counted);
      neededBy.add(new ArrayList<>());
      needs.add(0);
    }
  }

  /** Adds a dependency between two assets that are there. */
  void need(String id, String needed, String kind, Criticality criticality) {
    int from = number(id);
    int to = number(needed);
    int group = -1;
    if (criticality == Criticality.MEDIUM) {
      group = groups.computeIfAbsent(from + " " + kind, key -> newGroup());
      groupSizes.set(group, groupSizes.get(group) + 1);
    }
    neededBy.get(to).add(new Need(from, criticality, group));
    needs.set(from, needs.get(from) + 1);
    size++;
  }

  private int newGroup() {
    groupSizes.add(0);
    return groupSizes.size() - 1;
  }

  private int number(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(id);
    }
    return number;
  }

  boolean has(String id) {
    return numbers.containsKey(id);
  }

  /** How many dependencies there are. */
  int size() {
    return size;
  }

  /** Everything that something hangs on, what needs nothing itself first: most hangs on that. */
  List<String> candidates() {
    int[] open = needs.stream().mapToInt(n -> n).toArray();
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < open.length; i++) {
      if (open[i] == 0) {
        free.add(i);
      }
    }
    List<String> found = new ArrayList<>();
    while (!free.isEmpty()) {
      int asset = free.remove();
      if (!neededBy.get(asset).isEmpty()) {
        found.add(ids.get(asset));
      }
      for (Need need : neededBy.get(asset)) {
        if (--open[need.asset()] == 0) {
          free.add(need.asset());
        }
      }
    }
    return found;
  }

  /**
   * What the outage of one would do.
   *
   * @param hurry asked now and then; once it is true, what was found so far is all there is
   */
  Fall fall(String id, BooleanSupplier hurry) {
    int start = number(id);
    Map<Integer, Integer> lost = new HashMap<>();
    Map<Integer, Boolean> met = new HashMap<>();
    Set<Integer> down = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    met.put(start, true);
    while (!open.isEmpty() && !hurry.getAsBoolean()) {
      int asset = open.remove();
      boolean stopped = Boolean.TRUE.equals(met.get(asset));
      // One that was met as weakened may stop later and come again, but falls only once.
      boolean falls = stopped && down.add(asset);
      for (Need need : neededBy.get(asset)) {
        boolean stops = falls && stops(need, lost);
        Boolean before = met.get(need.asset());
        if (before == null || stops && !before) {
          met.put(need.asset(), stops);
          open.add(need.asset());
        }
      }
    }
    return new Fall(id, count(met, start, true), count(met, start, false));
  }

  private boolean stops(Need need, Map<Integer, Integer> lost) {
    return switch (need.criticality()) {
      case HIGH -> true;
      case MEDIUM -> {
        int all = groupSizes.get(need.group());
        yield lost.merge(need.group(), 1, Integer::sum) == all && all > 1;
      }
      case LOW -> false;
    };
  }

  private int count(Map<Integer, Boolean> met, int start, boolean stopped) {
    int n = 0;
    for (Map.Entry<Integer, Boolean> one : met.entrySet()) {
      if (one.getKey() != start && counts.get(one.getKey()) && one.getValue() == stopped) {
        n++;
      }
    }
    return n;
  }
}
