package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.kit.Kit;
import asset2go.kit.KitBook;
import asset2go.kit.KitDraft;
import asset2go.problem.DomainError;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows about kits, all of them under the lock of their tree. A row adds: the kit and the
 * slot where they are not there, and what fits after what is there. Nothing is taken away.
 */
final class KitBatch {

  private static final int SLOTS = 50;
  private static final int ACCEPTS = 20;

  private final Transaction tx;
  private final Scope scope;
  private final List<KitRow> rows;
  private final Map<String, Plan> plans = new LinkedHashMap<>();

  /** What goes by a name, by kind and folded name. */
  private final Map<String, List<String>> named = new HashMap<>();

  KitBatch(Transaction tx, Scope scope, List<KitRow> rows) {
    this.tx = tx;
    this.scope = scope;
    this.rows = rows;
  }

  /** A slot to be. */
  private static final class Slot {
    private final String name;
    private int quantity = 1;
    private final List<KitDraft.Accepted> accepts = new ArrayList<>();

    Slot(String name) {
      this.name = name;
    }
  }

  /** A kit to be. */
  private static final class Plan {
    private final @Nullable Kit before;
    private final String name;
    private @Nullable String description;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    Plan(@Nullable Kit before, String name) {
      this.before = before;
      this.name = before == null ? name : before.name();
      if (before != null) {
        description = before.description();
        for (Kit.Slot old : before.slots()) {
          Slot slot = new Slot(old.name());
          slot.quantity = old.quantity();
          old.accepts()
              .forEach(one -> slot.accepts.add(new KitDraft.Accepted(one.kind(), one.what().id())));
          // Two slots of the same name stay apart; rows mean the first.
          String key = Folding.fold(old.name());
          slots.put(slots.containsKey(key) ? key + "\u0000" + slots.size() : key, slot);
        }
      }
    }

    KitDraft draft() {
      return new KitDraft(
          name,
          description,
          slots.values().stream()
              .map(slot -> new KitDraft.Slot(slot.name, slot.quantity, slot.accepts))
              .toList());
    }
  }

  Outcome run() {
    if (scope.write()) {
      TreeLock.KIT.take(tx, TreeLock.ALL_COMPANIES);
    }
    look(Kit.Kind.MODEL, "AssetModel");
    look(Kit.Kind.CATEGORY, "Category");
    Outcome outcome = new Outcome();
    for (KitRow row : rows) {
      try {
        outcome.count(take(row));
      } catch (Refusal refusal) {
        outcome.fail(List.of(refusal.in(row.cells())));
      }
    }
    if (scope.write()) {
      plans.values().forEach(this::write);
    }
    return outcome;
  }

  private void look(Kit.Kind kind, String label) {
    tx.rows(
            """
            UNWIND $keys AS key
            MATCH (n:%s {nameKey: key})
            RETURN key, collect(n.id) AS ids
            """
                .formatted(label),
            map("keys", rows.stream().map(KitBatch::key).distinct().toList()))
        .forEach(
            row ->
                named.put(
                    kind + " " + row.get("key").asString(),
                    row.get("ids").asList(id -> id.asString())));
  }

  private static String key(KitRow row) {
    return Folding.fold(Objects.requireNonNull(row.accepts()));
  }

  private Outcome.Change take(KitRow row) throws Refusal {
    KitDraft.Accepted accepted = accepted(row);
    String name = Objects.requireNonNull(row.kit());
    Plan plan =
        plans.computeIfAbsent(
            Folding.fold(name), key -> new Plan(KitBook.named(tx, name).orElse(null), name));
    String slotName = Objects.requireNonNull(row.slot());
    Slot slot = plan.slots.get(Folding.fold(slotName));
    if (slot == null && plan.slots.size() == SLOTS) {
      throw new Refusal(Field.KIT_SLOT, slotName, "is one too many: a kit has %d".formatted(SLOTS));
    }
    if (slot != null && slot.accepts.stream().anyMatch(one -> one.kind() == Kit.Kind.KIT)) {
      throw new Refusal(Field.KIT_SLOT, slotName, "is filled by a kit, which fills it alone");
    }
    boolean fits = slot != null && slot.accepts.contains(accepted);
    if (slot != null && !fits && slot.accepts.size() == ACCEPTS) {
      throw new Refusal(
          Field.KIT_ACCEPTS, row.accepts(), "is one too many: %d fit a slot".formatted(ACCEPTS));
    }
    Slot kept = slot == null ? new Slot(slotName) : slot;
    plan.slots.putIfAbsent(Folding.fold(slotName), kept);
    int quantity = row.quantity() == null ? kept.quantity : row.quantity();
    String description = row.description() == null ? plan.description : row.description();
    boolean same = quantity == kept.quantity && Objects.equals(description, plan.description);
    kept.quantity = quantity;
    plan.description = description;
    if (fits) {
      return same ? Outcome.Change.UNCHANGED : Outcome.Change.UPDATED;
    }
    kept.accepts.add(accepted);
    return Outcome.Change.CREATED;
  }

  private KitDraft.Accepted accepted(KitRow row) throws Refusal {
    String key = key(row);
    List<String> models = named.getOrDefault(Kit.Kind.MODEL + " " + key, List.of());
    List<String> categories = named.getOrDefault(Kit.Kind.CATEGORY + " " + key, List.of());
    Kit.Kind kind =
        row.kind() != null
            ? row.kind()
            : models.isEmpty() && !categories.isEmpty() ? Kit.Kind.CATEGORY : Kit.Kind.MODEL;
    List<String> ids = kind == Kit.Kind.MODEL ? models : categories;
    if (ids.size() != 1) {
      throw new Refusal(
          Field.KIT_ACCEPTS,
          row.accepts(),
          ids.isEmpty()
              ? row.kind() == null
                  ? "is the name of neither a model nor a category"
                  : "is not there"
              : "is the name of several models");
    }
    return new KitDraft.Accepted(kind, ids.get(0));
  }

  private void write(Plan plan) {
    KitDraft draft = plan.draft();
    if (draft.slots().isEmpty() || plan.before != null && KitBook.is(plan.before, draft)) {
      return;
    }
    try {
      Kit after = KitBook.write(tx, plan.before, draft, scope.now());
      Trail.append(
          tx,
          scope,
          "Kit",
          after.id(),
          plan.before == null ? "CREATED" : "CHANGED",
          KitBook.changes(plan.before, after));
    } catch (DomainError.Invalid gone) {
      throw new Memory.Outdated();
    }
  }
}
