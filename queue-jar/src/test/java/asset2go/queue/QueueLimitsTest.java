package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

/** What holds back all workers of a queue, and a processor that has been told to wait. */
class QueueLimitsTest {
  private static final WorkerOptions.Limiter LIMIT =
      new WorkerOptions.Limiter(7, Duration.ofSeconds(2));

  @RegisterExtension final QueueFixture test = new QueueFixture();

  private QueueLimits limits() {
    return new QueueLimits(test.redis, test.name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void bothSidesSeeTheSameLimits(String version) {
    QueueLimits limits = limits();
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      assertThat(limits.concurrency()).isEmpty();
      assertThat(limits.rate()).isEmpty();

      limits.setConcurrency(3);
      assertThat(node.queue("getGlobalConcurrency")).isEqualTo(3L);
      limits.setRate(LIMIT);
      assertThat(node.queue("getGlobalRateLimit")).isEqualTo(Map.of("max", 7L, "duration", 2_000L));
      limits.holdUp(Duration.ofHours(1));
      assertThat((Long) node.queue("getRateLimitTtl")).isBetween(1L, 3_600_000L);

      node.queue("setGlobalConcurrency", 4);
      assertThat(limits.concurrency()).hasValue(4);
      node.queue("setGlobalRateLimit", 9, 50);
      assertThat(limits.rate()).contains(new WorkerOptions.Limiter(9, Duration.ofMillis(50)));
      node.queue("rateLimit", 7_200_000);
      assertThat(limits.heldUp()).isBetween(Duration.ofMinutes(61), Duration.ofHours(2));
      assertThat(limits.heldUpFor(LIMIT)).isPositive();

      node.queue("removeRateLimitKey");
      assertThat(limits.heldUp()).isZero();
      limits.removeConcurrency();
      limits.removeRate();
      assertThat(node.queue("getGlobalConcurrency")).isNull();
      assertThat(node.queue("getGlobalRateLimit")).isNull();
    }
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> limits().setConcurrency(0))
        .isInstanceOf(IllegalArgumentException.class);
    test.redis.call(
        Command.of(
            Protocol.Command.HSET,
            test.redis.keys("bull", test.name).meta,
            "concurrency",
            "many",
            "max",
            "few",
            "duration",
            1));
    assertThat(limits().concurrency()).isEmpty();
    assertThat(limits().rate()).isEmpty();
  }

  @Test
  void aQueueIsMaxedWhileAsManyAreAtWorkAsMayBe() {
    CountDownLatch end = new CountDownLatch(1);
    limits().setConcurrency(1);
    assertThat(limits().isMaxed()).isFalse();
    test.worker(
        (job, context) -> {
          end.await();
          return null;
        });
    String id = test.queue.add("a", "1");
    await().until(() -> limits().isMaxed());
    end.countDown();
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(limits().isMaxed()).isFalse();
  }

  @Test
  void aJobThatIsToldToWaitGoesFirstLaterWithAllItsAttempts() {
    List<String> done = new CopyOnWriteArrayList<>();
    List<String> told = new CopyOnWriteArrayList<>();
    List<Long> times = new CopyOnWriteArrayList<>();
    WorkerListener listener =
        new WorkerListener() {
          @Override
          public void onRateLimited(Job job, Duration took) {
            told.add(job.data());
          }
        };
    test.queue.add(List.of(new NewJob("n", "1"), new NewJob("n", "2"), new NewJob("n", "3")));
    test.worker(
        WorkerOptions.builder().listener(listener),
        (job, context) -> {
          times.add(System.currentTimeMillis());
          if (job.data().equals("2") && job.attemptsStarted() == 1) {
            throw new RateLimitException("too many requests", Duration.ofMillis(400));
          }
          return done.add(job.data());
        });
    await().until(() -> done.size() == 3);
    assertThat(done).containsExactly("1", "2", "3");
    assertThat(told).containsExactly("2");
    assertThat(times.get(2) - times.get(1)).isGreaterThanOrEqualTo(390);
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 3);
    Job second = test.admin.jobs(JobState.COMPLETED, 1, 1, true).getFirst();
    assertThat(second.data()).isEqualTo("2");
    assertThat(second.attemptsMade()).isOne();
    assertThat(second.failedReason()).isNull();
  }

  @Test
  void aWorkerWithAnEmptyHandIsHeldUpToo() {
    List<Long> times = new CopyOnWriteArrayList<>();
    Worker worker =
        test.worker(
            WorkerOptions.builder().concurrency(4),
            (job, context) -> {
              times.add(System.currentTimeMillis());
              if (times.size() == 1) {
                throw new RateLimitException("too many requests", Duration.ofMillis(300));
              }
              return null;
            });
    worker.awaitReady();
    // The other slots sleep on the marker that the job leaves when it goes back.
    String id = test.queue.add("a", "1");
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(times).hasSize(2);
    assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(290);
  }

  @Test
  void workersWithALimiterGoByWhatAnotherWasTold() {
    limits().setRate(new WorkerOptions.Limiter(1_000, Duration.ofSeconds(1)));
    limits().holdUp(Duration.ofHours(1));
    List<String> told = new CopyOnWriteArrayList<>();
    test.worker((job, context) -> told.add(job.data())).awaitReady();
    String id = test.queue.add("a", "1");
    await().during(Duration.ofMillis(300)).until(() -> told.isEmpty());
    assertThat(test.admin.state(id)).isEqualTo(JobState.WAITING);
    limits().letGo();
    // The one that was held up has been told for how long: another one need not know.
    List<String> others = new CopyOnWriteArrayList<>();
    test.worker((job, context) -> others.add(job.data()));
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
  }

  @Test
  void aProcessorMayKnowThatTheQueueIsHeldUpAlready() {
    List<Long> times = new CopyOnWriteArrayList<>();
    test.worker(
        (job, context) -> {
          times.add(System.currentTimeMillis());
          if (times.size() == 1) {
            limits().holdUp(Duration.ofMillis(300));
            throw new RateLimitException("as the queue says");
          }
          return null;
        });
    String id = test.queue.add("a", "1");
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(290);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void aNodeWorkerThatIsToldToWaitLosesNoAttemptEither(String version) {
    try (Node node = new Node("worker.mjs", version, test.port(), test.name)) {
      assertThat(node.line()).isEqualTo("ready");
      String id = test.queue.add("limit", "1");
      await().until(() -> test.admin.state(id) == JobState.COMPLETED);
      assertThat(test.admin.job(id).orElseThrow().attemptsMade()).isOne();
      assertThat(test.admin.job(id).orElseThrow().attemptsStarted()).isEqualTo(2);
    }
  }
}
