package asset2go.queue;

import static asset2go.queue.BridgeCall.map;
import static asset2go.queue.BridgeCall.none;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations of BullMQ's back end, each by what this library has for it. */
final class BridgeOperations {
  /** One of them; its answer goes to Node as JSON. */
  @FunctionalInterface
  interface Operation {
    @Nullable Object apply(BridgeCall call);
  }

  @FunctionalInterface
  private interface Action {
    void run(BridgeCall call);
  }

  private static final int ALL = Integer.MAX_VALUE;

  private final Map<String, Operation> operations = new HashMap<>();

  BridgeOperations() {
    adding();
    moving();
    keeping();
    sweeping();
    looking();
    children();
    limits();
    schedulers();
  }

  @Nullable Object apply(BridgeCall call) {
    Operation operation = operations.get(call.operation());
    return operation == null ? none("no such operation") : operation.apply(call);
  }

  private void act(String name, Action action) {
    operations.put(
        name,
        call -> {
          action.run(call);
          return null;
        });
  }

  private void adding() {
    operations.put("addJob", call -> add(call, List.of(call.map(0))).getFirst());
    operations.put("addJobs", call -> add(call, maps(call.list(0))));
    operations.put("addFlow", BridgeOperations::addFlow);
  }

  private static List<String> add(BridgeCall call, List<Map<String, @Nullable Object>> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Redis.ScriptCall> calls =
        entries.stream()
            .map(
                entry -> Adding.call(call.keys(), BridgeJobs.added(entry), BridgeJobs.place(entry)))
            .toList();
    List<String> ids = new ArrayList<>();
    for (Object reply : call.redis().runAll(calls)) {
      if (reply instanceof Long code && code < 0) {
        throw new JobException("add", "(new)", code);
      }
      ids.add(Job.text(reply));
    }
    return ids;
  }

  private static Object addFlow(BridgeCall call) {
    List<Map<String, @Nullable Object>> entries = maps(call.list(0));
    List<Object> prefixes = entries.stream().map(entry -> entry.get("prefix")).distinct().toList();
    if (prefixes.size() != 1) {
      none("a flow over several prefixes");
    }
    List<String> wanted = new ArrayList<>();
    List<FlowNode> roots = BridgeJobs.flows(entries, wanted);
    var next = wanted.iterator();
    Flows flows = new Flows(call.redis(), String.valueOf(prefixes.getFirst()), next::next);
    Map<String, @Nullable Object> above = map(entries.getFirst().get("parent"));
    List<String> ids;
    if (above.isEmpty()) {
      ids = flows.add(roots);
    } else if (roots.size() == 1 && above.get("queueKey") instanceof String key) {
      String queue = key.substring(key.lastIndexOf(':') + 1);
      ids = List.of(flows.addBelow(queue, String.valueOf(above.get("id")), roots.getFirst()));
    } else {
      return none("several flows below others");
    }
    // Roots may be jobs that were there already; all others have the ids that they were given.
    var rooted = ids.iterator();
    return entries.stream()
        .map(
            entry ->
                Arrays.asList(
                    null,
                    entry == entries.getFirst() || map(entry.get("parent")).isEmpty()
                        ? rooted.next()
                        : entry.get("id")))
        .toList();
  }

