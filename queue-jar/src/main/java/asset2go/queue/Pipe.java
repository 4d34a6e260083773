package asset2go.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection that many threads share without a thread of its own: whoever finds it free sends
 * what all have queued as one pipeline, reads the replies and wakes the others. Under load a round
 * trip carries dozens of commands; alone it costs what a plain call costs. It connects when first
 * used and again after any failure.
 */
final class Pipe implements AutoCloseable {
  private static final int BATCH = 1_000;

  /**
   * An idle connection may have died unnoticed: after this long it is asked whether it lives before
   * it is relied on.
   */
  private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Connector connector;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger load = new AtomicInteger();
  private @Nullable Connection connection;
  private long lastUsed;
  private volatile boolean closed;

  Pipe(Connector connector) {
    this.connector = connector;
  }

  /** How many callers are in it. */
  int load() {
    return load.get();
  }

  /**
   * Sends the commands in one go, nothing of others between them.
   *
   * @return a reply for each: an error reply is returned as the JedisDataException, not thrown
   * @throws JedisConnectionException where replies are missing: they may have been carried out or
   *     not
   */
  Object[] send(CommandArguments... commands) {
    Call call = new Call(commands);
    load.incrementAndGet();
    waiting.add(call);
    boolean interrupted = false;
    while (!call.done) {
      if (turn.tryLock()) {
        try {
          if (!call.done) {
            serve();
          }
        } finally {
          turn.unlock();
        }
        wakeNext();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    load.decrementAndGet();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return call.result();
  }

  private void wakeNext() {
    Call next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.thread);
    }
  }

  private void serve() {
    List<Call> batch = new ArrayList<>();
    int size = 0;
    Call call;
    while (size < BATCH && (call = waiting.poll()) != null) {
      batch.add(call);
      size += call.commands.length;
    }
    try {
      exchange(batch);
    } catch (RuntimeException | Error broken) {
      drop();
      JedisConnectionException error =
          broken instanceof JedisConnectionException known
              ? known
              : new JedisConnectionException(broken.toString(), broken);
      batch.stream().filter(unanswered -> !unanswered.done).forEach(lost -> lost.fail(error));
      if (broken instanceof Error fatal) {
        throw fatal;
      }
    }
  }

  private void exchange(List<Call> batch) {
    Connection open = open();
    for (Call call : batch) {
      for (CommandArguments command : call.commands) {
        open.sendCommand(command);
      }
    }
    boolean elsewhere = false;
    for (Call call : batch) {
      Object[] replies = new Object[call.commands.length];
      for (int i = 0; i < replies.length; i++) {
        replies[i] = reply(open);
        elsewhere |= Faults.isElsewhere(replies[i]);
      }
      call.succeed(replies);
    }
    lastUsed = System.nanoTime();
    if (elsewhere) {
      drop();
    }
  }

  private static @Nullable Object reply(Connection open) {
    try {
      return open.getOne();
    } catch (JedisDataException refusal) {
      return refusal;
    }
  }

  private Connection open() {
    if (closed) {
      throw new JedisConnectionException("The connection to Redis is closed");
    }
    Connection open = connection;
    if (open != null && System.nanoTime() - lastUsed > TRUST_NANOS && !isAlive(open)) {
      drop();
      open = null;
    }
    if (open == null) {
      open = connect();
      connection = open;
    }
    return open;
  }

  private Connection connect() {
    try {
      return connector.open(null);
    } catch (JedisDataException refused) {
      // Signing in was refused: for the callers that is one more way of not being there.
      throw new JedisConnectionException(refused.getMessage(), refused);
    }
  }

  private static boolean isAlive(Connection open) {
    try {
      return open.ping();
    } catch (RuntimeException dead) {
      return false;
    }
  }

  private void drop() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.disconnect();
      } catch (RuntimeException alreadyGone) {
        // It is of no use any more, however it ends.
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }

  private static final class Call {
    private final CommandArguments[] commands;
    private final Thread thread = Thread.currentThread();
    private Object @Nullable [] replies;
    private @Nullable JedisConnectionException failure;
    private volatile boolean done;

    private Call(CommandArguments[] commands) {
      this.commands = commands;
    }

    private void succeed(Object[] replies) {
      this.replies = replies;
      finish();
    }

    private void fail(JedisConnectionException failure) {
      this.failure = failure;
      finish();
    }

    private void finish() {
      done = true;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }

    private Object[] result() {
      if (replies == null) {
        throw new JedisConnectionException(
            failure == null ? "No reply" : String.valueOf(failure.getMessage()), failure);
      }
      return replies;
    }
  }
}
