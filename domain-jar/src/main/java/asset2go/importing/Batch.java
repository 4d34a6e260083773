package asset2go.importing;

import asset2go.csv.CsvRow;
import asset2go.graph.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some rows of a file, read as what they are; those that cannot be read so have failed already. */
final class Batch {

  /** What the rows are. */
  record Kind(ImportKind kind, Columns columns, Known comes, Memory memory) {}

  /** What is done with the good rows in a transaction. */
  private interface Work {
    Outcome in(Transaction tx, Scope scope);
  }

  private final List<CsvRow> rows;
  private final List<List<ImportError>> unreadable = new ArrayList<>();
  private final Work work;

  private Batch(Kind kind, List<CsvRow> rows) {
    this.rows = rows;
    this.work =
        switch (kind.kind()) {
          case ASSETS -> {
            List<AssetRow> good = read(kind, AssetRow::of, AssetRow::cells);
            yield (tx, scope) -> new AssetBatch(tx, scope, kind.comes(), kind.memory(), good).run();
          }
          case LOCATIONS -> {
            List<LocationRow> good = read(kind, LocationRow::of, LocationRow::cells);
            yield (tx, scope) ->
                new LocationBatch(tx, scope, kind.comes(), kind.memory(), good).run();
          }
          case DEPENDENCIES -> {
            List<DependencyRow> good = read(kind, DependencyRow::of, DependencyRow::cells);
            yield (tx, scope) -> new DependencyBatch(tx, scope, kind.memory(), good).run();
          }
          case KITS -> {
            List<KitRow> good = read(kind, KitRow::of, KitRow::cells);
            yield (tx, scope) -> new KitBatch(tx, scope, kind.comes(), good).run();
          }
        };
  }

  static Batch of(Kind kind, List<CsvRow> rows) {
    return new Batch(kind, rows);
  }

  private <T> List<T> read(Kind kind, Function<Cells, T> reading, Function<T, Cells> cells) {
    List<T> good = new ArrayList<>();
    for (CsvRow row : rows) {
      T read = reading.apply(new Cells(kind.columns(), row));
      List<ImportError> errors = cells.apply(read).errors();
      if (errors.isEmpty()) {
        good.add(read);
      } else {
        unreadable.add(errors);
      }
    }
    return good;
  }

  /** Does it; may be done again where the transaction was rolled back. */
  Outcome run(Transaction tx, Run run, boolean last) {
    Scope scope =
        new Scope(
            run.id(),
            run.fileName(),
            run.actor(),
            Instant.now(),
            !run.dryRun(),
            run.createMissing(),
            last);
    Outcome outcome = new Outcome();
    unreadable.forEach(outcome::fail);
    outcome.add(work.in(tx, scope));
    return outcome;
  }

  int size() {
    return rows.size();
  }

  /** The rows with these line numbers. */
  List<CsvRow> rows(List<Long> lines) {
    Map<Long, CsvRow> byLine = new HashMap<>();
    rows.forEach(row -> byLine.put(row.line(), row));
    List<CsvRow> found = new ArrayList<>();
    for (Long line : lines) {
      @Nullable CsvRow row = byLine.get(line);
      if (row != null) {
        found.add(row);
      }
    }
    return found;
  }

  List<Long> lines() {
    return rows.stream().map(CsvRow::line).toList();
  }
}
