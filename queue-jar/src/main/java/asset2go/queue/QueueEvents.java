package asset2go.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/**
 * Tells what happens in a queue, from its start on and without a gap over outages of Redis (as far
 * as the stream reaches, about 10,000 events). It keeps one of the executor's threads busy.
 */
public final class QueueEvents implements AutoCloseable {
  private static final Logger LOG = System.getLogger(QueueEvents.class.getName());
  private static final long WAIT = 10_000;

  private final Keys keys;
  private final Line line;
  private final Consumer<QueueEvent> listener;
  private final Executor executor;
  private final Outage outage;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable String last;

  /**
   * @param listener told of each event, one after the other; what it throws is logged
   */
  public QueueEvents(Redis redis, String queue, Consumer<QueueEvent> listener, Executor executor) {
    this(redis, redis.prefix(), queue, listener, executor);
  }

  public QueueEvents(
      Redis redis, String prefix, String queue, Consumer<QueueEvent> listener, Executor executor) {
    this.keys = redis.keys(prefix, queue);
    this.line = new Line(redis.config(), keys.eventsClientName());
    this.listener = listener;
    this.executor = executor;
    this.outage = new Outage("Events of queue " + queue);
  }

  public QueueEvents start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("These events have been started before");
    }
    executor.execute(this::read);
    return this;
  }

  /** Waits until no further event can be missed, or it is closed. */
  public void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    int tries = 0;
    while (closing.getCount() > 0) {
      try {
        String after = last == null ? now() : last;
        last = after;
        ready.countDown();
        Object reply =
            line.call(
                Command.of(Protocol.Command.XREAD, "BLOCK", WAIT, "STREAMS", keys.events, after),
                WAIT);
        outage.over();
        tries = 0;
        tellAll(reply);
      } catch (RuntimeException error) {
        if (closing.getCount() > 0) {
          outage.pause(tries++, error, closing);
        }
      }
    }
  }

  /** The place of the latest event: "$" would lose what happens between two reads. */
  private String now() {
    Object reply =
        line.call(Command.of(Protocol.Command.XREVRANGE, keys.events, "+", "-", "COUNT", 1), 0);
    return reply instanceof List<?> list
            && !list.isEmpty()
            && list.getFirst() instanceof List<?> event
        ? Job.text(event.getFirst())
        : "0-0";
  }

  /**
   * A reply is a list of streams, each with its name and its events; each of them with its id and
   * its fields.
   */
  private void tellAll(@Nullable Object reply) {
    if (reply instanceof List<?> streams
        && !streams.isEmpty()
        && streams.getFirst() instanceof List<?> stream
        && stream.size() == 2
        && stream.get(1) instanceof List<?> events) {
      for (Object event : events) {
        if (event instanceof List<?> pair && pair.get(1) instanceof List<?> flat) {
          String id = Job.text(pair.getFirst());
          last = id;
          tell(id, flat);
        }
      }
    }
  }

  private void tell(String id, List<?> flat) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(Job.text(flat.get(i)), Job.text(flat.get(i + 1)));
    }
    try {
      listener.accept(
          new QueueEvent(id, fields.getOrDefault("event", "unknown"), fields.get("jobId"), fields));
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "A listener to events failed", broken);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    ready.countDown();
    line.close();
  }
}
