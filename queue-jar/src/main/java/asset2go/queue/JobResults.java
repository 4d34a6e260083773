package asset2go.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what jobs of a queue come to. It listens to the queue's events with one thread for all
 * who wait, and goes on by itself after an outage of Redis. Fit for a test, a script or somebody
 * who looks on: what must not get lost is better done by a job of its own.
 */
public final class JobResults implements AutoCloseable {
  private static final long COMPLETED = 1;
  private static final long FAILED = 2;

  private final Redis redis;
  private final Keys keys;
  private final QueueEvents events;
  private final Map<CompletableFuture<RawJson>, String> waiting = new ConcurrentHashMap<>();

  /**
   * @param executor one of its threads is kept busy
   */
  public JobResults(Redis redis, String queue, Executor executor) {
    this(redis, redis.prefix(), queue, executor);
  }

  public JobResults(Redis redis, String prefix, String queue, Executor executor) {
    this.redis = redis;
    this.keys = redis.keys(prefix, queue);
    this.events = new QueueEvents(redis, prefix, queue, this::heard, executor);
  }

  /** Begins to listen. */
  public JobResults start() {
    events.start();
    return this;
  }

  /**
   * What a job returns, as JSON, however long it takes: {@link CompletableFuture#orTimeout} for
   * less patience. It ends with a {@link JobFailedException} where the job fails for good.
   *
   * @throws JobException where there is no such job, or it has been removed as soon as it ended
   * @throws RedisUnavailableException while Redis is away
   */
  public CompletableFuture<RawJson> of(String jobId) {
    events.awaitReady();
    CompletableFuture<RawJson> result = new CompletableFuture<>();
    waiting.put(result, jobId);
    var unused = result.whenComplete((value, error) -> waiting.remove(result));
    try {
      // It may have ended before anybody listened.
      look(jobId, result);
    } catch (RuntimeException error) {
      result.completeExceptionally(error);
      throw error;
    }
    return result;
  }

  /** A list: 0 while it has not ended, then how, and with what. */
  static @Nullable Object ended(Redis redis, Keys keys, String jobId) {
    return redis.run(Script.IS_FINISHED, keys.completed, keys.failed, keys.of(jobId), jobId, "1");
  }

  private void look(String jobId, CompletableFuture<RawJson> result) {
    Object reply = ended(redis, keys, jobId);
    if (!(reply instanceof List<?> parts) || !(parts.getFirst() instanceof Long code)) {
      return;
    }
    if (code < 0) {
      throw new JobException("wait for", jobId, code);
    }
    if (code == COMPLETED) {
      result.complete(value(Job.text(parts.get(1))));
    } else if (code == FAILED) {
      result.completeExceptionally(new JobFailedException(Job.text(parts.get(1))));
    }
  }

  private void heard(QueueEvent event) {
    String jobId = event.jobId();
    if (jobId == null) {
      return;
    }
    switch (event.type()) {
      case "completed" ->
          each(jobId, result -> result.complete(value(event.fields().get("returnvalue"))));
      case "failed" ->
          each(
              jobId,
              result ->
                  result.completeExceptionally(
                      new JobFailedException(
                          event.fields().getOrDefault("failedReason", "failed"))));
      default -> {
        // It has not ended yet.
      }
    }
  }

  private void each(String jobId, Consumer<CompletableFuture<RawJson>> end) {
    waiting.forEach(
        (result, id) -> {
          if (id.equals(jobId)) {
            end.accept(result);
          }
        });
  }

  private static RawJson value(@Nullable String json) {
    return new RawJson(json == null || json.isEmpty() ? "null" : json);
  }

  /** Whoever still waits is told that it is over. */
  @Override
  public void close() {
    events.close();
    waiting.keySet().forEach(result -> result.completeExceptionally(new QueueException("closed")));
  }
}
