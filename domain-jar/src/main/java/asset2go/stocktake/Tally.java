package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the counts of a stock-take change by what one transaction does to its items. They stand on
 * its node, which is locked, so that nobody counts 100,000 items to show a page.
 */
final class Tally {

  static final String EXPECTED = "nEXPECTED";
  static final String UNKNOWN = "nUNKNOWN";

  private final Map<String, Long> changes = new TreeMap<>();

  static String of(Outcome outcome) {
    return "n" + outcome.name();
  }

  static String of(Review review) {
    return "r" + review.name();
  }

  Tally outcome(@Nullable Outcome before, Outcome after, long count) {
    if (before != null) {
      add(of(before), -count);
    }
    return add(of(after), count);
  }

  Tally review(@Nullable Review before, @Nullable Review after, long count) {
    if (before != null) {
      add(of(before), -count);
    }
    return after == null ? this : add(of(after), count);
  }

  Tally add(String counter, long count) {
    changes.merge(counter, count, Long::sum);
    return this;
  }

  void write(Transaction tx, String takeId) {
    changes.values().removeIf(change -> change == 0);
    if (changes.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> parameters = map("take", takeId);
    parameters.putAll(changes);
    String sums =
        changes.keySet().stream()
            .map("s.%1$s = coalesce(s.%1$s, 0) + $%1$s"::formatted)
            .collect(Collectors.joining(", "));
    tx.run("MATCH (s:StockTake {id: $take}) SET " + sums, parameters);
  }
}
