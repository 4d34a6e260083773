package asset2go.booking;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.kit.KitAvailability;
import asset2go.kit.KitNeed;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many complete kits can go out, and where it fails. */
@ApplicationScoped
public class KitStock {

  private static final Duration USUAL = Duration.ofDays(1);

  private @Inject Graph graph;

  public KitAvailability availability(
      Actor actor, String kitId, @Nullable Instant asked, @Nullable Instant askedEnd) {
    Instant now = Instant.now();
    Instant from = asked == null ? now : asked;
    Instant to = askedEnd == null ? from.plus(USUAL) : askedEnd;
    if (!from.isBefore(to)) {
      throw new DomainError.Malformed("to", "must be after from");
    }
    return graph.read(tx -> availability(tx, actor, kitId, new Wish(from, to, List.of()), now));
  }

  private static KitAvailability availability(
      Transaction tx, Actor actor, String kitId, Wish window, Instant now) {
    List<KitNeed> needs = KitNeed.of(tx, kitId);
    TreeSet<String> all = new TreeSet<>();
    needs.forEach(need -> all.addAll(need.modelIds()));
    List<String> models = List.copyOf(all);
    int each = needs.stream().mapToInt(KitNeed::each).sum();
    int[] rooms = new KitRooms(tx, actor, window, now, "").of(models, each * KitAvailability.MOST);
    int complete = KitChoice.complete(needs, models, rooms, KitAvailability.MOST);
    BitSet scarce =
        complete < KitAvailability.MOST
            ? KitChoice.beyond(needs, models, rooms, complete).shortSlots()
            : new BitSet();
    List<KitAvailability.Slot> slots = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      KitNeed need = needs.get(i);
      int free = need.modelIds().stream().mapToInt(id -> rooms[models.indexOf(id)]).sum();
      slots.add(
          new KitAvailability.Slot(
              need.slot(),
              need.each(),
              Math.min(free, need.each() * KitAvailability.MOST),
              scarce.get(i)));
    }
    return new KitAvailability(window.from(), window.to(), complete, slots);
  }
}
