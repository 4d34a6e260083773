package asset2go.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What Redis itself can do: a worker's script calls, many jobs at a time over two connections, so
 * that it never waits for what drives it, and nothing is done with the jobs. No worker is faster.
 */
final class Drive {
  private static final String TOKEN = "drive";
  private static final Map<String, Object> TAKING =
      Map.of("token", TOKEN, "lockDuration", 30_000, "name", "drive");
  private static final Map<String, Object> FINISHING =
      Map.of(
          "token",
          TOKEN,
          "lockDuration",
          30_000,
          "name",
          "drive",
          "keepJobs",
          Map.of("count", -1),
          "attempts",
          1,
          "maxMetricsSize",
          "");

  private final RedisConfig config;
  private final Keys keys;
  private final byte[] taking = MessagePack.encode(TAKING);
  private final byte[] finishing = MessagePack.encode(FINISHING);

  Drive(RedisConfig config, String queue) {
    this.config = config;
    this.keys = new Keys("bull", queue);
  }

  /** Finishes all jobs that wait, {@code depth} at a time. */
  void run(int depth) {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      two.execute(() -> half((depth + 1) / 2));
      two.execute(() -> half(depth / 2));
    }
  }

  private void half(int depth) {
    try (Connection connection = new Connector(config).open(null)) {
      for (Script script : List.of(Script.MOVE_TO_ACTIVE, Script.MOVE_TO_FINISHED)) {
        connection.executeCommand(Command.of(Protocol.Command.SCRIPT, "LOAD", script.text));
      }
      List<String> ids = exchange(connection, IntStream.range(0, depth).mapToObj(i -> take()));
      while (!ids.isEmpty()) {
        ids = exchange(connection, ids.stream().map(this::finish));
      }
    }
  }

  /** Returns the ids of the jobs that came along. */
  private static List<String> exchange(Connection connection, Stream<CommandArguments> commands) {
    long sent = commands.peek(connection::sendCommand).mapToLong(each -> 1).sum();
    return connection.getMany((int) sent).stream().map(Drive::id).filter(Objects::nonNull).toList();
  }

  private static String id(Object reply) {
    if (reply instanceof JedisDataException refused) {
      throw refused;
    }
    return reply instanceof List<?> job && job.get(1) instanceof byte[] id ? Job.text(id) : null;
  }

  private CommandArguments take() {
    return run(Script.MOVE_TO_ACTIVE, keys.marker, keys.prefix, System.currentTimeMillis(), taking);
  }

  private CommandArguments finish(String id) {
    return run(
        Script.MOVE_TO_FINISHED,
        keys.completed,
        keys.of(id),
        keys.of("metrics:completed"),
        keys.marker,
        id,
        System.currentTimeMillis(),
        "returnvalue",
        "\"ok\"",
        "completed",
        1,
        keys.prefix,
        finishing,
        "");
  }

  /** Both begin with the keys by which the next job is found. */
  private CommandArguments run(Script script, Object... rest) {
    Stream<Object> common =
        Stream.of(
            keys.wait,
            keys.active,
            keys.prioritized,
            keys.events,
            keys.stalled,
            keys.limiter,
            keys.delayed,
            keys.paused,
            keys.meta,
            keys.priorityCounter);
    return Command.run(script, Stream.concat(common, Stream.of(rest)).toArray());
  }
}
