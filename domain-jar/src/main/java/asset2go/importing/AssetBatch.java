package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Tags;
import asset2go.catalogue.CustomValues;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows about assets. What is to be written is worked out in memory, from what is there
 * and what the rows say; then whatever would change is locked and it is worked out again, until
 * nothing more needs a lock; then it is written in a few statements.
 */
final class AssetBatch {

  private final Transaction tx;
  private final Scope scope;
  private final Known comes;
  private final Memory memory;
  private final List<AssetRow> rows;
  private final AssetReferences references;
  private final Set<String> locked = new HashSet<>();
  private final Set<String> lockedTrees = new HashSet<>();
  private final Set<String> usedFields = new HashSet<>();
  private final Map<String, Deque<String>> tags = new HashMap<>();

  /**
   * A batch.
   *
   * @param comes tags in the file, for a dry run
   */
  AssetBatch(Transaction tx, Scope scope, Known comes, Memory memory, List<AssetRow> rows) {
    this.tx = tx;
    this.scope = scope;
    this.comes = comes;
    this.rows = rows;
    this.memory = memory;
    String standardCompany = memory.standardCompany(tx);
    Names suppliers =
        Names.resolve(tx, scope, memory, "Supplier", texts(row -> row.purchase().supplier()));
    this.references =
        new AssetReferences(
            standardCompany,
            Names.resolve(tx, scope, memory, "Company", texts(AssetRow::company)),
            suppliers,
            BatchNumbers.resolve(tx, scope, suppliers, rows),
            ModelNames.resolve(
                tx, scope, memory, rows.stream().map(AssetRow::model).distinct().toList()),
            Places.resolve(tx, memory, standardCompany, texts(AssetRow::location)),
            Holders.resolve(tx, scope, texts(AssetRow::holder)));
  }

  private List<String> texts(Function<AssetRow, @Nullable String> field) {
    return rows.stream().map(field).filter(Objects::nonNull).distinct().toList();
  }

  /** Does it. */
  Outcome run() {
    AssetPlan plan = plan();
    while (scope.write() && lock(plan)) {
      plan = plan();
    }
    if (scope.write()) {
      write(plan);
    }
    return plan.outcome();
  }

  private void write(AssetPlan plan) {
    try {
      new AssetWriter(tx, scope).write(plan.assets().all());
    } catch (Memory.Outdated e) {
      memory.forget();
      throw e;
    }
  }

  private AssetPlan plan() {
    Set<String> named = new HashSet<>(texts(AssetRow::tag));
    named.addAll(texts(AssetRow::container));
    List<String> serials =
        rows.stream()
            .filter(row -> row.tag() == null)
            .map(AssetRow::serial)
            .filter(Objects::nonNull)
            .toList();
    Assets assets = Assets.read(tx, named, serials);
    RowFields fields = RowFields.read(tx, references.models(), rows, assets);
    AssetPlan plan = new AssetPlan(scope, comes, references, fields, assets, tags);
    plan.take(rows);
    return plan;
  }

  /** Locks what the plan would change and is not locked yet; false where all of it is. */
  private boolean lock(AssetPlan plan) {
    // Always in this order, and sorted within it, so that importers wait for each other in a row.
    Set<String> trees = new TreeSet<>(plan.trees());
    trees.removeAll(lockedTrees);
    trees.forEach(companyId -> TreeLock.CONTAINMENT.take(tx, companyId));
    lockedTrees.addAll(trees);
    plan.tagsMissing()
        .forEach(
            (companyId, count) ->
                tags.computeIfAbsent(companyId, k -> new ArrayDeque<>())
                    .addAll(Tags.next(tx, companyId, count)));
    Set<String> ids = new TreeSet<>(plan.toLock());
    ids.removeAll(locked);
    if (!ids.isEmpty()) {
      tx.run(
          """
          UNWIND $ids AS id
          MATCH (a:Asset {id: id})
          SET a.touched = true
          """,
          map("ids", ids));
      locked.addAll(ids);
    }
    Set<String> fields = new TreeSet<>(RowFields.used(plan.assets().all()));
    fields.removeAll(usedFields);
    CustomValues.use(tx, fields);
    usedFields.addAll(fields);
    return !trees.isEmpty() || !ids.isEmpty() || !fields.isEmpty() || !plan.tagsMissing().isEmpty();
  }
}
