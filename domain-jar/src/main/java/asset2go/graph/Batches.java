package asset2go.graph;

import static asset2go.graph.Parameters.map;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Work on more nodes than one transaction should hold: one small transaction after the other, until
 * one finds less than it could have done. What is done stays done, whenever it is broken off.
 */
public final class Batches {

  private final Graph graph;
  private final int size;
  private final BooleanSupplier stop;

  private Batches(Graph graph, int size, BooleanSupplier stop) {
    this.graph = graph;
    this.size = size;
    this.stop = stop;
  }

  /**
   * @param size how many nodes one transaction takes at most
   * @param stop true once no further transaction should begin
   */
  public static Batches of(Graph graph, int size, BooleanSupplier stop) {
    return new Batches(graph, size, stop);
  }

  /** The most that one transaction takes, for its LIMIT. */
  public int size() {
    return size;
  }

  /**
   * @param batch does one transaction's share, and says how many nodes that were
   * @return how many there were in all
   */
  public long each(ToIntFunction<Transaction> batch) {
    long all = 0;
    int some;
    do {
      some = graph.write(batch::applyAsInt);
      all += some;
    } while (some == size && !stop.getAsBoolean());
    return all;
  }

  /**
   * Deletes nodes with their relationships.
   *
   * @param which a MATCH with its WHERE that calls each of them {@code n}
   * @return how many there were
   */
  public long delete(String which, Map<String, ?> parameters) {
    Map<String, @Nullable Object> limited = new HashMap<>(parameters);
    limited.putAll(map("batch", size));
    return each(
        tx ->
            tx.one(
                    which + " WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS deleted",
                    limited)
                .map(row -> row.get("deleted").asInt())
                .orElse(0));
  }
}