  private void moving() {
    operations.put("moveToActive", call -> BridgeJobs.fetched(call.moves().toActive(call.text(0))));
    operations.put(
        "moveToCompleted",
        call -> {
          Job job = BridgeJobs.taken(call, call.map(0));
          long now = System.currentTimeMillis();
          Object reply = call.moves().toCompleted(job, call.text(2), call.text(1), call.flag(3));
          return finished(call, job.id(), now, reply);
        });
    operations.put(
        "moveToFailed",
        call -> {
          Job job = BridgeJobs.taken(call, call.map(0));
          long now = System.currentTimeMillis();
          Failure failure = BridgeJobs.failure(call.argument(3));
          Object reply = call.moves().toFailed(job, call.text(1), failure, call.flag(2));
          return finished(call, job.id(), now, reply);
        });
    operations.put(
        "moveToDelayed",
        call -> {
          Failure failure = BridgeJobs.failure(call.argument(4));
          Job job = BridgeJobs.taken(call, Map.of("id", call.text(0)));
          Object reply =
              call.moves()
                  .toDelayed(
                      job, call.text(1), call.number(2, 0), !call.flag(3), failure, call.flag(5));
          check("delay", job.id(), reply);
          return BridgeJobs.fetched(Fetched.parse(call.queue(), reply));
        });
    act(
        "retryJob",
        call -> {
          Failure failure = BridgeJobs.failure(call.argument(3));
          Map<String, @Nullable Object> options = Map.of("lifo", call.flag(1));
          Job job = BridgeJobs.taken(call, Map.of("id", call.text(0), "opts", options));
          check("retry", job.id(), call.moves().retry(job, call.text(2), failure));
        });
    operations.put(
        "moveToWaitingChildren",
        call -> call.moves().toWaitingChildren(call.text(0), call.text(1)));
    operations.put(
        "moveJobFromActiveToWait",
        call -> {
          Object reply = call.moves().backToWait(call.text(0), call.text(1));
          check("hand back", call.text(0), reply);
          return reply;
        });
    operations.put("moveStalledJobsToWait", call -> call.moves().stalledToWait());
    operations.put(
        "extendLock",
        call -> {
          List<String> lost =
              call.moves().extendLocks(List.of(call.text(0)), List.of(call.text(1)));
          return lost.isEmpty() ? 1 : 0;
        });
    operations.put("extendLocks", call -> call.moves().extendLocks(call.texts(0), call.texts(1)));
    act("removeUnprocessedChildren", call -> call.moves().removeUnprocessedChildren(call.text(0)));
  }

  private static Object finished(BridgeCall call, String jobId, long now, @Nullable Object reply) {
    check("finish", jobId, reply);
    return Map.of(
        "result", BridgeJobs.fetched(Fetched.parse(call.queue(), reply)), "finishedOn", now);
  }

  private static void check(String action, String jobId, @Nullable Object reply) {
    if (reply instanceof Long code && code < 0) {
      throw new JobException(action, jobId, code);
    }
  }

  private void keeping() {
    act(
        "pause",
        call -> {
          if (call.flag(0)) {
            admin(call).pause();
          } else {
            admin(call).resume();
          }
        });
    act("promote", call -> admin(call).promote(call.text(0)));
    act(
        "changeDelay",
        call -> admin(call).changeDelay(call.text(0), Duration.ofMillis(call.number(1, 0))));
    act(
        "changePriority",
        call -> admin(call).changePriority(call.text(0), (int) call.number(1, 0), call.flag(2)));
    operations.put(
        "remove",
        call -> {
          admin(call).remove(call.text(0), call.flag(1));
          return 1;
        });
    act("updateData", call -> admin(call).updateData(call.text(0), new RawJson(call.text(1))));
    act(
        "updateProgress",
        call -> admin(call).updateProgress(call.text(0), new RawJson(call.text(1))));
    act("retryFinishedJob", BridgeOperations::retryFinished);
    operations.put(
        "addLog",
        call -> {
          Integer keep = call.argument(2) instanceof Long rows ? (Integer) rows.intValue() : null;
          return logs(call).add(call.text(0), call.text(1), keep);
        });
    act("clearLogs", call -> logs(call).clear(call.text(0), (int) call.number(1, 0)));
    operations.put(
        "getJobLogs",
        call -> {
          int from = (int) call.number(1, 0);
          JobLogs.Page page =
              logs(call).page(call.text(0), from, size(from, call.number(2, -1)), call.flag(3));
          return Map.of("logs", page.rows(), "count", page.count());
        });
    operations.put(
        "removeDeduplicationKey",
        call -> deduplications(call).release(call.text(0), call.text(1)) ? 1 : 0);
    operations.put(
        "deleteDeduplicationKey", call -> deduplications(call).release(call.text(0)) ? 1 : 0);
    operations.put(
        "getDeduplicationJobId", call -> deduplications(call).holder(call.text(0)).orElse(null));
  }

