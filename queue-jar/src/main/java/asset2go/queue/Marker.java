package asset2go.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A worker's own connection, on which it sleeps until a producer leaves a marker. Its client name
 * is what shows the worker to BullMQ's tools.
 */
final class Marker implements AutoCloseable {
  /** Longer waits are cut: a dead connection should not go unnoticed for long. */
  private static final long LONGEST = 10_000;

  private final RedisConfig config;
  private final Moves moves;
  private final String clientName;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  Marker(RedisConfig config, Moves moves, String clientName) {
    this.config = config;
    this.moves = moves;
    this.clientName = clientName;
  }

  /**
   * Sleeps until there may be work, for the given milliseconds at most.
   *
   * @return 0 where it is worth looking for work, otherwise when the next delayed job is due
   */
  long await(long millis) {
    double seconds = Math.clamp(millis, 1, LONGEST) / 1000d;
    Connection open = open();
    try {
      // Without a limit of its own a read on a connection that died quietly would never return.
      open.setSoTimeout((int) (seconds * 1000 + config.readTimeout().toMillis()));
      open.sendCommand(moves.awaitMarker(seconds));
      return due(open.getOne());
    } catch (RuntimeException error) {
      drop();
      throw closed ? new QueueException("closed", error) : Faults.of(error);
    }
  }

  private static long due(@Nullable Object reply) {
    if (reply instanceof List<?> popped
        && popped.size() == 3
        && !"0".equals(Job.text(popped.get(1)))) {
      return (long) Double.parseDouble(Job.text(popped.get(2)));
    }
    return 0;
  }

  /** Connects, unless it is connected as far as it knows. */
  Connection open() {
    Connection open = connection;
    if (open == null) {
      try {
        open = new Connection(config.address(), config.client(clientName));
      } catch (RuntimeException error) {
        throw Faults.of(error);
      }
      connection = open;
      if (closed) {
        drop();
        throw new QueueException("closed");
      }
    }
    return open;
  }

  private void drop() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.disconnect();
      } catch (JedisException alreadyGone) {
        // It is of no use any more, however it ends.
      }
    }
  }

  /** Wakes whoever sleeps on it. */
  @Override
  public void close() {
    closed = true;
    drop();
  }
}
