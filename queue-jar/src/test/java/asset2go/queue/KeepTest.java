package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

/** What is kept of finished jobs: the same, whichever side asks for it and whichever does it. */
class KeepTest {
  private static final JobOptions ALL =
      JobOptions.builder().removeOnComplete(Keep.ALL).removeOnFail(Keep.ALL).build();

  /** Six jobs, 5, 15, 25... seconds old, and one that ends with the policy: which are left. */
  private static final Map<Keep, List<Integer>> POLICIES =
      Map.of(
          Keep.ALL,
          List.of(0, 1, 2, 3, 4, 5, 6),
          Keep.NONE,
          List.of(0, 1, 2, 3, 4, 5),
          Keep.last(3),
          List.of(0, 1, 6),
          Keep.since(Duration.ofSeconds(30)),
          List.of(0, 1, 2, 6),
          Keep.since(Duration.ofSeconds(30)).andAtMost(2),
          List.of(0, 6),
          Keep.since(Duration.ofSeconds(30)).andAtMost(100),
          List.of(0, 1, 2, 6),
          Keep.since(Duration.ofSeconds(30)).clearingAtMost(1),
          List.of(0, 1, 2, 4, 5, 6),
          Keep.since(Duration.ofSeconds(30)).clearingAtMost(2).andAtMost(5),
          List.of(0, 1, 2, 5, 6));

  private static final Duration SOON = Duration.ofMillis(10);

  @RegisterExtension final QueueFixture test = new QueueFixture();

  private interface Trial {
    /** Adds a job of that name that asks for the policy; its id. */
    String add(String name, Keep keep, JobState state);
  }

  private void everyPolicyHolds(Trial trial) {
    POLICIES.forEach(
        (keep, expected) -> {
          for (JobState state : List.of(JobState.COMPLETED, JobState.FAILED)) {
            List<String> ids = finished(state);
            left(keep, state, ids, trial.add(name(state), keep, state), expected);
            new QueueSweep(test.redis, test.name).clean(state, Duration.ofDays(-1), 1_000);
          }
        });
  }

  private List<String> ended(JobState state) {
    return test.admin.jobs(state, 0, 100, true).stream().map(Job::id).toList();
  }

  private static String name(JobState state) {
    return state == JobState.COMPLETED ? "echo" : "boom";
  }

  /** The ids of six that have ended, the youngest first. */
  private List<String> finished(JobState state) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(test.queue.add(name(state), "1", ALL));
    }
    await().pollInterval(SOON).until(() -> ended(state).containsAll(ids));
    long now = System.currentTimeMillis();
    byte[] key = test.redis.keys("bull", test.name).of(state.key);
    for (int i = 0; i < 6; i++) {
      long age = 5_000 + 10_000L * i;
      test.redis.call(Command.of(Protocol.Command.ZADD, key, "XX", now - age, ids.get(i)));
    }
    return ids;
  }

  private void left(
      Keep keep, JobState state, List<String> ids, String last, List<Integer> expected) {
    await()
        .pollInterval(SOON)
        .until(() -> test.admin.state(last) == JobState.UNKNOWN || ended(state).contains(last));
    List<String> all = new ArrayList<>(ids);
    all.add(last);
    assertThat(ended(state))
        .as("%s of the %s", keep, state)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(all::get).toList());
    assertThat(all.stream().filter(id -> test.admin.job(id).isPresent()))
        .containsExactlyInAnyOrderElementsOf(ended(state));
  }

  private static JobOptions options(Keep keep, JobState state) {
    JobOptions.Builder options = JobOptions.builder();
    return (state == JobState.COMPLETED
            ? options.removeOnComplete(keep)
            : options.removeOnFail(keep))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void aNodeWorkerKeepsWhatWeAskFor(String version) {
    try (Node node = new Node("worker.mjs", version, test.port(), test.name)) {
      assertThat(node.line()).isEqualTo("ready");
      everyPolicyHolds((name, keep, state) -> test.queue.add(name, "1", options(keep, state)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void weKeepWhatANodeProducerAsksFor(String version) {
    test.worker(EchoWorker::process);
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      everyPolicyHolds(
          (name, keep, state) -> {
            String option = state == JobState.COMPLETED ? "removeOnComplete" : "removeOnFail";
            Object added = node.queue("add", name, 1, Map.of(option, keep.toMap()));
            return String.valueOf(((Map<?, ?>) added).get("id"));
          });
    }
  }

  @Test
  void aWorkersPolicyIsForJobsThatSayNothing() {
    AtomicReference<Worker> any = new AtomicReference<>(test.worker(EchoWorker::process));
    everyPolicyHolds(
        (name, keep, state) -> {
          any.get().close();
          Worker worker =
              test.worker(
                  WorkerOptions.builder().removeOnComplete(keep).removeOnFail(keep),
                  EchoWorker::process);
          String id = test.queue.add(name, "1");
          await()
              .pollInterval(SOON)
              .until(() -> worker.active() == 0 && test.admin.counts().get(JobState.WAITING) == 0);
          worker.close();
          any.set(test.worker(EchoWorker::process));
          return id;
        });
  }

  @Test
  void whatCannotBeMeantIsRefusedOfOursAndOverlookedOfStrangers() {
    assertThatThrownBy(() -> Keep.last(-2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keep.since(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keep.ALL.clearingAtMost(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Keep.of(Map.of("count", -7, "age", -1, "limit", 0)))
        .isEqualTo(new Keep(-1, 0L, null));
    assertThat(Keep.of(-7)).isEqualTo(Keep.ALL);
    assertThat(Keep.of(true)).isEqualTo(Keep.NONE);
    assertThat(Keep.of("some")).isNull();
  }
}
