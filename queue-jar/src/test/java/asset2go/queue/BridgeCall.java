package asset2go.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one of Node's classes asks its back end for, as it comes over the {@link Bridge}.
 *
 * @param options those of the Queue or Worker, under BullMQ's names
 */
record BridgeCall(
    Redis redis,
    String operation,
    String prefix,
    String queue,
    Map<String, @Nullable Object> options,
    List<@Nullable Object> arguments) {

  /** This library has nothing that does what is asked: BullMQ's own back end is to do it. */
  static final class NoCounterpart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCounterpart(String what) {
      super(what);
    }
  }

  static BridgeCall parse(Redis redis, Map<String, @Nullable Object> message) {
    return new BridgeCall(
        redis,
        String.valueOf(message.get("op")),
        String.valueOf(message.get("prefix")),
        String.valueOf(message.get("queue")),
        map(message.get("options")),
        message.get("args") instanceof List<?> list ? List.copyOf(nonNull(list)) : List.of());
  }

  /** Stands for what was undefined. */
  private static final Object NOTHING = new Object();

  private static List<Object> nonNull(List<?> list) {
    return list.stream().<Object>map(item -> item == null ? NOTHING : item).toList();
  }

  Keys keys() {
    return redis.keys(prefix, queue);
  }

  @Nullable Object argument(int index) {
    Object value = index < arguments.size() ? arguments.get(index) : NOTHING;
    return value == NOTHING ? null : value;
  }

  String text(int index) {
    return argument(index) instanceof String text ? text : none("no text as argument " + index);
  }

  long number(int index, long otherwise) {
    return switch (argument(index)) {
      case null -> otherwise;
      case Long number -> number;
      default -> none("no whole number as argument " + index);
    };
  }

  boolean flag(int index) {
    return Boolean.TRUE.equals(argument(index));
  }

  Map<String, @Nullable Object> map(int index) {
    return map(argument(index));
  }

  List<?> list(int index) {
    return argument(index) instanceof List<?> list ? list : none("no list as argument " + index);
  }

  List<String> texts(int index) {
    return list(index).stream().map(String::valueOf).toList();
  }

  @SuppressWarnings("unchecked") // JSON's keys are text.
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  static <T> T none(String what) {
    throw new NoCounterpart(what);
  }

  /** A worker's moves, by the options of Node's. */
  Moves moves() {
    WorkerOptions.Builder builder =
        WorkerOptions.builder()
            // Null is what a Worker without a name sends.
            .name(options.get("name") instanceof String name ? name : null)
            .maxStalled((int) option("maxStalledCount", 1))
            .stalledInterval(Duration.ofMillis(option("stalledInterval", 30_000)))
            .lock(Duration.ofMillis(option("lockDuration", 30_000)))
            .metricsMinutes((int) option("maxDataPoints", 0));
    if (options.get("limiter") instanceof Map<?, ?> limiter
        && limiter.get("max") instanceof Long max
        && limiter.get("duration") instanceof Long duration) {
      builder.limiter(max.intValue(), Duration.ofMillis(duration));
    }
    if (Keep.of(options.get("removeOnComplete")) instanceof Keep keep) {
      builder.removeOnComplete(keep);
    }
    if (Keep.of(options.get("removeOnFail")) instanceof Keep keep) {
      builder.removeOnFail(keep);
    }
    return new Moves(redis, keys(), builder.build());
  }

  private long option(String name, long otherwise) {
    return options.get(name) instanceof Number number ? number.longValue() : otherwise;
  }
}
