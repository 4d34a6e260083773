package asset2go.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** How a queue has fared and who works at it. Thread-safe. */
public final class QueueFigures {
  private final Redis redis;
  private final Keys keys;

  public QueueFigures(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public QueueFigures(Redis redis, String prefix, String queue) {
    this.redis = redis;
    this.keys = redis.keys(prefix, queue);
  }

  /**
   * How many jobs have ended one way, counted by workers that are asked to ({@link
   * WorkerOptions#metricsMinutes}).
   *
   * @param total since the counting began
   * @param perMinute the latest minute first
   */
  public record Throughput(long total, List<Long> perMinute) {}

  /**
   * A worker's connection, ours or Node's.
   *
   * @param name as the worker gave it, empty for one without a name
   * @param address host and port that it comes from
   * @param seconds for how long it has been connected
   */
  public record Presence(String name, String address, long seconds) {}

  /**
   * @param ended COMPLETED or FAILED
   * @param minutes how many to tell
   */
  public Throughput throughput(JobState ended, int minutes) {
    byte[] metrics = keys.of("metrics:" + ended.key);
    byte[] data = keys.of("metrics:" + ended.key + ":data");
    Object reply = redis.run(Script.GET_METRICS, metrics, data, 0, minutes - 1);
    if (reply instanceof List<?> parts
        && parts.size() == 3
        && parts.get(0) instanceof List<?> meta
        && parts.get(1) instanceof List<?> points) {
      return new Throughput(
          number(meta.getFirst()), points.stream().map(QueueFigures::number).toList());
    }
    return new Throughput(0, List.of());
  }

  private static long number(@Nullable Object reply) {
    return reply instanceof byte[] ? (long) Double.parseDouble(Job.text(reply)) : 0;
  }

  /**
   * The workers of this queue, all over the place; none where the Redis does not tell of its
   * clients.
   */
  public List<Presence> workers() {
    List<Presence> workers = new ArrayList<>();
    String unnamed = keys.clientName("");
    String nameless = unnamed.substring(0, unnamed.length() - ":w:".length());
    for (Map<String, String> client : clients()) {
      String name = client.getOrDefault("name", "");
      if (name.equals(nameless) || name.startsWith(unnamed)) {
        workers.add(
            new Presence(
                name.equals(nameless) ? "" : name.substring(unnamed.length()),
                client.getOrDefault("addr", ""),
                Long.parseLong(client.getOrDefault("age", "0"))));
      }
    }
    return workers;
  }

  private Stream<Map<String, String>> lines() {
    try {
      return Job.text(redis.call(Command.of(Protocol.Command.CLIENT, "LIST")))
          .lines()
          .map(QueueFigures::fields);
    } catch (RedisUnavailableException away) {
      throw away;
    } catch (QueueException forbidden) {
      return Stream.empty();
    }
  }

  private List<Map<String, String>> clients() {
    return lines().toList();
  }

  private static Map<String, String> fields(String line) {
    return Stream.of(line.split(" "))
        .filter(field -> field.indexOf('=') > 0)
        .collect(
            Collectors.toMap(
                field -> field.substring(0, field.indexOf('=')),
                field -> field.substring(field.indexOf('=') + 1),
                (first, second) -> first));
  }
}