  private static void retryFinished(BridgeCall call) {
    if (call.flag(2) != call.flag(3)) {
      none("one counter of attempts reset without the other");
    }
    admin(call).retry(call.text(0), state(call.text(1)), call.flag(2));
  }

  /** How many entries a range from Redis has that ends with {@code end}, -1 for its end. */
  private static int size(int from, long end) {
    if (from < 0 || end < -1 || end >= 0 && end < from) {
      none("a range from " + from + " to " + end);
    }
    return end == -1 ? ALL - from : (int) (end - from + 1);
  }

  private void sweeping() {
    operations.put(
        "cleanJobsByState",
        call -> {
          Duration age = Duration.ofMillis(System.currentTimeMillis() - call.number(1, 0));
          int limit = (int) call.number(2, 0);
          return sweep(call).clean(state(call.text(0)), age, limit == 0 ? ALL : limit);
        });
    act("drain", call -> sweep(call).drain(call.flag(0)));
    operations.put(
        "obliterate",
        call -> {
          sweep(call).obliterate(Boolean.TRUE.equals(call.map(0).get("force")));
          return 0;
        });
    operations.put(
        "retryFinishedJobs",
        call -> {
          Instant until = Instant.ofEpochMilli(call.number(2, System.currentTimeMillis()));
          sweep(call)
              .retry(call.argument(0) == null ? JobState.FAILED : state(call.text(0)), until);
          return 0;
        });
    operations.put(
        "promoteJobs",
        call -> {
          sweep(call).promoteDelayed();
          return 0;
        });
    operations.put("trimEvents", call -> sweep(call).trimEvents(call.number(0, 0)));
    operations.put(
        "removeOrphanedJobs",
        call ->
            call.number(1, 0) > 0
                ? none("a limit to orphans")
                : new QueueOrphans(call.redis(), call.prefix(), call.queue()).remove());
  }

  private void looking() {
    operations.put(
        "getState",
        call -> {
          JobState state = admin(call).state(call.text(0));
          return state == JobState.WAITING ? "waiting" : state.key;
        });
    operations.put(
        "isJobInState",
        call -> {
          JobState is = admin(call).state(call.text(1));
          JobState asked = state(call.text(0));
          return is == asked || (is == JobState.PAUSED && call.text(0).equals("waiting"));
        });
    operations.put(
        "isFinished",
        call -> {
          if (!(JobResults.ended(call.redis(), call.keys(), call.text(0))
              instanceof List<?> parts)) {
            return none("an end without a value");
          }
          Long code = (Long) parts.getFirst();
          if (code < 0 || !call.flag(1)) {
            return call.flag(1) ? List.of(code, Job.text(parts.getLast())) : code;
          }
          return Stream.of(code, code == 0 ? null : Job.text(parts.get(1)))
              .filter(Objects::nonNull)
              .toList();
        });
    operations.put(
        "getJobData", call -> admin(call).job(call.text(0)).map(BridgeJobs::json).orElse(null));
    operations.put("getCounts", BridgeOperations::counts);
    operations.put(
        "getCountsPerPriority",
        call -> {
          int[] asked = call.list(0).stream().mapToInt(each -> ((Long) each).intValue()).toArray();
          Map<Integer, Long> counts = admin(call).countsPerPriority(asked);
          return Arrays.stream(asked).mapToObj(counts::get).toList();
        });
    operations.put("getJobs", call -> pages(call, true));
    operations.put("getRanges", call -> pages(call, false));
    operations.put(
        "getQueueMetaField",
        call ->
            switch (call.text(0)) {
              case "version" -> admin(call).version().orElse(null);
              case "concurrency" -> {
                var most = limits(call).concurrency();
                yield most.isPresent() ? String.valueOf(most.getAsInt()) : null;
              }
              default -> none("the queue's field " + call.text(0));
            });
    operations.put(
        "hasQueueMetaField",
        call ->
            call.text(0).equals("paused")
                ? (Object) admin(call).isPaused()
                : none("the queue's field " + call.text(0)));
  }

