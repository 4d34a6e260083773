package asset2go.check;

import static asset2go.graph.Parameters.map;

import asset2go.check.Soundness.Finding;
import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over all there is, by kind and id, and asks {@link Checks} of it. What seems wrong is
 * looked at again in a transaction of its own: while others write, one look may fall between two
 * halves of a change.
 */
@ApplicationScoped
public class GraphCheck {

  private static final int USUAL = 5_000;
  private static final int MOST = 10_000;

  /** So many at a time, in one transaction. */
  private static final int BATCH = 1_000;

  private static final int MOST_FINDINGS = 200;

  private @Inject Graph graph;

  /** A stretch of it. */
  public Soundness stretch(@Nullable Integer limit, @Nullable String after) {
    int left = Limits.within("limit", limit, USUAL, MOST);
    Keyset from = after == null ? new Keyset(Checks.LABELS.get(0), "") : start(after);
    int label = Checks.LABELS.indexOf(from.key());
    String last = from.id();
    Map<String, Long> looked = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    while (label < Checks.LABELS.size() && left > 0 && findings.size() < MOST_FINDINGS) {
      String kind = Checks.LABELS.get(label);
      int size = Math.min(BATCH, left);
      String behind = last;
      List<String> ids = graph.read(tx -> ids(tx, kind, behind, size));
      if (!ids.isEmpty()) {
        looked.merge(kind, (long) ids.size(), Long::sum);
        findings.addAll(twice(kind, ids));
        left -= ids.size();
        last = ids.get(ids.size() - 1);
      }
      if (ids.size() < size) {
        label++;
        last = "";
      }
    }
    boolean end = label == Checks.LABELS.size();
    return new Soundness(
        looked,
        findings.stream().limit(MOST_FINDINGS).toList(),
        end ? null : new Keyset(Checks.LABELS.get(label), last.isEmpty() ? "0" : last).cursor());
  }

  private static Keyset start(String after) {
    Keyset from = Keyset.parse(after);
    if (!Checks.LABELS.contains(from.key())) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
    return from;
  }

  private static List<String> ids(Transaction tx, String label, String after, int limit) {
    return tx.list(
        "MATCH (x:%s) WHERE x.id > $after RETURN x.id AS id ORDER BY x.id LIMIT $limit"
            .formatted(label),
        map("after", after, "limit", limit),
        row -> row.get("id").asString());
  }

  private List<Finding> twice(String label, List<String> ids) {
    List<Finding> first = graph.read(tx -> look(tx, label, ids));
    if (first.isEmpty()) {
      return first;
    }
    List<String> doubtful = first.stream().map(Finding::id).distinct().toList();
    Set<String> seen = new LinkedHashSet<>();
    first.forEach(finding -> seen.add(finding.rule() + finding.id()));
    return graph.read(tx -> look(tx, label, doubtful)).stream()
        .filter(finding -> seen.contains(finding.rule() + finding.id()))
        .toList();
  }

  private static List<Finding> look(Transaction tx, String label, List<String> ids) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : Checks.ALL) {
      if (check.label().equals(label)) {
        findings.addAll(
            tx.list(
                check.statement(),
                Map.of("ids", ids),
                row ->
                    new Finding(
                        check.name(),
                        label,
                        row.get("id").asString(),
                        row.get("detail").asString())));
      }
    }
    if (label.equals("Asset")) {
      findings.addAll(Circles.from(tx, ids));
    }
    return findings;
  }
}
