package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What we send to Redis is, argument by argument, what BullMQ's own classes sent when
 * src/test/node/vectors.mjs listened.
 */
class GoldenVectorsTest {
  private static final WorkerOptions OPTIONS =
      WorkerOptions.builder().name("w").limiter(5, Duration.ofSeconds(1)).build();
  private static final Failure WHY = new Failure("why", "[\"s\"]");
  private static final Keys KEYS = new Keys("bull", "gold");

  private final long started = System.currentTimeMillis();

  private interface Operation {
    void run(Redis redis, Moves moves, QueueAdmin admin);
  }

  private static Job job(String options) {
    List<Object> hash =
        Stream.of("name", "n", "opts", options)
            .map(text -> (Object) text.getBytes(StandardCharsets.UTF_8))
            .toList();
    return Job.parse("gold", "7", hash);
  }

  private static Map<String, Operation> operations() {
    Job job = job("{\"attempts\":3,\"lifo\":true}");
    QueueSweepOf sweep = redis -> new QueueSweep(redis, "gold");
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("add", (redis, moves, admin) -> queue(redis).add("n", "{\"a\":\"ä\"}"));
    all.put("addCustom", (redis, moves, admin) -> queue(redis).add("n", "1", custom()));
    all.put(
        "addDelayed",
        (redis, moves, admin) ->
            queue(redis).add("n", "1", JobOptions.builder().delay(Duration.ofMillis(500)).build()));
    all.put(
        "addPrioritized",
        (redis, moves, admin) ->
            queue(redis).add("n", "1", JobOptions.builder().priority(3).build()));
    all.put("flow", (redis, moves, admin) -> new Flows(redis).add(flow()));
    all.put("moveToActive", (redis, moves, admin) -> moves.toActive("t:1"));
    all.put("completed", (redis, moves, admin) -> moves.toCompleted(job, "t:1", "\"ok\"", true));
    all.put(
        "completedKept",
        (redis, moves, admin) ->
            moves.toCompleted(
                job("{\"attempts\":0,\"removeOnComplete\":{\"count\":4,\"age\":9}}"),
                "t:1",
                "{\"a\":1}",
                false));
    all.put("failed", (redis, moves, admin) -> moves.toFailed(job, "t:1", WHY, true));
    all.put("delayed", (redis, moves, admin) -> moves.toDelayed(job, "t:1", 40, true, WHY, true));
    all.put("retried", (redis, moves, admin) -> moves.retry(job, "t:1", WHY));
    all.put("backToWait", (redis, moves, admin) -> moves.backToWait("7", "t:1"));
    all.put("waitingChildren", (redis, moves, admin) -> moves.toWaitingChildren("7", "t:1"));
    all.put("removeUnprocessed", (redis, moves, admin) -> moves.removeUnprocessedChildren("7"));
    all.put(
        "extendLocks",
        (redis, moves, admin) -> moves.extendLocks(List.of("7", "8"), List.of("t:1", "t:2")));
    all.put("stalled", (redis, moves, admin) -> moves.stalledToWait());
    all.put("progress", (redis, moves, admin) -> moves.updateProgress("7", "{\"a\":1}"));
    all.put("log", (redis, moves, admin) -> moves.log(job("{\"kl\":5}"), "row"));
    all.put("updateData", (redis, moves, admin) -> moves.updateData("7", new RawJson("{\"a\":1}")));
    all.put("pause", (redis, moves, admin) -> admin.pause());
    all.put("resume", (redis, moves, admin) -> admin.resume());
    all.put("promote", (redis, moves, admin) -> admin.promote("7"));
    all.put("retryByHand", (redis, moves, admin) -> admin.retry("7"));
    all.put("remove", (redis, moves, admin) -> admin.remove("7"));
    all.put("state", (redis, moves, admin) -> admin.state("7"));
    all.put(
        "clean",
        (redis, moves, admin) -> sweep.of(redis).clean(JobState.COMPLETED, Duration.ZERO, 10));
    all.put("drain", (redis, moves, admin) -> sweep.of(redis).drain(true));
    all.put("obliterate", (redis, moves, admin) -> sweep.of(redis).obliterate(true));
    all.put("changeDelay", (redis, moves, admin) -> admin.changeDelay("7", Duration.ofMillis(70)));
    all.put("changePriority", (redis, moves, admin) -> admin.changePriority("7", 4));
    all.put(
        "metrics",
        (redis, moves, admin) ->
            new QueueFigures(redis, "gold").throughput(JobState.COMPLETED, 10));
    all.put("removeScheduler", (redis, moves, admin) -> new Schedulers(redis, "gold").remove("s"));
    all.put("rateLimitTtl", (redis, moves, admin) -> new QueueLimits(redis, "gold").heldUp());
    all.put("isMaxed", (redis, moves, admin) -> new QueueLimits(redis, "gold").isMaxed());
    all.put("countsPerPriority", (redis, moves, admin) -> admin.countsPerPriority(0, 7));
    all.put("delayedUntil", (redis, moves, admin) -> admin.delayedUntil(Instant.now()));
    all.put(
        "dependencyCounts", (redis, moves, admin) -> new Dependencies(redis, "gold").counts("7"));
    all.put(
        "dependenciesPage",
        (redis, moves, admin) ->
            new Dependencies(redis, "gold").page("7", Dependencies.Kind.PROCESSED, 5, 5));
    all.put(
        "removeDeduplicationKey",
        (redis, moves, admin) -> new Deduplications(redis, "gold").release("d", "7"));
    all.put("isFinished", (redis, moves, admin) -> JobResults.ended(redis, KEYS, "7"));
    all.put("removeAlone", (redis, moves, admin) -> admin.remove("7", false));
    all.put("changePriorityFirst", (redis, moves, admin) -> admin.changePriority("7", 4, true));
    all.put(
        "retryMany",
        (redis, moves, admin) -> sweep.of(redis).retry(JobState.COMPLETED, Instant.now()));
    all.put("promoteMany", (redis, moves, admin) -> sweep.of(redis).promoteDelayed());
    return all;
  }

