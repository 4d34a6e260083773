package asset2go.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * The producer's side of a queue. Thread-safe; it owns nothing that needs closing but the {@link
 * Redis} it was given.
 */
public final class Queue {
  static final String BULLMQ = "bullmq:6.7.0";
  private static final int PIPELINE = 1_000;

  private final Redis redis;
  private final Keys keys;
  private volatile boolean introduced;

  public Queue(Redis redis, String name) {
    this(redis, redis.prefix(), name);
  }

  /**
   * @param prefix the first part of all keys. BullMQ's is "bull", in a cluster ours is "{bull}"
   */
  public Queue(Redis redis, String prefix, String name) {
    this.redis = redis;
    this.keys = redis.keys(prefix, name);
  }

  public String name() {
    return keys.queue;
  }

  /**
   * Adds a job.
   *
   * @param data JSON
   * @return its id. A job whose id is there already is left as it is
   * @throws RedisUnavailableException where it may or may not have been added: with a custom id it
   *     may simply be added again
   */
  public String add(String name, String data, JobOptions options) {
    return add(List.of(new NewJob(name, data, options))).getFirst();
  }

  public String add(String name, String data) {
    return add(name, data, JobOptions.DEFAULT);
  }

  /**
   * Adds many, pipelined: not in one transaction, so that an outage in the middle leaves some
   * added.
   */
  public List<String> add(List<NewJob> jobs) {
    introduce();
    List<String> ids = new ArrayList<>(jobs.size());
    for (int from = 0; from < jobs.size(); from += PIPELINE) {
      List<NewJob> some = jobs.subList(from, Math.min(jobs.size(), from + PIPELINE));
      @Nullable Object[] replies = redis.runAll(some.stream().map(this::adding).toList());
      for (Object reply : replies) {
        ids.add(id(reply));
      }
    }
    return ids;
  }

  Redis.ScriptCall adding(NewJob job) {
    return Adding.call(keys, job, Adding.Place.ALONE);
  }

  private static String id(@Nullable Object reply) {
    if (reply instanceof Long code && code < 0) {
      throw new JobException("add", "(new)", code);
    }
    return Job.text(reply);
  }

  /**
   * Leaves the marks that BullMQ's tools look for, without overruling those of another producer.
   */
  private void introduce() {
    if (!introduced) {
      List<CommandArguments> marks =
          List.of(
              Command.of(Protocol.Command.HSETNX, keys.meta, "opts.maxLenEvents", 10_000),
              Command.of(Protocol.Command.HSETNX, keys.meta, "version", BULLMQ));
      Arrays.stream(redis.callAll(marks.toArray(CommandArguments[]::new))).forEach(reply -> {});
      introduced = true;
    }
  }
}
