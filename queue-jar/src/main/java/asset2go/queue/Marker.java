package asset2go.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker sleeps until a producer leaves a marker. The client name of its connection is what
 * shows the worker to BullMQ's tools.
 */
final class Marker implements AutoCloseable {
  /** Longer waits are cut: a dead connection should not go unnoticed for long. */
  private static final long LONGEST = 10_000;

  private final Line line;
  private final Moves moves;

  Marker(RedisConfig config, Moves moves, String clientName) {
    this.line = new Line(config, clientName);
    this.moves = moves;
  }

  /**
   * Sleeps until there may be work, for the given milliseconds at most.
   *
   * @return 0 where it is worth looking for work, otherwise when the next delayed job is due
   */
  long await(long millis) {
    long wait = Math.clamp(millis, 1, LONGEST);
    return due(line.call(moves.awaitMarker(wait / 1000d), wait));
  }

  private static long due(@Nullable Object reply) {
    if (reply instanceof List<?> popped
        && popped.size() == 3
        && !"0".equals(Job.text(popped.get(1)))) {
      return (long) Double.parseDouble(Job.text(popped.get(2)));
    }
    return 0;
  }

  void open() {
    line.open();
  }

  @Override
  public void close() {
    line.close();
  }
}
