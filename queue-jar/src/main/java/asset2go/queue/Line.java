package asset2go.queue;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection of one thread's own, for commands that wait. It connects when used, and again after
 * any failure.
 */
final class Line implements AutoCloseable {
  private final Connector connector;
  private final int patience;
  private final String clientName;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  Line(RedisConfig config, String clientName) {
    this.connector = new Connector(config);
    this.patience = (int) config.readTimeout().toMillis();
    this.clientName = clientName;
  }

  /**
   * @param millis for how long the command itself may wait
   */
  @Nullable Object call(CommandArguments command, long millis) {
    Connection open = open();
    try {
      // Without a limit of its own a read on a connection that died quietly would never return.
      open.setSoTimeout((int) millis + patience);
      open.sendCommand(command);
      return open.getOne();
    } catch (JedisDataException refused) {
      if (Faults.isElsewhere(refused)) {
        drop();
      }
      throw Faults.of(refused);
    } catch (RuntimeException error) {
      drop();
      throw closed ? new QueueException("closed", error) : Faults.of(error);
    }
  }

  /** Connects, unless it is connected as far as it knows. */
  Connection open() {
    Connection open = connection;
    if (open == null) {
      try {
        open = connector.open(clientName);
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

  /** Wakes whoever waits on it. */
  @Override
  public void close() {
    closed = true;
    drop();
  }
}
