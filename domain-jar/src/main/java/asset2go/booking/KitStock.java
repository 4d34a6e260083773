package asset2go.booking;

import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.kit.Kit;
import asset2go.kit.KitAvailability;
import asset2go.kit.KitNeed;
import asset2go.kit.KitOutlook;
import asset2go.kit.Kits;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
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
  private static final int USUAL_PAGE = 20;
  private static final int LONGEST_PAGE = 50;

  /** A page of kits ends after that. */
  private static final Duration TIME = Duration.ofSeconds(3);

  private @Inject Graph graph;
  private @Inject Kits kits;

  /** One kit, slot by slot. */
  public KitAvailability availability(
      Actor actor, String kitId, @Nullable Instant from, @Nullable Instant to) {
    Instant now = Instant.now();
    Wish window = window(from, to, now);
    return graph.read(tx -> availability(tx, actor, kitId, window, now));
  }

  /** Every kit, a page of them at a time. */
  public Page<KitOutlook> outlook(
      Actor actor,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer limit,
      @Nullable String after) {
    Instant now = Instant.now();
    Wish window = window(from, to, now);
    int size = Limits.within("limit", limit, USUAL_PAGE, LONGEST_PAGE);
    Page<Kit> page = kits.list(actor, null, size, after);
    long end = System.nanoTime() + TIME.toNanos();
    return graph.read(
        tx -> {
          List<KitOutlook> items = new ArrayList<>();
          for (Kit kit : page.items()) {
            if (!items.isEmpty() && System.nanoTime() - end > 0) {
              Ref last = items.get(items.size() - 1).kit();
              String next = new Keyset(Folding.fold(last.name()), last.id()).cursor();
              return new Page<>(items, next, null);
            }
            // One that has been deleted since the page was read is left out.
            if (KitNeed.name(tx, kit.id()) != null) {
              items.add(outlook(kit, availability(tx, actor, kit.id(), window, now)));
            }
          }
          return new Page<>(items, page.next(), null);
        });
  }

  private static KitOutlook outlook(Kit kit, KitAvailability availability) {
    return new KitOutlook(
        new Ref(kit.id(), kit.name()),
        availability.complete(),
        availability.slots().stream()
            .filter(KitAvailability.Slot::isShort)
            .map(KitAvailability.Slot::name)
            .toList());
  }

  private static Wish window(@Nullable Instant asked, @Nullable Instant askedEnd, Instant now) {
    Instant from = asked == null ? now : asked;
    Instant to = askedEnd == null ? from.plus(USUAL) : askedEnd;
    if (!from.isBefore(to)) {
      throw new DomainError.Malformed("to", "must be after from");
    }
    return new Wish(from, to, List.of());
  }

  private static KitAvailability availability(
      Transaction tx, Actor actor, String kitId, Wish window, Instant now) {
    List<KitNeed> needs = KitNeed.of(tx, kitId);
    TreeSet<String> all = new TreeSet<>();
    needs.forEach(need -> all.addAll(need.modelIds()));
    List<String> models = List.copyOf(all);
    int each = needs.stream().mapToInt(KitNeed::each).sum();
    int[] rooms =
        new KitRooms(tx, actor, window, now, "").of(models, each * KitAvailability.MOST, needs);
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
