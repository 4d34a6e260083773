package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.kit.KitNeed;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Models for the slots of the kits of a wish. All slots of all its kits are looked at together, so
 * that none takes what only another could use.
 */
final class KitChoice {

  /** A kit of the wish. */
  record Wanting(Ref kit, int quantity, List<KitNeed> needs) {}

  private final Wish wish;
  private final List<Wanting> kits;

  private KitChoice(Wish wish, List<Wanting> kits) {
    this.wish = wish;
    this.kits = kits;
  }

  /**
   * Reads the kits of a wish.
   *
   * @throws DomainError.Invalid for one that is not there
   */
  static KitChoice of(Transaction tx, Wish wish) {
    List<Wanting> kits = new ArrayList<>();
    for (int i = 0; i < wish.lines().size(); i++) {
      Wanted line = wish.lines().get(i);
      if (line.kitId() != null) {
        String name = KitNeed.name(tx, line.kitId());
        if (name == null) {
          throw new DomainError.Invalid(
              "lines[" + i + "].kitId", Fault.UNKNOWN, "there is no kit " + line.kitId());
        }
        kits.add(
            new Wanting(
                new Ref(line.kitId(), name), Wish.quantity(line), KitNeed.of(tx, line.kitId())));
      }
    }
    return new KitChoice(wish, kits);
  }

  boolean isEmpty() {
    return kits.isEmpty();
  }

  /** All models that might be chosen. */
  TreeSet<String> modelIds() {
    TreeSet<String> models = new TreeSet<>();
    kits.forEach(kit -> kit.needs().forEach(need -> models.addAll(need.modelIds())));
    return models;
  }

  /** How many of each kit there are. */
  List<BookingCheck.Kits> wanted() {
    return kits.stream()
        .map(kit -> new BookingCheck.Kits(kit.kit(), kit.quantity(), kit.quantity(), List.of()))
        .toList();
  }

  /** The wish with models in the place of kits, or what is short. */
  Picks choose(Transaction tx, Actor actor, Instant now, String except) {
    if (isEmpty()) {
      return new Picks(wish, null);
    }
    List<String> models = List.copyOf(modelIds());
    int[] rooms = rooms(tx, actor, models, now, except);
    Allotment all = allot(kits, models, rooms);
    if (!all.isComplete()) {
      return new Picks(
          wish,
          new BookingCheck(
              false,
              false,
              List.of(),
              kits.stream().map(kit -> state(kit, models, rooms, all)).toList()));
    }
    Map<String, Integer> chosen = new LinkedHashMap<>();
    List<Wanted> lines = new ArrayList<>();
    for (Wanted line : wish.lines()) {
      if (line.modelId() != null) {
        chosen.put(line.modelId(), Wish.quantity(line));
      } else if (line.assetId() != null) {
        lines.add(line);
      }
    }
    for (int i = 0; i < models.size(); i++) {
      if (all.of(i) > 0) {
        chosen.merge(models.get(i), all.of(i), Integer::sum);
      }
    }
    chosen.forEach((model, quantity) -> lines.add(Wanted.ofModel(model, quantity)));
    return new Picks(new Wish(wish.from(), wish.to(), lines), null);
  }

  private int[] rooms(
      Transaction tx, Actor actor, List<String> models, Instant now, String except) {
    KitRooms rooms = new KitRooms(tx, actor, wish, now, except);
    int most = kits.stream().mapToInt(KitChoice::size).sum();
    return rooms.of(models, most, kits.stream().flatMap(kit -> kit.needs().stream()).toList());
  }

  private static int size(Wanting kit) {
    return kit.quantity() * kit.needs().stream().mapToInt(KitNeed::each).sum();
  }

  private static Allotment allot(List<Wanting> kits, List<String> models, int[] rooms) {
    List<List<Integer>> accepts = new ArrayList<>();
    List<Integer> needed = new ArrayList<>();
    for (Wanting kit : kits) {
      for (KitNeed need : kit.needs()) {
        needed.add(need.each() * kit.quantity());
        accepts.add(need.modelIds().stream().map(models::indexOf).toList());
      }
    }
    return Allotment.of(needed.stream().mapToInt(n -> n).toArray(), accepts, rooms);
  }

  private BookingCheck.Kits state(
      Wanting kit, List<String> models, int[] rooms, Allotment together) {
    int free = complete(kit.needs(), models, rooms, kit.quantity());
    List<String> scarce = new ArrayList<>();
    Allotment own =
        free < kit.quantity()
            ? allot(List.of(new Wanting(kit.kit(), free + 1, kit.needs())), models, rooms)
            : null;
    int offset = 0;
    for (Wanting one : kits) {
      if (one.equals(kit)) {
        break;
      }
      offset += one.needs().size();
    }
    for (int i = 0; i < kit.needs().size(); i++) {
      boolean isShort =
          own != null ? own.shortSlots().get(i) : together.shortSlots().get(offset + i);
      if (isShort) {
        scarce.add(kit.needs().get(i).slot());
      }
    }
    return new BookingCheck.Kits(kit.kit(), kit.quantity(), free, scarce);
  }

  /** How many complete kits there can be, up to so many. */
  static int complete(List<KitNeed> needs, List<String> models, int[] rooms, int most) {
    int least = 0;
    int limit = most;
    while (least < limit) {
      int middle = (least + limit + 1) >>> 1;
      if (allot(List.of(new Wanting(new Ref("", ""), middle, needs)), models, rooms).isComplete()) {
        least = middle;
      } else {
        limit = middle - 1;
      }
    }
    return least;
  }

  /** What the slots of one kit look like when one kit more than these is tried. */
  static Allotment beyond(List<KitNeed> needs, List<String> models, int[] rooms, int complete) {
    return allot(List.of(new Wanting(new Ref("", ""), complete + 1, needs)), models, rooms);
  }

  /** Notes for which kits a booking was made. */
  static void note(Transaction tx, String bookingId, Wish wish) {
    for (Wanted line : wish.lines()) {
      if (line.kitId() != null) {
        tx.run(
            """
            MATCH (b:Booking {id: $id}), (k:Kit {id: $kit})
            CREATE (b)-[:FOR_KIT {quantity: $quantity, at: $now}]->(k)
            """,
            map(
                "id", bookingId,
                "kit", Objects.requireNonNull(line.kitId()),
                "quantity", Wish.quantity(line),
                "now", Instant.now()));
      }
    }
  }

  /** Forgets them: other things are booked. */
  static void forget(Transaction tx, String bookingId) {
    tx.run("MATCH (:Booking {id: $id})-[r:FOR_KIT]->() DELETE r", Map.of("id", bookingId));
  }
}
