package asset2go.booking;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.kit.KitNeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many of each model can be had for kits in the window of a wish, beside what it names itself.
 *
 * @param except id of the booking that is about to change; empty for none
 */
record KitRooms(Transaction tx, Actor actor, Wish wish, Instant now, String except) {

  /**
   * Of each of these models. Once every slot that accepts a model has so many of others that it can
   * be the last to take any, that model is not looked at and counts as none: it changes nothing.
   *
   * @param most what all slots need together
   * @param needs the slots; of their models the preferred are looked at first
   */
  int[] of(List<String> models, int most, List<KitNeed> needs) {
    Terms terms =
        Terms.of(
            tx,
            actor,
            new Wish(
                wish.from(),
                wish.to(),
                models.stream().map(model -> Wanted.ofModel(model, 1)).toList()),
            Map.of());
    Set<String> named = new HashSet<>(wish.assetIds());
    Map<String, ?> modelsOfNamed = Locks.modelsOf(tx, named);
    Map<String, Integer> rooms = new HashMap<>();
    int[] supplies = new int[needs.size()];
    for (String model : byPreference(needs)) {
      if (supplied(needs, model).anyMatch(slot -> supplies[slot] < most)) {
        int room = room(model, most, terms, named, modelsOfNamed);
        rooms.put(model, room);
        supplied(needs, model).forEach(slot -> supplies[slot] += room);
      }
    }
    return models.stream().mapToInt(model -> rooms.getOrDefault(model, 0)).toArray();
  }

  /** The slots that accept a model. */
  private static IntStream supplied(List<KitNeed> needs, String model) {
    return IntStream.range(0, needs.size())
        .filter(slot -> needs.get(slot).modelIds().contains(model));
  }

  /** The first of each slot, then the second of each, and so on. */
  private static Set<String> byPreference(List<KitNeed> needs) {
    Set<String> ordered = new LinkedHashSet<>();
    int longest = needs.stream().mapToInt(need -> need.modelIds().size()).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (KitNeed need : needs) {
        if (rank < need.modelIds().size()) {
          ordered.add(need.modelIds().get(rank));
        }
      }
    }
    return ordered;
  }

  private int room(
      String model, int most, Terms terms, Set<String> named, Map<String, ?> modelsOfNamed) {
    if (Picks.seesAll(actor, model)) {
      return room(model, terms.busy(model), modelsOfNamed);
    }
    Wanted line = Wanted.ofModel(model, most);
    int picked = Picks.pick(tx, actor, wish, line, named, now, except).size();
    return Math.max(0, picked - own(model));
  }

  private int room(String model, Window window, Map<String, ?> modelsOfNamed) {
    Stocks stocks = new Stocks(tx, now, except);
    Stock stock = stocks.ofModel(model);
    for (var named : modelsOfNamed.entrySet()) {
      if (model.equals(named.getValue())) {
        stock = stock.with(named.getKey(), window);
      }
    }
    List<Demand> promised = new ArrayList<>(stocks.demands(model));
    if (own(model) > 0) {
      promised.add(new Demand("~", window, own(model)));
    }
    return Availability.room(stock, promised, window);
  }

  /** What the wish asks of a model beside its kits. */
  private int own(String model) {
    return wish.lines().stream()
        .filter(line -> model.equals(line.modelId()))
        .mapToInt(Wish::quantity)
        .sum();
  }
}