  private static Object counts(BridgeCall call) {
    List<JobState> states = call.texts(0).stream().map(BridgeOperations::state).toList();
    if (call.argument(1) == null) {
      Map<JobState, Long> counts = new EnumMap<>(admin(call).counts());
      return states.stream().map(counts::get).toList();
    }
    return states.equals(List.of(JobState.DELAYED))
        ? List.of(admin(call).delayedUntil(Instant.ofEpochMilli(call.number(1, 0))))
        : none("counts of some that are due");
  }

  private static Object pages(BridgeCall call, boolean listed) {
    int from = (int) call.number(1, 0);
    int count = size(from, call.number(2, listed ? -1 : 1));
    List<Object> pages = new ArrayList<>();
    for (String type : call.texts(0).stream().distinct().toList()) {
      pages.add(
          admin(call).jobs(state(type), from, count, call.flag(3)).stream()
              .map(job -> listed ? List.of(job.id()) : (Object) job.id())
              .toList());
    }
    return pages;
  }

  private void children() {
    operations.put(
        "getDependencyCounts",
        call -> {
          Dependencies.Counts counts = dependencies(call).counts(call.text(0));
          return call.texts(1).stream()
              .map(
                  type ->
                      switch (type) {
                        case "processed" -> counts.processed();
                        case "unprocessed" -> counts.unprocessed();
                        case "ignored" -> counts.ignored();
                        default -> counts.failed();
                      })
              .toList();
        });
    operations.put("getProcessedChildrenValues", call -> dependencies(call).values(call.text(0)));
    operations.put(
        "getIgnoredChildrenFailures", call -> dependencies(call).ignoredFailures(call.text(0)));
    operations.put("removeChildDependency", call -> dependencies(call).detach(call.text(0)));
    operations.put(
        "getDependencies",
        call -> {
          if (!call.map(1).isEmpty()) {
            return none("some of the children");
          }
          Dependencies of = dependencies(call);
          String id = call.text(0);
          Map<String, Object> processed = new LinkedHashMap<>();
          of.values(id).forEach((key, value) -> processed.put(key, new RawJson(value)));
          return Map.of(
              "processed",
              processed,
              "unprocessed",
              children(of.page(id, Dependencies.Kind.UNPROCESSED, 0, ALL)),
              "failed",
              children(of.page(id, Dependencies.Kind.FAILED, 0, ALL)),
              "ignored",
              of.ignoredFailures(id));
        });
  }

  private static List<String> children(Dependencies.Page page) {
    return List.copyOf(page.children().keySet());
  }

