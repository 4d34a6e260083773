package asset2go.queue;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the scripts that add a job. */
final class Adding {
  private Adding() {}

  /**
   * Where a job stands in a flow.
   *
   * @param parentKey null for one without a parent
   */
  record Place(@Nullable String parentKey, @Nullable Map<String, @Nullable Object> parent) {
    static final Place ALONE = new Place(null, null);
  }

  static Redis.ScriptCall call(Keys keys, NewJob job, Place place) {
    JobOptions options = job.options();
    Deduplication deduplication = options.deduplication();
    byte[] envelope =
        MessagePack.encode(
            Arrays.<@Nullable Object>asList(
                keys.name(""),
                options.jobId() == null ? "" : options.jobId(),
                job.name(),
                options.timestamp() == null ? System.currentTimeMillis() : options.timestamp(),
                place.parentKey(),
                place.parentKey() == null ? null : place.parentKey() + ":dependencies",
                place.parent(),
                null,
                // Without the key the script would fail after it has taken an id.
                deduplication == null ? null : keys.name("de:") + deduplication.id(),
                null));
    byte[] stored = MessagePack.encode(options.toMap());
    if (options.delay() > 0) {
      return script(
          Script.ADD_DELAYED_JOB,
          keys.marker,
          keys.meta,
          keys.id,
          keys.delayed,
          keys.completed,
          keys.events,
          envelope,
          job.data(),
          stored);
    }
    if (options.priority() > 0) {
      return script(
          Script.ADD_PRIORITIZED_JOB,
          keys.marker,
          keys.meta,
          keys.id,
          keys.prioritized,
          keys.delayed,
          keys.completed,
          keys.active,
          keys.events,
          keys.priorityCounter,
          envelope,
          job.data(),
          stored);
    }
    return script(
        Script.ADD_STANDARD_JOB,
        keys.wait,
        keys.paused,
        keys.meta,
        keys.id,
        keys.completed,
        keys.delayed,
        keys.active,
        keys.events,
        keys.marker,
        envelope,
        job.data(),
        stored);
  }

  private static Redis.ScriptCall script(Script script, Object... keysAndArguments) {
    return new Redis.ScriptCall(script, Command.run(script, keysAndArguments));
  }
}
