package asset2go.importing;

import asset2go.bulk.Difference;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.kit.Kit;
import asset2go.kit.KitBook;
import asset2go.kit.KitDraft;
import asset2go.kit.KitNesting;
import asset2go.problem.DomainError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows about kits, all of them under the lock of their tree. A row adds: the kit and the
 * slot where they are not there, and what fits after what is there. Nothing is taken away. A kit
 * that a slot names may come further down in the file.
 */
final class KitBatch {

  private final Transaction tx;
  private final Scope scope;
  private final Known comes;
  private final List<KitRow> rows;
  private final Outcome outcome = new Outcome();
  private final Map<String, KitPlan> plans = new HashMap<>();

  /** Those that rows were taken for, by id, until they are written. */
  private final Map<String, KitPlan> taken = new LinkedHashMap<>();

  private final KitFillers fillers;
  private final KitNesting nesting;

  KitBatch(Transaction tx, Scope scope, Known comes, List<KitRow> rows) {
    this.tx = tx;
    this.scope = scope;
    this.comes = comes;
    this.rows = rows;
    if (scope.write()) {
      TreeLock.KIT.take(tx, TreeLock.ALL_COMPANIES);
    }
    this.fillers = KitFillers.look(tx, rows);
    this.nesting = KitNesting.read(tx);
  }

  Outcome run() {
    List<KitRow> waiting = rows;
    int before;
    do {
      before = waiting.size();
      List<KitRow> still = new ArrayList<>();
      for (KitRow row : waiting) {
        take(row, still);
      }
      waiting = still;
    } while (!waiting.isEmpty() && waiting.size() < before);
    waiting.forEach(this::setAside);
    if (scope.write()) {
      List.copyOf(taken.keySet()).forEach(this::write);
    }
    return outcome;
  }

  /** What a row names may come further down in the file. */
  private void setAside(KitRow row) {
    if (!scope.write() && comes.has(row.acceptsKey())) {
      outcome.count(Outcome.Change.CREATED);
    } else if (scope.write() && !scope.last()) {
      outcome.aside.add(row.cells().line());
    } else {
      refuse(row, fillers.missing(row));
    }
  }

  private void refuse(KitRow row, Refusal refusal) {
    outcome.fail(List.of(refusal.in(row.cells())));
  }

  private void take(KitRow row, List<KitRow> waiting) {
    try {
      KitDraft.Accepted accepted = fillers.find(row);
      if (accepted == null) {
        KitPlan inner = row.mayBeKit() ? plan(row.acceptsKey(), null) : null;
        if (inner == null || inner.isEmpty()) {
          waiting.add(row);
          return;
        }
        accepted = new KitDraft.Accepted(Kit.Kind.KIT, inner.id());
      }
      KitPlan plan = Objects.requireNonNull(plan(row.kitKey(), row.kit()));
      outcome.count(plan.take(row, accepted, nesting));
      taken.put(plan.id(), plan);
    } catch (Refusal refusal) {
      refuse(row, refusal);
    }
  }

  /** A kit by its folded name; one that is not there is planned where it has a name to be. */
  private @Nullable KitPlan plan(String key, @Nullable String name) {
    KitPlan known = plans.get(key);
    if (known == null) {
      Kit kit = KitBook.named(tx, key).orElse(null);
      if (kit == null && name == null) {
        return null;
      }
      known = new KitPlan(kit, kit == null ? Objects.requireNonNull(name) : kit.name());
      nesting.add(known.id(), known.slotCount());
      plans.put(key, known);
    }
    return known;
  }

  private void noteWayBack(@Nullable Kit before, Kit after) {
    if (before == null) {
      WayBack.made(tx, scope, "Kit", List.of(after.id()));
      return;
    }
    Difference change = Difference.of(KitBook.draft(before), KitBook.draft(after));
    WayBack.changed(tx, scope, "Kit", List.of(WayBack.change(after.id(), change, 0, false)));
  }

  /** Writes one, and what stands within it before. */
  private void write(String id) {
    KitPlan plan = taken.remove(id);
    if (plan == null) {
      return;
    }
    KitDraft draft = plan.draft();
    draft.slots().stream()
        .flatMap(slot -> slot.accepts().stream())
        .map(KitDraft.Accepted::id)
        .forEach(this::write);
    Kit before = plan.before();
    if (draft.slots().isEmpty() || before != null && KitBook.is(before, draft)) {
      return;
    }
    try {
      Kit after = KitBook.write(tx, plan.id(), before, draft, scope.now());
      Trail.append(
          tx,
          scope,
          "Kit",
          after.id(),
          before == null ? "CREATED" : "CHANGED",
          KitBook.changes(before, after));
      noteWayBack(before, after);
    } catch (DomainError.Invalid gone) {
      throw new Memory.Outdated();
    }
  }
}