  private void limits() {
    operations.put("isMaxed", call -> limits(call).isMaxed());
    act("setRateLimit", call -> limits(call).holdUp(Duration.ofMillis(call.number(0, 0))));
    operations.put(
        "removeRateLimitKey",
        call -> {
          boolean held = limits(call).heldUp().isPositive();
          limits(call).letGo();
          return held ? 1 : 0;
        });
    operations.put(
        "getRateLimitTtl",
        call -> {
          long max = call.number(0, 0);
          Duration held =
              max > 0
                  ? limits(call)
                      .heldUpFor(new WorkerOptions.Limiter((int) max, Duration.ofSeconds(1)))
                  : limits(call).heldUp();
          return held.isZero() ? none("why nothing is held up") : held.toMillis();
        });
    operations.put(
        "setQueueMeta",
        call -> {
          Map<String, @Nullable Object> values = call.map(0);
          if (values.size() == 1 && values.get("concurrency") instanceof Long most) {
            limits(call).setConcurrency(most.intValue());
            return 1;
          }
          if (values.size() == 2
              && values.get("max") instanceof Long max
              && values.get("duration") instanceof Long duration) {
            limits(call)
                .setRate(new WorkerOptions.Limiter(max.intValue(), Duration.ofMillis(duration)));
            return 2;
          }
          return none("the queue's fields " + values.keySet());
        });
    operations.put(
        "getQueueMetaFields",
        call -> {
          if (!call.texts(0).equals(List.of("max", "duration"))) {
            return none("the queue's fields " + call.texts(0));
          }
          var rate = limits(call).rate();
          return Arrays.asList(
              rate.map(limit -> String.valueOf(limit.max())).orElse(null),
              rate.map(limit -> String.valueOf(limit.per().toMillis())).orElse(null));
        });
    operations.put(
        "removeQueueMetaFields",
        call -> {
          if (call.texts(0).equals(List.of("concurrency"))) {
            boolean was = limits(call).concurrency().isPresent();
            limits(call).removeConcurrency();
            return was ? 1 : 0;
          }
          if (call.texts(0).equals(List.of("max", "duration"))) {
            boolean was = limits(call).rate().isPresent();
            limits(call).removeRate();
            return was ? 2 : 0;
          }
          return none("the queue's fields " + call.texts(0));
        });
  }

  private void schedulers() {
    operations.put("removeJobScheduler", call -> schedulers(call).remove(call.text(0)) ? 0 : 1);
    operations.put("getJobSchedulersCount", call -> schedulers(call).count());
    operations.put(
        "addJobScheduler",
        call -> {
          Map<String, @Nullable Object> repeat = new LinkedHashMap<>(call.map(3));
          String name = Objects.toString(repeat.remove("name"), null);
          if (name == null || repeat.containsKey("count") || call.argument(4) != null) {
            return none("a scheduler by another");
          }
          Schedule schedule = Schedule.of(repeat);
          if (!schedule.toMap().keySet().equals(repeat.keySet())) {
            return none("a schedule with " + repeat.keySet());
          }
          Map<String, @Nullable Object> job =
              Map.of("name", name, "data", call.text(1), "opts", call.map(2));
          String id =
              schedulers(call)
                  .upsert(call.text(0), schedule, BridgeJobs.added(job))
                  .orElseThrow(() -> new BridgeCall.NoCounterpart("a schedule that is over"));
          return List.of(id, admin(call).job(id).map(Job::delay).orElse(0L));
        });
  }

  private static JobState state(String type) {
    return switch (type) {
      case "waiting", "wait" -> JobState.WAITING;
      default ->
          Arrays.stream(JobState.values())
              .filter(state -> state.key.equals(type))
              .findFirst()
              .orElseGet(() -> none("the state " + type));
    };
  }

  private static QueueAdmin admin(BridgeCall call) {
    return new QueueAdmin(call.redis(), call.prefix(), call.queue());
  }

  private static QueueSweep sweep(BridgeCall call) {
    return new QueueSweep(call.redis(), call.prefix(), call.queue());
  }

  private static QueueLimits limits(BridgeCall call) {
    return new QueueLimits(call.redis(), call.prefix(), call.queue());
  }

  private static Schedulers schedulers(BridgeCall call) {
    return new Schedulers(call.redis(), call.prefix(), call.queue());
  }

  private static JobLogs logs(BridgeCall call) {
    return new JobLogs(call.redis(), call.prefix(), call.queue());
  }

  private static Dependencies dependencies(BridgeCall call) {
    return new Dependencies(call.redis(), call.prefix(), call.queue());
  }

  private static Deduplications deduplications(BridgeCall call) {
    return new Deduplications(call.redis(), call.prefix(), call.queue());
  }

  private static List<Map<String, @Nullable Object>> maps(List<?> list) {
    return list.stream().map(BridgeCall::map).toList();
  }
}
