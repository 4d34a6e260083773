package asset2go.queue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the scripts that add a job. */
final class Adding {
  private Adding() {}

  /**
   * Where a job stands in a flow.
   *
   * @param id its id, null for the one its options say
   * @param parentQueue the parent's queue, "bull:name", null for a job without a parent
   * @param parentId null for a job without a parent
   * @param hasChildren whether it waits for others
   * @param deferred whether parents are released only when the whole flow is there
   */
  record Place(
      @Nullable String id,
      @Nullable String parentQueue,
      @Nullable String parentId,
      boolean hasChildren,
      boolean deferred) {
    static final Place ALONE = new Place(null, null, null, false, false);

    private @Nullable String parentKey() {
      return parentId == null ? null : parentQueue + ":" + parentId;
    }

    private @Nullable Map<String, @Nullable Object> parent(String queueField, OnFailure onFailure) {
      if (parentId == null) {
        return null;
      }
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("id", parentId);
      map.put(queueField, parentQueue);
      if (onFailure != OnFailure.WAIT) {
        map.put(onFailure.key, true);
      }
      return map;
    }
  }

  static Redis.ScriptCall call(Keys keys, NewJob job, Place place) {
    JobOptions options = job.options();
    byte[] envelope = MessagePack.encode(envelope(keys, job, place));
    Map<String, @Nullable Object> stored = options.toMap();
    if (place.parentId() != null) {
      stored.put("parent", place.parent("queue", OnFailure.WAIT));
    }
    byte[] packed = MessagePack.encode(stored);
    if (place.hasChildren()) {
      return script(
          Script.ADD_PARENT_JOB,
          keys.meta,
          keys.id,
          keys.delayed,
          keys.waitingChildren,
          keys.completed,
          keys.events,
          envelope,
          job.data(),
          packed);
    }
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
          packed);
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
          packed);
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
        packed);
  }

  private static Object envelope(Keys keys, NewJob job, Place place) {
    JobOptions options = job.options();
    Deduplication deduplication = options.deduplication();
    String id = place.id() == null ? options.jobId() : place.id();
    String parentKey = place.parentKey();
    return Arrays.<@Nullable Object>asList(
        keys.name(""),
        id == null ? "" : id,
        job.name(),
        options.timestamp() == null ? (Long) System.currentTimeMillis() : options.timestamp(),
        parentKey,
        parentKey == null ? null : parentKey + ":dependencies",
        place.parent("queueKey", options.onFailure()),
        null,
        // Without the key the script would fail after it has taken an id.
        deduplication == null ? null : keys.name("de:") + deduplication.id(),
        place.deferred() ? 1 : null);
  }

  private static Redis.ScriptCall script(Script script, Object... keysAndArguments) {
    return new Redis.ScriptCall(script, Command.run(script, keysAndArguments));
  }
}
