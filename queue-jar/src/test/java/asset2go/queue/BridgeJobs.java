package asset2go.queue;

import static asset2go.queue.BridgeCall.map;
import static asset2go.queue.BridgeCall.none;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Jobs as they go over the {@link Bridge}, in both directions. */
final class BridgeJobs {
  private BridgeJobs() {}

  /** A job to be added; there is no counterpart where it has options that ours cannot say. */
  static NewJob added(Map<String, @Nullable Object> entry) {
    return new NewJob(
        Objects.toString(entry.get("name"), ""),
        Objects.toString(entry.get("data"), "{}"),
        options(map(entry.get("opts"))));
  }

  static Adding.Place place(Map<String, @Nullable Object> entry) {
    if (entry.get("repeatJobKey") != null) {
      none("a job that a scheduler makes");
    }
    Map<String, @Nullable Object> parent = map(entry.get("parent"));
    return new Adding.Place(
        entry.get("id") instanceof String id ? id : null,
        (String) parent.get("queueKey"),
        (String) parent.get("id"),
        Boolean.TRUE.equals(entry.get("hasChildren")),
        Boolean.TRUE.equals(entry.get("deferred")));
  }

  private static JobOptions options(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> known = new LinkedHashMap<>(given);
    // The place in the flow says it.
    known.remove("parent");
    JobOptions options = JobOptions.parse(Json.write(known));
    Map<String, Object> theirs = plain(known);
    Map<String, Object> ours = plain(options.toMap());
    if (!theirs.equals(ours)) {
      theirs.keySet().removeIf(key -> Objects.equals(theirs.get(key), ours.get(key)));
      none("job options " + theirs.keySet());
    }
    return options;
  }

  /** What says the same is the same, and what says nothing is nothing. */
  private static Map<String, Object> plain(Map<String, @Nullable Object> options) {
    Map<String, Object> plain = new TreeMap<>();
    options.forEach(
        (key, value) -> {
          Object same =
              switch (key) {
                case "removeOnComplete", "removeOnFail" ->
                    Keep.of(value) instanceof Keep keep ? keep : null;
                case "backoff" -> Backoff.of(value);
                case "de" -> Deduplication.of(value);
                default -> Boolean.FALSE.equals(value) ? null : value;
              };
          if (same != null && !(same instanceof Number number && number.doubleValue() == 0)) {
            plain.put(key, same instanceof Number number ? number.doubleValue() : same);
          }
        });
    return plain;
  }

  /** A job that a worker has: what its end needs of it. */
  static Job taken(BridgeCall call, Map<String, @Nullable Object> job) {
    Object id = job.get("id");
    List<Object> hash = List.of("opts", Json.write(map(job.get("opts"))));
    Job taken = Job.parse(call.queue(), String.valueOf(id), hash);
    return taken == null ? none("a job without an id") : taken;
  }

  static Failure failure(@Nullable Object fields) {
    Map<String, @Nullable Object> map = map(fields);
    return map.get("failedReason") instanceof String reason
            && map.get("stacktrace") instanceof String traces
            && map.size() == 2
        ? new Failure(reason, traces)
        : none("a move with the fields " + map.keySet());
  }

  /** Flows of one prefix, as trees; the ids that they must get are put into {@code ids}. */
  static List<FlowNode> flows(List<Map<String, @Nullable Object>> entries, List<String> ids) {
    return entries.stream()
        .filter(entry -> entries.stream().noneMatch(other -> isChild(entry, other)))
        .map(root -> node(root, entries, ids))
        .toList();
  }

  private static FlowNode node(
      Map<String, @Nullable Object> entry,
      List<Map<String, @Nullable Object>> entries,
      List<String> ids) {
    NewJob job = added(entry);
    if (job.options().jobId() == null) {
      ids.add(String.valueOf(entry.get("id")));
    }
    List<FlowNode> children = new ArrayList<>();
    for (Map<String, @Nullable Object> child : entries) {
      if (isChild(child, entry)) {
        children.add(node(child, entries, ids));
      }
    }
    return new FlowNode(String.valueOf(entry.get("queue")), job, children);
  }

  private static boolean isChild(
      Map<String, @Nullable Object> child, Map<String, @Nullable Object> of) {
    Map<String, @Nullable Object> parent = map(child.get("parent"));
    return Objects.equals(parent.get("id"), of.get("id"))
        && Objects.equals(parent.get("queueKey"), of.get("prefix") + ":" + of.get("queue"));
  }

  /** What Node's workers expect where a job was asked for. */
  static List<@Nullable Object> fetched(Fetched fetched) {
    List<@Nullable Object> list = new ArrayList<>();
    Job job = fetched.job();
    list.add(job == null ? null : json(job));
    list.add(job == null ? (Object) 0 : job.id());
    list.add(fetched.limitMillis());
    list.add(fetched.delayedUntil());
    return list;
  }

  /** As BullMQ's JobJson, but for the options, which stay as they are stored. */
  static Map<String, @Nullable Object> json(Job job) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", job.id());
    map.put("name", job.name());
    map.put("data", job.data());
    map.put("opts", new RawJson(job.rawOptions()));
    map.put("progress", new RawJson(job.progress()));
    map.put("delay", job.delay());
    map.put("priority", job.priority());
    map.put("timestamp", job.timestamp());
    map.put("attemptsStarted", job.attemptsStarted());
    map.put("attemptsMade", job.attemptsMade());
    map.put("stalledCounter", job.stalledCount());
    map.put("finishedOn", job.finishedOn());
    map.put("processedOn", job.processedOn());
    map.put("repeatJobKey", job.schedulerId());
    map.put("debounceId", job.deduplicationId());
    map.put("deduplicationId", job.deduplicationId());
    map.put("failedReason", job.failedReason());
    map.put("deferredFailure", job.deferredFailure());
    map.put("stacktrace", Json.write(job.stacktrace()));
    map.put("returnvalue", job.returnValue());
    map.put("parentKey", job.parentKey());
    map.put("parent", parent(job.parentKey()));
    map.put("processedBy", job.processedBy());
    return map;
  }

  private static @Nullable Map<String, String> parent(@Nullable String key) {
    return key == null
        ? null
        : Map.of(
            "id", key.substring(key.lastIndexOf(':') + 1),
            "queueKey", key.substring(0, key.lastIndexOf(':')));
  }
}
