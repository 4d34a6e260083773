package asset2go.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a job is to be treated, as BullMQ knows it. Build one with {@link #builder()}.
 *
 * @param jobId an id of your own, null for the queue's next number. A job whose id is already there
 *     is not added again
 * @param delay milliseconds before it may be taken
 * @param priority 0: none, and before all that have one; 1 is the most urgent, 2,097,151 the least
 * @param attempts how often it is tried in all; 0 and 1 both mean once
 * @param lifo taken next instead of last
 * @param removeOnComplete null leaves it to the worker
 * @param removeOnFail null leaves it to the worker
 * @param keepLogs how many log rows are kept, null for all
 * @param stackTraceLimit how many stack traces are kept, null for all
 * @param timestamp milliseconds: when it was made, null for now
 */
public record JobOptions(
    @Nullable String jobId,
    long delay,
    int priority,
    int attempts,
    @Nullable Backoff backoff,
    boolean lifo,
    @Nullable Keep removeOnComplete,
    @Nullable Keep removeOnFail,
    @Nullable Integer keepLogs,
    @Nullable Integer stackTraceLimit,
    @Nullable Long timestamp,
    @Nullable Deduplication deduplication,
    OnFailure onFailure) {

  public static final JobOptions DEFAULT = builder().build();

  private static final int LOWEST_PRIORITY = (1 << 21) - 1;
  private static final Pattern INTEGER = Pattern.compile("-?\\d+");

  public JobOptions {
    if (jobId != null && !isUsable(jobId)) {
      throw new IllegalArgumentException(
          "A custom job id is not empty, no integer (the counter's) and has no ':': " + jobId);
    }
    if (delay < 0 || attempts < 0 || priority < 0 || priority > LOWEST_PRIORITY) {
      throw new IllegalArgumentException(
          "A job's delay and attempts are not negative, its priority is 0 to " + LOWEST_PRIORITY);
    }
  }

  private static boolean isUsable(String id) {
    return !id.isEmpty() && id.indexOf(':') < 0 && !INTEGER.matcher(id).matches();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** As the scripts store it, long names shortened the way BullMQ shortens them. */
  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("attempts", attempts);
    putIf(map, "jobId", jobId);
    putIf(map, "delay", delay == 0 ? null : delay);
    putIf(map, "priority", priority == 0 ? null : priority);
    putIf(map, "backoff", backoff == null ? null : backoff.toMap());
    putIf(map, "lifo", lifo ? true : null);
    putIf(map, "removeOnComplete", removeOnComplete == null ? null : removeOnComplete.toMap());
    putIf(map, "removeOnFail", removeOnFail == null ? null : removeOnFail.toMap());
    putIf(map, "kl", keepLogs);
    putIf(map, "stackTraceLimit", stackTraceLimit);
    putIf(map, "timestamp", timestamp);
    putIf(map, "de", deduplication == null ? null : deduplication.toMap());
    putIf(map, onFailure.key, onFailure == OnFailure.WAIT ? null : true);
    return map;
  }

  private static void putIf(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  /** As any producer stored it: what is missing, unknown or nonsense falls back to the default. */
  static JobOptions parse(@Nullable String stored) {
    Map<String, @Nullable Object> map = Json.fields(stored);
    return new JobOptions(
        map.get("jobId") instanceof String id && isUsable(id) ? id : null,
        Math.max(0, number(map, "delay", 0)),
        (int) Math.clamp(number(map, "priority", 0), 0, LOWEST_PRIORITY),
        (int) Math.clamp(number(map, "attempts", 0), 0, Integer.MAX_VALUE),
        Backoff.of(map.get("backoff")),
        Boolean.TRUE.equals(map.get("lifo")),
        Keep.of(map.get("removeOnComplete")),
        Keep.of(map.get("removeOnFail")),
        map.get("kl") instanceof Number keep ? (Integer) keep.intValue() : null,
        map.get("stackTraceLimit") instanceof Number limit ? (Integer) limit.intValue() : null,
        map.get("timestamp") instanceof Number time ? (Long) time.longValue() : null,
        Deduplication.of(map.get("de")),
        OnFailure.of(map));
  }

  private static long number(Map<String, @Nullable Object> map, String key, long otherwise) {
    return map.get(key) instanceof Number number ? number.longValue() : otherwise;
  }

  /** Collects options. */
  public static final class Builder {
    private @Nullable String jobId;
    private long delay;
    private int priority;
    private int attempts;
    private @Nullable Backoff backoff;
    private boolean lifo;
    private @Nullable Keep removeOnComplete;
    private @Nullable Keep removeOnFail;
    private @Nullable Integer keepLogs;
    private @Nullable Integer stackTraceLimit;
    private @Nullable Long timestamp;
    private @Nullable Deduplication deduplication;
    private OnFailure onFailure = OnFailure.WAIT;

    private Builder() {}

    public Builder jobId(String jobId) {
      this.jobId = jobId;
      return this;
    }

    public Builder delay(Duration delay) {
      this.delay = delay.toMillis();
      return this;
    }

    public Builder priority(int priority) {
      this.priority = priority;
      return this;
    }

    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    public Builder backoff(Backoff backoff) {
      this.backoff = backoff;
      return this;
    }

    public Builder lifo() {
      this.lifo = true;
      return this;
    }

    public Builder removeOnComplete(Keep keep) {
      this.removeOnComplete = keep;
      return this;
    }

    public Builder removeOnFail(Keep keep) {
      this.removeOnFail = keep;
      return this;
    }

    public Builder keepLogs(int rows) {
      this.keepLogs = rows;
      return this;
    }

    public Builder stackTraceLimit(int traces) {
      this.stackTraceLimit = traces;
      return this;
    }

    public Builder timestamp(Instant timestamp) {
      this.timestamp = timestamp.toEpochMilli();
      return this;
    }

    public Builder deduplication(Deduplication deduplication) {
      this.deduplication = deduplication;
      return this;
    }

    /** For a child of a flow. */
    public Builder onFailure(OnFailure onFailure) {
      this.onFailure = onFailure;
      return this;
    }

    public JobOptions build() {
      return new JobOptions(
          jobId,
          delay,
          priority,
          attempts,
          backoff,
          lifo,
          removeOnComplete,
          removeOnFail,
          keepLogs,
          stackTraceLimit,
          timestamp,
          deduplication,
          onFailure);
    }
  }
}
