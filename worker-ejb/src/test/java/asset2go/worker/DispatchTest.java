package asset2go.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asset2go.outbox.Failures;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.queue.JobContext;
import asset2go.queue.JobOptions;
import asset2go.queue.JobState;
import asset2go.queue.Queue;
import asset2go.queue.QueueAdmin;
import asset2go.queue.Redis;
import asset2go.queue.RedisConfig;
import asset2go.queue.UnrecoverableException;
import asset2go.queue.Worker;
import asset2go.queue.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a job does, it ends as it should, and the worker takes the next one. */
final class DispatchTest {

  private static final String QUEUE = "asset2go";
  private static final String OURS = "{\"requestId\":\"r1\",\"payload\":{}}";
  private static WorkerRedis server;

  private final Redis redis = Redis.connect(RedisConfig.of("127.0.0.1", server.port()));
  private final Queue queue = new Queue(redis, QUEUE);
  private final QueueAdmin admin = new QueueAdmin(redis, QUEUE);
  private final ExecutorService slots = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final Remembered failures = new Remembered();
  private final Together together = new Together();
  private Worker worker;

  /** What was told of jobs that failed for good. */
  private static final class Remembered extends Failures {
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private volatile boolean broken;

    @Override
    public void gaveUp(String name, String id, JobEnvelope job, String reason) {
      if (broken) {
        throw new IllegalStateException("Neo4j is away");
      }
      told.add(id + ": " + reason);
    }
  }

  private interface Deed {
    @Nullable Object run(JobContext context) throws Exception;
  }

  private record Doing(JobKind kind, Deed deed) implements JobProcessor {
    @Override
    public @Nullable Object process(String id, JobEnvelope job, JobContext context)
        throws Exception {
      return deed.run(context);
    }
  }

  /** How many are at it, and how many were at most. */
  private static final class Together {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    Object run(JobContext context) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      // Long enough for the other slot to take one, too.
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      now.decrementAndGet();
      return "done";
    }
  }

  private static Doing doing(String name, @Nullable Duration timeout, int atOnce, Deed deed) {
    return new Doing(
        new JobKind(name, Lane.PROMPT, atOnce, timeout, 2, Duration.ofMillis(50), Set.of(), true),
        deed);
  }

  @BeforeAll
  static void startRedis() {
    server = WorkerRedis.start();
  }

  @AfterAll
  static void stopRedis() {
    server.close();
  }

  @BeforeEach
  void begin() {
    Processors processors =
        Processors.of(
            List.of(
                doing("well", null, 9, context -> "done"),
                doing(
                    "broken",
                    null,
                    9,
                    context -> {
                      throw new StackOverflowError("too deep");
                    }),
                doing(
                    "hopeless",
                    null,
                    9,
                    context -> {
                      throw new UnrecoverableException("no use");
                    }),
                doing(
                    "endless",
                    Duration.ofMillis(200),
                    9,
                    context -> {
                      new CountDownLatch(1).await();
                      return null;
                    }),
                doing("alone", null, 1, together::run)));
    Contact contact = new Contact();
    Deadlines deadlines = new Deadlines(contact);
    deadlines.runOn(timer);
    WorkerOptions options = WorkerOptions.builder().concurrency(2).build();
    worker =
        new Worker(redis, QUEUE, new Dispatch(processors, deadlines, failures), options, slots);
    contact.watch(List.of(worker.start()));
    worker.awaitReady();
  }

  @AfterEach
  void end() {
    worker.close();
    redis.close();
    timer.shutdownNow();
    slots.shutdownNow();
  }

  @Test
  void poisonedJobsFailWithTheirReasons() {
    String notOurs = add("well", "{\"not\":\"ours\"}", 5);
    String unknown = add("nobodys", OURS, 1);
    awaitFailed(notOurs, "not of our making");
    awaitFailed(unknown, "no processor for jobs named \"nobodys\"");
    theWorkerGoesOn();
  }

  @Test
  void anErrorIsTheJobsOwnAndIsToldAtTheLastTry() {
    String id = add("broken", OURS, 2);
    awaitFailed(id, "too deep");
    assertThat(failures.told).containsExactly(id + ": too deep");
    theWorkerGoesOn();
  }

  @Test
  void whatIsHopelessIsNotTriedAgainAndToldAtOnce() {
    String id = add("hopeless", OURS, 9);
    awaitFailed(id, "no use");
    assertThat(admin.job(id).orElseThrow().attemptsMade()).isEqualTo(1);
    assertThat(failures.told).containsExactly(id + ": no use");
  }

  @Test
  void whatTakesTooLongIsBrokenOff() {
    String id = add("endless", OURS, 1);
    awaitState(id, JobState.FAILED);
    assertThat(failures.told).hasSize(1);
    theWorkerGoesOn();
  }

  @Test
  void whereAFailureCannotBeRecordedTheJobHasFailedAllTheSame() {
    failures.broken = true;
    awaitFailed(add("broken", OURS, 1), "too deep");
    theWorkerGoesOn();
  }

  @Test
  void oneOfAKindAtATimeWhereItsKindSaysSo() {
    List<String> ids = List.of(add("alone", OURS, 1), add("alone", OURS, 1));
    ids.forEach(id -> awaitState(id, JobState.COMPLETED));
    assertThat(together.most).hasValue(1);
  }

  private String add(String name, String data, int attempts) {
    return queue.add(name, data, JobOptions.builder().attempts(attempts).build());
  }

  private void awaitFailed(String id, String reason) {
    awaitState(id, JobState.FAILED);
    assertThat(admin.job(id).orElseThrow().failedReason()).contains(reason);
  }

  private void awaitState(String id, JobState state) {
    await().atMost(Duration.ofSeconds(60)).until(() -> admin.state(id) == state);
  }

  /** Both of its slots. */
  private void theWorkerGoesOn() {
    List.of(add("well", OURS, 1), add("well", OURS, 1), add("well", OURS, 1))
        .forEach(id -> awaitState(id, JobState.COMPLETED));
  }
}
