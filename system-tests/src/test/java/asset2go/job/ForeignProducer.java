package asset2go.job;

import asset2go.running.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/**
 * Another program on our queues. It writes BullMQ's keys by itself, as far as our workers look at
 * them.
 */
public record ForeignProducer(RunningSystem system) {

  /** A job that can be taken now. */
  public void waiting(String queue, String id, String name, String data) {
    try (Jedis redis = redis()) {
      write(redis, queue, id, name, data, Map.of());
      redis.lpush(key(queue, "wait"), id);
      redis.zadd(key(queue, "marker"), 0, "0");
    }
  }

  /** A job that failed at this time. */
  public void failed(String queue, String id, String name, String data, String reason, Instant at) {
    try (Jedis redis = redis()) {
      String time = "" + at.toEpochMilli();
      write(
          redis,
          queue,
          id,
          name,
          data,
          Map.of(
              "failedReason",
              reason,
              "finishedOn",
              time,
              "processedOn",
              time,
              "atm",
              "1",
              "ats",
              "1",
              "stacktrace",
              "[\"Error: token=abcdefgh12345\\n at somewhere\"]"));
      redis.rpush(key(queue, id + ":logs"), "began", "password: swordfish");
      redis.zadd(key(queue, "failed"), at.toEpochMilli(), id);
    }
  }

  /** A job that is due in a day. */
  public void delayed(String queue, String id, String name) {
    try (Jedis redis = redis()) {
      write(redis, queue, id, name, "{}", Map.of("delay", "86400000"));
      double due = (Instant.now().toEpochMilli() + 86_400_000.0) * 0x1000;
      redis.zadd(key(queue, "delayed"), due, id);
    }
  }

  /** Throws away everything that Redis has. */
  public void flush() {
    try (Jedis redis = redis()) {
      redis.flushAll();
    }
  }

  /**
   * A schedule in five years, with jobs of this data.
   *
   * @param id its name, and that of its jobs
   */
  public void schedule(String queue, String id, String data) {
    try (Jedis redis = redis()) {
      long next = Instant.now().plus(Duration.ofDays(5 * 365)).toEpochMilli();
      redis.zadd(key(queue, "repeat"), next, id);
      redis.hset(
          key(queue, "repeat:" + id),
          Map.of("name", id, "pattern", "0 0 1 1 *", "tz", "UTC", "ic", "1", "data", data));
    }
  }

  /** Takes one away again. */
  public void unschedule(String queue, String id) {
    try (Jedis redis = redis()) {
      redis.zrem(key(queue, "repeat"), id);
      redis.del(key(queue, "repeat:" + id));
    }
  }

  private static void write(
      Jedis redis, String queue, String id, String name, String data, Map<String, String> more) {
    Map<String, String> hash = new HashMap<>(more);
    hash.put("name", name);
    hash.put("data", data);
    hash.put("opts", "{\"attempts\":1}");
    hash.put("timestamp", "" + Instant.now().toEpochMilli());
    hash.putIfAbsent("delay", "0");
    hash.put("priority", "0");
    redis.hset(key(queue, id), hash);
  }

  private static String key(String queue, String what) {
    return "bull:" + (queue.equals("bulk") ? "asset2go-bulk" : "asset2go") + ":" + what;
  }

  private Jedis redis() {
    return new Jedis(
        new HostAndPort("localhost", Integer.parseInt(system.setting("REDIS_PORT"))),
        DefaultJedisClientConfig.builder().password(system.setting("REDIS_PASSWORD")).build());
  }
}
