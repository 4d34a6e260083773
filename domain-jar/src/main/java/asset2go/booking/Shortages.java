package asset2go.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests for any of a model that can no longer be met where some of its assets are out for a
 * while. Whoever booked first keeps theirs.
 */
final class Shortages {

  private Shortages() {}

  /**
   * How many each booking would miss by that; those that miss none are left out.
   *
   * @param failing assets of the stock
   */
  static Map<String, Integer> of(
      Stock stock, Collection<String> failing, List<Demand> demands, Window outage) {
    List<Demand> near = Availability.near(demands, outage);
    Map<String, Integer> after = missing(stock.without(failing, outage), near);
    if (after.isEmpty()) {
      return after;
    }
    Map<String, Integer> before = missing(stock, near);
    Map<String, Integer> more = new HashMap<>();
    after.forEach(
        (id, missing) -> {
          if (missing > before.getOrDefault(id, 0)) {
            more.put(id, missing - before.getOrDefault(id, 0));
          }
        });
    return more;
  }

  private static Map<String, Integer> missing(Stock stock, List<Demand> demands) {
    Map<String, Integer> missing = new HashMap<>();
    if (Availability.meets(stock, demands)) {
      return missing;
    }
    List<Demand> kept = new ArrayList<>();
    for (Demand one : demands.stream().sorted(Comparator.comparing(Demand::id)).toList()) {
      int had = most(stock, kept, one);
      if (had > 0) {
        kept.add(of(one, had));
      }
      if (had < one.quantity()) {
        missing.put(one.id(), one.quantity() - had);
      }
    }
    return missing;
  }

  private static int most(Stock stock, List<Demand> kept, Demand one) {
    int least = 0;
    int most = one.quantity();
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      List<Demand> all = new ArrayList<>(kept);
      all.add(of(one, middle));
      if (Availability.meets(stock, all)) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least;
  }

  private static Demand of(Demand one, int quantity) {
    return new Demand(one.id(), one.window(), quantity);
  }
}