  private interface QueueSweepOf {
    QueueSweep of(Redis redis);
  }

  private static Queue queue(Redis redis) {
    return new Queue(redis, "gold");
  }

  private static JobOptions custom() {
    return JobOptions.builder()
        .jobId("mine")
        .attempts(3)
        .backoff(Backoff.exponential(Duration.ofMillis(100)).withJitter(0.5))
        .lifo()
        .keepLogs(5)
        .stackTraceLimit(2)
        .removeOnComplete(Keep.last(9))
        .removeOnFail(Keep.since(Duration.ofMinutes(1)).andAtMost(8))
        .deduplication(Deduplication.debounce("d", Duration.ofMillis(50)))
        .build();
  }

  private static FlowNode flow() {
    JobOptions child = JobOptions.builder().jobId("c1").onFailure(OnFailure.FAIL_PARENT).build();
    return FlowNode.of(
        "gold",
        new NewJob("p", "1", JobOptions.builder().jobId("p1").build()),
        FlowNode.of("gold2", new NewJob("c", "2", child)));
  }

  @TestFactory
  Stream<DynamicTest> whatWeSendIsWhatBullmqSends() throws IOException {
    String text;
    try (var in = getClass().getResourceAsStream("vectors.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, Object> vectors = Json.fields(text);
    assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(vectors.keySet());
    return operations().entrySet().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.getKey(),
                    () -> {
                      List<?> expected = (List<?>) vectors.get(operation.getKey());
                      assertThat(Json.write(sent(operation.getValue(), expected)))
                          .isEqualTo(Json.write(normal(expected)));
                    }));
  }

  /** The scripts that an operation ran, unpacked wherever the expected vector is. */
  private List<Object> sent(Operation operation, List<?> expected) {
    List<Object> scripts = new ArrayList<>();
    try (Eavesdropper server = new Eavesdropper();
        Redis redis = Redis.connect(server.config())) {
      Throwable told =
          catchThrowable(
              () ->
                  operation.run(
                      redis, new Moves(redis, KEYS, OPTIONS), new QueueAdmin(redis, "gold")));
      // A reply of 0 means different things to different operations; what counts is what was sent.
      assertThat(told == null || told instanceof QueueException).isTrue();
      for (List<byte[]> command : server.heard) {
        if (new String(command.getFirst(), StandardCharsets.UTF_8).equals("EVALSHA")) {
          List<?> wanted =
              scripts.size() < expected.size() ? (List<?>) expected.get(scripts.size()) : List.of();
          List<Object> script = script(command, wanted);
          // Our sweep pauses the queue itself before, as Node's Queue does one floor above its
          // scripts.
          if (!wanted.contains("force") || script.contains("force")) {
            scripts.add(script);
          }
        }
      }
    }
    return scripts;
  }

  private List<Object> script(List<byte[]> command, List<?> expected) {
    Script script =
        Arrays.stream(Script.values())
            .filter(known -> Arrays.equals(known.sha, command.get(1)))
            .findFirst()
            .orElseThrow();
    List<Object> parts = new ArrayList<>(List.of(script.scriptName));
    for (int i = 3; i < command.size(); i++) {
      int place = i - 2;
      boolean packed =
          place < expected.size()
              && expected.get(place) instanceof Map
              && command.get(i).length > 0;
      parts.add(
          packed
              ? Map.of("packed", normal(Unpacked.of(command.get(i))))
              : normal(new String(command.get(i), StandardCharsets.UTF_8)));
    }
    return parts;
  }

  private Object normal(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(String.valueOf(key), normal(item)));
        yield sorted;
      }
      case List<?> list -> {
        List<Object> normal = new ArrayList<>();
        list.forEach(item -> normal.add(normal(item)));
        yield normal;
      }
      case Double real when real == Math.rint(real) -> normal(real.longValue());
      case Long number when Math.abs(number - started) < 60_000 -> "now";
      case String text when text.matches("\\d{13}") -> {
        Object number = normal(Long.valueOf(text));
        yield number instanceof String ? number : text;
      }
      case null, default -> value;
    };
  }
}
