package asset2go.dependency;

import asset2go.graph.Transaction;
import asset2go.page.Cut;
import asset2go.right.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Everything that is out where some assets are, one distance after the other, each asset visited
 * once. What the actor does not see is walked through, and counted apart.
 */
public final class Fallout {

  /** More assets are not visited. */
  public static final int MOST = 10_000;

  /** How many dependencies are read at a time: the same thing may be found on many ways. */
  private static final int ROWS = 5 * MOST;

  private static final Duration TIME = Duration.ofSeconds(3);

  private final Set<String> ids;
  private long others;
  private @Nullable Cut cut;

  private Fallout(Collection<String> starts) {
    this.ids = new LinkedHashSet<>(starts);
  }

  /**
   * Walks.
   *
   * @param starts assets that are seen, up to {@link #MOST}
   */
  public static Fallout of(Transaction tx, Scope scope, Collection<String> starts, int depth) {
    Fallout fallout = new Fallout(starts);
    fallout.walk(tx, scope, depth);
    return fallout;
  }

  private void walk(Transaction tx, Scope scope, int depth) {
    long end = System.nanoTime() + TIME.toNanos();
    List<String> frontier = List.copyOf(ids);
    for (int distance = 1; distance <= depth && !frontier.isEmpty(); distance++) {
      frontier = step(tx, scope, frontier);
      if (cut == null && System.nanoTime() - end > 0) {
        cut = Cut.TIME;
      }
      if (cut != null) {
        return;
      }
    }
    if (!frontier.isEmpty()) {
      // What lies at the very end may go on: to look would be another step.
      cut = Cut.DEPTH;
    }
  }

  private List<String> step(Transaction tx, Scope scope, List<String> frontier) {
    List<Record> rows =
        tx.rows(
            """
            UNWIND $ids AS id
            MATCH (:Asset {id: id})<-[:DEPENDS_ON]-(y:Asset)
            RETURN y.id AS id, coalesce(%s, false) AS seen LIMIT $rows
            """
                .formatted(scope.asset("y")),
            scope.with("ids", frontier, "rows", ROWS));
    List<String> next = new ArrayList<>();
    for (Record row : rows) {
      if (ids.size() >= MOST) {
        cut = Cut.SIZE;
        return next;
      }
      if (ids.add(row.get("id").asString())) {
        next.add(row.get("id").asString());
        others += row.get("seen").asBoolean() ? 0 : 1;
      }
    }
    if (rows.size() == ROWS) {
      cut = Cut.SIZE;
    }
    return next;
  }

  /** All that is out, seen or not, nearest first. */
  public Set<String> ids() {
    return ids;
  }

  /** How many of these the actor does not see. */
  public long others() {
    return others;
  }

  /** Why there may be more; null where there is not. */
  public @Nullable Cut cut() {
    return cut;
  }
}
