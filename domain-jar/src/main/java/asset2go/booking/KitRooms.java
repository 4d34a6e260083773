package asset2go.booking;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of each model can be had for kits in the window of a wish, beside what it names itself.
 *
 * @param except id of the booking that is about to change; empty for none
 */
record KitRooms(Transaction tx, Actor actor, Wish wish, Instant now, String except) {

  /**
   * Of each of these models.
   *
   * @param most no more are counted for somebody who sees some of a model only
   */
  int[] of(List<String> models, int most) {
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
    int[] rooms = new int[models.size()];
    for (int i = 0; i < rooms.length; i++) {
      String model = models.get(i);
      if (Picks.seesAll(actor, model)) {
        rooms[i] = room(model, terms.busy(model), modelsOfNamed);
      } else {
        Wanted line = Wanted.ofModel(model, most);
        int picked = Picks.pick(tx, actor, wish, line, named, now, except).size();
        rooms[i] = Math.max(0, picked - own(model));
      }
    }
    return rooms;
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
