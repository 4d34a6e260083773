package asset2go.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a failed job waits before it is tried again.
 *
 * @param type "fixed", "exponential" (2^(n-1) times the delay before the attempt after the n-th
 *     failure) or the name of a strategy that the worker knows
 * @param delay milliseconds
 * @param jitter 0 to 1: the share of the wait that is left to chance, so that jobs which failed
 *     together do not return together
 */
public record Backoff(String type, long delay, double jitter) {
  private static final String FIXED = "fixed";
  private static final String EXPONENTIAL = "exponential";

  public Backoff {
    if (delay < 0 || !(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("A back-off waits 0 ms or more, with a jitter of 0 to 1");
    }
  }

  public static Backoff fixed(Duration delay) {
    return new Backoff(FIXED, delay.toMillis(), 0);
  }

  public static Backoff exponential(Duration first) {
    return new Backoff(EXPONENTIAL, first.toMillis(), 0);
  }

  /** Left to the strategy of that name in {@link WorkerOptions}. */
  public static Backoff custom(String type, Duration delay) {
    return new Backoff(type, delay.toMillis(), 0);
  }

  public Backoff withJitter(double jitter) {
    return new Backoff(type, delay, jitter);
  }

  boolean isBuiltIn() {
    return type.equals(FIXED) || type.equals(EXPONENTIAL);
  }

  /** The wait in milliseconds after the given number of failures. */
  long wait(int failures, RandomGenerator chance) {
    double full = type.equals(EXPONENTIAL) ? Math.pow(2, failures - 1d) * delay : delay;
    double some = full * (1 - jitter) + chance.nextDouble() * full * jitter;
    return jitter > 0 ? (long) some : Math.round(full);
  }

  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("type", type);
    map.put("delay", delay);
    if (jitter > 0) {
      map.put("jitter", jitter);
    }
    return map;
  }

  /** As stored by whoever produced the job; nonsense counts as no back-off. */
  static @Nullable Backoff of(@Nullable Object stored) {
    if (stored instanceof Number delay) {
      return new Backoff(FIXED, Math.max(0, delay.longValue()), 0);
    }
    if (stored instanceof Map<?, ?> map && map.get("type") instanceof String type) {
      long delay = map.get("delay") instanceof Number number ? number.longValue() : 0;
      double jitter = map.get("jitter") instanceof Number number ? number.doubleValue() : 0;
      return new Backoff(type, Math.max(0, delay), Math.clamp(jitter, 0, 1));
    }
    return null;
  }
}
