package asset2go.importing;

import asset2go.graph.Ids;
import asset2go.kit.Kit;
import asset2go.kit.KitDraft;
import asset2go.kit.KitNesting;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A kit to be, as far as the rows so far say. */
final class KitPlan {

  private static final int SLOTS = 50;
  private static final int ACCEPTS = 20;

  private final String id;
  private final @Nullable Kit before;
  private final String name;
  private @Nullable String description;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /** A slot to be. */
  private static final class Slot {
    private final String name;
    private int quantity = 1;
    private final List<KitDraft.Accepted> accepts = new ArrayList<>();

    Slot(String name) {
      this.name = name;
    }

    boolean isKit() {
      return accepts.stream().anyMatch(one -> one.kind() == Kit.Kind.KIT);
    }
  }

  /**
   * @param before as it is; null for one that is not there
   */
  KitPlan(@Nullable Kit before, String name) {
    this.id = before == null ? Ids.next() : before.id();
    this.before = before;
    this.name = name;
    if (before != null) {
      description = before.description();
      Map<String, Integer> sameName = new HashMap<>();
      for (Kit.Slot old : before.slots()) {
        Slot slot = new Slot(old.name());
        slot.quantity = old.quantity();
        old.accepts()
            .forEach(one -> slot.accepts.add(new KitDraft.Accepted(one.kind(), one.what().id())));
        String folded = Folding.fold(old.name());
        slots.put(key(folded, sameName.merge(folded, 1, Integer::sum)), slot);
      }
    }
  }

  /** Slots may have the same name: the first, the second and so on of it. */
  private static String key(String folded, int nth) {
    return nth == 1 ? folded : folded + "\u0000" + nth;
  }

  String id() {
    return id;
  }

  @Nullable Kit before() {
    return before;
  }

  int slotCount() {
    return slots.size();
  }

  /** Whether there is nothing of it: it is not there, and no row has given it a slot. */
  boolean isEmpty() {
    return slots.isEmpty();
  }

  KitDraft draft() {
    return new KitDraft(
        name,
        description,
        slots.values().stream()
            .map(slot -> new KitDraft.Slot(slot.name, slot.quantity, slot.accepts))
            .toList());
  }

  /** Takes what a row says. */
  Outcome.Change take(KitRow row, KitDraft.Accepted accepted, KitNesting nesting) throws Refusal {
    String slotName = Objects.requireNonNull(row.slot());
    String key = key(Folding.fold(slotName), row.nth() == null ? 1 : row.nth());
    Slot slot = slots.get(key);
    boolean fits = slot != null && slot.accepts.contains(accepted);
    if (slot == null) {
      slot = make(row, accepted, nesting);
      slots.put(key, slot);
    } else if (!fits) {
      check(row, slot, accepted);
    }
    int quantity = row.quantity() == null ? slot.quantity : row.quantity();
    String said = row.description() == null ? description : row.description();
    boolean same = quantity == slot.quantity && Objects.equals(said, description);
    slot.quantity = quantity;
    description = said;
    if (fits) {
      return same ? Outcome.Change.UNCHANGED : Outcome.Change.UPDATED;
    }
    slot.accepts.add(accepted);
    return Outcome.Change.CREATED;
  }

  private Slot make(KitRow row, KitDraft.Accepted accepted, KitNesting nesting) throws Refusal {
    if (slots.size() == SLOTS) {
      throw new Refusal(
          Field.KIT_SLOT, row.slot(), "is one too many: a kit has %d".formatted(SLOTS));
    }
    boolean kit = accepted.kind() == Kit.Kind.KIT;
    String wrong = nesting.slot(id, kit ? accepted.id() : null);
    if (wrong != null) {
      throw new Refusal(kit ? Field.KIT_ACCEPTS : Field.KIT_SLOT, row.accepts(), wrong);
    }
    return new Slot(Objects.requireNonNull(row.slot()));
  }

  private static void check(KitRow row, Slot slot, KitDraft.Accepted accepted) throws Refusal {
    if (slot.isKit()) {
      throw new Refusal(Field.KIT_SLOT, row.slot(), "is filled by a kit, which fills it alone");
    }
    if (accepted.kind() == Kit.Kind.KIT) {
      throw new Refusal(
          Field.KIT_ACCEPTS, row.accepts(), "is a kit, which fills a slot alone; this one is not");
    }
    if (slot.accepts.size() == ACCEPTS) {
      throw new Refusal(
          Field.KIT_ACCEPTS, row.accepts(), "is one too many: %d fit a slot".formatted(ACCEPTS));
    }
  }
}
