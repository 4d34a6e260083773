package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol;

class WorkerTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private Job ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
    return test.admin.job(id).orElseThrow();
  }

  @Test
  void aJobIsDoneAndItsValueKept() {
    test.worker(
        WorkerOptions.builder().name("w1"),
        (job, context) -> {
          context.log("first");
          context.updateProgress(Map.of("rows", 7));
          context.log("second");
          return Map.of("name", job.name(), "data", new RawJson(job.data()));
        });
    String id = test.queue.add("echo", "{\"a\":[1,2]}");
    Job job = ended(id, JobState.COMPLETED);
    assertThat(Json.parse(String.valueOf(job.returnValue())))
        .isEqualTo(Map.of("name", "echo", "data", Map.of("a", List.of(1L, 2L))));
    assertThat(job.progress()).isEqualTo("{\"rows\":7}");
    assertThat(test.admin.logs(id)).containsExactly("first", "second");
    assertThat(job.processedBy()).isEqualTo("w1");
    assertThat(job.attemptsMade()).isEqualTo(1);
    assertThat(job.finishedOn()).isNotNull();
  }

  @Test
  void aThousandJobsAreEachDoneOnceByTwoWorkers() {
    Set<String> done = ConcurrentHashMap.newKeySet();
    AtomicInteger times = new AtomicInteger();
    Processor count =
        (job, context) -> {
          done.add(job.data());
          return times.incrementAndGet();
        };
    test.worker(WorkerOptions.builder().concurrency(20), count);
    test.worker(WorkerOptions.builder().concurrency(5), count);
    test.queue.add(IntStream.range(0, 1_000).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 1_000);
    assertThat(done).hasSize(1_000);
    assertThat(times).hasValue(1_000);
  }

  @Test
  void nothingRunsBesideMoreThanTheConcurrency() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    test.worker(
        WorkerOptions.builder().concurrency(3),
        (job, context) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.yield();
          now.decrementAndGet();
          return null;
        });
    test.queue.add(IntStream.range(0, 300).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 300);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void priorityGoesBeforeOrderAndNoPriorityBeforeAny() {
    List<String> order = new java.util.concurrent.CopyOnWriteArrayList<>();
    test.admin.pause();
    test.queue.add("low", "1", JobOptions.builder().priority(9).build());
    test.queue.add("high", "1", JobOptions.builder().priority(1).build());
    test.queue.add("plain", "1");
    test.worker((job, context) -> order.add(job.name()));
    test.admin.resume();
    await().until(() -> order.size() == 3);
    assertThat(order).containsExactly("plain", "high", "low");
  }

  @Test
  void aDelayedJobRunsWhenItIsDue() {
    AtomicReference<Long> ran = new AtomicReference<>();
    test.worker(
        (job, context) -> {
          ran.set(System.currentTimeMillis());
          return null;
        });
    long added = System.currentTimeMillis();
    test.queue.add("a", "1", JobOptions.builder().delay(Duration.ofMillis(300)).build());
    await().until(() -> ran.get() != null);
    assertThat(ran.get() - added).isGreaterThanOrEqualTo(300);
  }

  @Test
  void aFailedJobIsTriedAgainUntilItsAttemptsAreUsed() {
    AtomicInteger tries = new AtomicInteger();
    test.worker(
        (job, context) -> {
          throw new IllegalStateException("try " + tries.incrementAndGet());
        });
    JobOptions thrice =
        JobOptions.builder().attempts(3).backoff(Backoff.fixed(Duration.ofMillis(20))).build();
    Job job = ended(test.queue.add("a", "1", thrice), JobState.FAILED);
    assertThat(job.failedReason()).isEqualTo("try 3");
    assertThat(job.attemptsMade()).isEqualTo(3);
    assertThat(job.stacktrace()).hasSize(3);
    assertThat(job.stacktrace().getFirst()).contains("IllegalStateException: try 1");
  }

  @Test
  void aRetryWithoutBackoffFollowsAtOnce() {
    AtomicInteger tries = new AtomicInteger();
    test.worker(
        (job, context) -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
          return "third time";
        });
    Job job =
        ended(
            test.queue.add("a", "1", JobOptions.builder().attempts(3).build()), JobState.COMPLETED);
    assertThat(job.returnValue()).isEqualTo("\"third time\"");
    assertThat(job.attemptsMade()).isEqualTo(3);
  }

  @Test
  void anUnrecoverableFailureIsFinal() {
    test.worker(
        (job, context) -> {
          throw new UnrecoverableException("hopeless");
        });
    Job job =
        ended(test.queue.add("a", "1", JobOptions.builder().attempts(9).build()), JobState.FAILED);
    assertThat(job.failedReason()).isEqualTo("hopeless");
    assertThat(job.attemptsMade()).isEqualTo(1);
  }

  @Test
  void aPostponedJobLosesNoAttempt() {
    AtomicInteger tries = new AtomicInteger();
    test.worker(
        (job, context) -> {
          if (tries.incrementAndGet() < 4) {
            throw new PostponeException("the store is away", Duration.ofMillis(20));
          }
          return "ok";
        });
    Job job = ended(test.queue.add("a", "1"), JobState.COMPLETED);
    assertThat(job.attemptsMade()).isEqualTo(1);
    assertThat(job.attemptsStarted()).isEqualTo(4);
  }

  @Test
  void anErrorOfTheJvmFailsTheJobAndNotTheWorker() {
    test.worker(
        (job, context) -> {
          if (job.name().equals("deep")) {
            throw new StackOverflowError();
          }
          return "fine";
        });
    assertThat(ended(test.queue.add("deep", "1"), JobState.FAILED).failedReason())
        .isEqualTo("java.lang.StackOverflowError");
    ended(test.queue.add("next", "1"), JobState.COMPLETED);
  }

  @Test
  void aStrangersDataThatIsNotJsonFailsItsJobAlone() {
    String id = test.queue.add("a", "1", JobOptions.builder().delay(Duration.ofMillis(50)).build());
    Keys keys = new Keys("bull", test.name);
    test.redis.call(Command.of(Protocol.Command.HSET, keys.of(id), "data", "{broken", "opts", "?"));
    test.worker((job, context) -> "ran");
    assertThat(ended(id, JobState.FAILED).failedReason()).isEqualTo("The job's data is not JSON");
    ended(test.queue.add("b", "1"), JobState.COMPLETED);
  }

  @Test
  void aBackoffOfYourOwnSaysHowLongAndWhenToStop() {
    test.worker(
        WorkerOptions.builder()
            .backoffs(
                Map.of(
                    "mine", (failures, error, job) -> Duration.ofMillis(failures < 3 ? 10 : -1))),
        (job, context) -> {
          throw new IllegalStateException("boom");
        });
    JobOptions own =
        JobOptions.builder().attempts(9).backoff(Backoff.custom("mine", Duration.ZERO)).build();
    assertThat(ended(test.queue.add("a", "1", own), JobState.FAILED).attemptsMade()).isEqualTo(3);
  }

  @Test
  void anExponentialBackoffDoublesAndJitterOnlyShortensIt() {
    Backoff plain = Backoff.exponential(Duration.ofMillis(100));
    Random chance = new Random(1);
    assertThat(IntStream.rangeClosed(1, 4).mapToLong(n -> plain.wait(n, chance)))
        .containsExactly(100L, 200L, 400L, 800L);
    Backoff shaken = plain.withJitter(0.5);
    assertThat(IntStream.range(0, 1_000).mapToLong(i -> shaken.wait(3, chance)).boxed().toList())
        .allMatch(wait -> 200 <= wait && wait <= 400)
        .anyMatch(wait -> wait < 250)
        .anyMatch(wait -> wait > 350);
    assertThat(Backoff.fixed(Duration.ofMillis(70)).wait(9, chance)).isEqualTo(70);
  }

  @Test
  void anUnknownBackoffFailsTheJobWithItsOwnReason() {
    test.worker(
        (job, context) -> {
          throw new IllegalStateException("boom");
        });
    JobOptions odd =
        JobOptions.builder().attempts(5).backoff(Backoff.custom("moon", Duration.ZERO)).build();
    assertThat(ended(test.queue.add("a", "1", odd), JobState.FAILED).failedReason())
        .isEqualTo("boom");
  }

  @Test
  void finishedJobsAreRemovedAsAsked() {
    test.worker((job, context) -> "ok");
    String gone =
        test.queue.add("a", "1", JobOptions.builder().removeOnComplete(Keep.NONE).build());
    await().until(() -> test.admin.job(gone).isEmpty());
    JobOptions two = JobOptions.builder().removeOnComplete(Keep.last(2)).build();
    IntStream.range(0, 10).forEach(i -> test.queue.add("b", "1", two));
    await()
        .until(
            () ->
                test.admin.counts().get(JobState.COMPLETED) == 2
                    && test.admin.counts().get(JobState.WAITING) == 0
                    && test.admin.counts().get(JobState.ACTIVE) == 0);
  }

  @Test
  void aFailedJobCanBeRetriedByHandAndRemoved() {
    AtomicInteger tries = new AtomicInteger();
    test.worker(
        (job, context) -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("once");
          }
          return "ok";
        });
    String id = test.queue.add("a", "1");
    ended(id, JobState.FAILED);
    test.admin.retry(id);
    assertThat(ended(id, JobState.COMPLETED).failedReason()).isNull();
    test.admin.remove(id);
    assertThat(test.admin.job(id)).isEmpty();
  }

  @Test
  void closingLetsRunningJobsFinishAndTakesNoMore() {
    CountDownLatch begun = new CountDownLatch(1);
    Worker worker =
        test.worker(
            (job, context) -> {
              begun.countDown();
              await().until(context::closing);
              return "in time";
            });
    String first = test.queue.add("a", "1");
    String second = test.queue.add("b", "1");
    await().until(() -> begun.getCount() == 0);
    worker.close(Duration.ofSeconds(10));
    assertThat(test.admin.job(first).orElseThrow().returnValue()).isEqualTo("\"in time\"");
    assertThat(test.admin.state(second)).isEqualTo(JobState.WAITING);
    assertThat(worker.isRunning()).isFalse();
  }

  @Test
  void closingGivesBackWhatCannotFinish() {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Worker worker =
        test.worker(
            (job, context) -> {
              try {
                stuck.await();
              } catch (InterruptedException stop) {
                interrupted.countDown();
                throw stop;
              }
              return null;
            });
    String id = test.queue.add("a", "1");
    await().until(() -> worker.activeIds().contains(id));
    worker.close(Duration.ofMillis(50));
    assertThat(test.admin.state(id)).isEqualTo(JobState.WAITING);
    await().until(() -> interrupted.getCount() == 0);
    test.worker((job, context) -> "second worker");
    Job job = ended(id, JobState.COMPLETED);
    assertThat(job.returnValue()).isEqualTo("\"second worker\"");
    assertThat(job.attemptsMade()).isEqualTo(1);
    assertThat(job.stalledCount()).isZero();
  }

  @Test
  void aLostWorkersJobIsTakenOverAndALongJobIsNot() {
    WorkerOptions.Builder quick =
        WorkerOptions.builder()
            .lock(Duration.ofMillis(400))
            .stalledInterval(Duration.ofMillis(200))
            .concurrency(2)
            .drainDelay(Duration.ofMillis(100));
    // A job taken by somebody who is never heard of again.
    String lost = test.queue.add("lost", "1");
    new Moves(test.redis, new Keys("bull", test.name), quick.build()).toActive("gone:1");
    AtomicInteger longRuns = new AtomicInteger();
    CountDownLatch enough = new CountDownLatch(1);
    test.worker(
        quick,
        (job, context) -> {
          if (job.name().equals("long")) {
            longRuns.incrementAndGet();
            enough.await();
          }
          return "done";
        });
    String longJob = test.queue.add("long", "1");
    assertThat(ended(lost, JobState.COMPLETED).stalledCount()).isEqualTo(1);
    await().during(Duration.ofSeconds(1)).until(() -> longRuns.get() <= 1);
    enough.countDown();
    assertThat(ended(longJob, JobState.COMPLETED).stalledCount()).isZero();
  }

  @Test
  void aJobThatLosesEveryWorkerFailsInTheEnd() {
    WorkerOptions.Builder quick =
        WorkerOptions.builder()
            .lock(Duration.ofMillis(100))
            .stalledInterval(Duration.ofMillis(100))
            .maxStalled(0)
            .drainDelay(Duration.ofMillis(100));
    String id = test.queue.add("lost", "1");
    new Moves(test.redis, new Keys("bull", test.name), quick.build()).toActive("gone:1");
    AtomicInteger runs = new AtomicInteger();
    test.worker(quick, (job, context) -> runs.incrementAndGet());
    assertThat(ended(id, JobState.FAILED).failedReason())
        .isEqualTo("job stalled more than allowable limit");
    assertThat(runs).hasValue(0);
  }

  @Test
  void aJobThatTakesTooLongIsCancelled() {
    test.worker(
        WorkerOptions.builder().timeout(Duration.ofMillis(50)),
        (job, context) -> {
          new CountDownLatch(1).await();
          return null;
        });
    assertThat(ended(test.queue.add("a", "1"), JobState.FAILED).failedReason())
        .isEqualTo("the job took longer than PT0.05S");
  }

  @Test
  void aRunningJobCanBeCancelled() {
    Worker worker =
        test.worker(
            (job, context) -> {
              new CountDownLatch(1).await();
              return null;
            });
    String id = test.queue.add("a", "1");
    await().until(() -> worker.cancel(id, "not needed"));
    assertThat(ended(id, JobState.FAILED).failedReason()).isEqualTo("not needed");
  }

  @Test
  void aQueueLimitsAllItsWorkers() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    QueueLimits limits = new QueueLimits(test.redis, test.name);
    limits.setConcurrency(1);
    for (int i = 0; i < 2; i++) {
      test.worker(
          WorkerOptions.builder().concurrency(4).drainDelay(Duration.ofMillis(50)),
          (job, context) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return done.incrementAndGet();
          });
    }
    test.queue.add(IntStream.range(0, 50).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> done.get() == 50);
    assertThat(most).hasValue(1);
    limits.removeConcurrency();

    limits.setRate(new WorkerOptions.Limiter(2, Duration.ofMillis(300)));
    long from = System.currentTimeMillis();
    test.queue.add(IntStream.range(0, 5).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> done.get() == 55);
    assertThat(System.currentTimeMillis() - from).isGreaterThanOrEqualTo(550);
    limits.removeRate();
  }

  @Test
  void aWorkerDoesMoreOrFewerJobsLater() {
    AtomicInteger now = new AtomicInteger();
    Semaphore end = new Semaphore(0);
    Worker worker =
        test.worker(
            WorkerOptions.builder().concurrency(1),
            (job, context) -> {
              now.incrementAndGet();
              end.acquire();
              return now.decrementAndGet();
            });
    test.queue.add(IntStream.range(0, 9).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> now.get() == 1);
    worker.setConcurrency(3);
    await().until(() -> now.get() == 3);
    assertThat(worker.concurrency()).isEqualTo(3);
    worker.setConcurrency(2);
    end.release(2);
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 2);
    await().until(() -> now.get() == 2);
    await().during(Duration.ofMillis(300)).until(() -> now.get() == 2);
    assertThatThrownBy(() -> worker.setConcurrency(0)).isInstanceOf(IllegalArgumentException.class);
    end.release(7);
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 9);
    worker.close(Duration.ofMinutes(1));
    assertThat(worker.active()).isZero();
  }

  @Test
  void allJobsOfAWorkerAreCancelled() {
    Worker worker =
        test.worker(
            WorkerOptions.builder().concurrency(3),
            (job, context) -> {
              new CountDownLatch(1).await();
              return null;
            });
    test.queue.add(List.of(new NewJob("n", "1"), new NewJob("n", "2"), new NewJob("n", "3")));
    await().until(() -> worker.active() == 3);
    worker.cancelAll("enough");
    await().until(() -> test.admin.counts().get(JobState.FAILED) == 3);
    assertThat(test.admin.jobs(JobState.FAILED, 0, 3, true))
        .extracting(Job::failedReason)
        .containsOnly("enough");
  }

  @Test
  void aJobThatHasBeenTakenTooOftenFails() {
    AtomicInteger runs = new AtomicInteger();
    test.worker(
        WorkerOptions.builder().maxStarted(2),
        (job, context) -> {
          runs.incrementAndGet();
          throw new PostponeException("not now", Duration.ofMillis(1));
        });
    Job job = ended(test.queue.add("a", "1"), JobState.FAILED);
    assertThat(job.failedReason()).isEqualTo("job started more than allowable limit");
    assertThat(runs).hasValue(2);
  }

  @Test
  void aLimiterHoldsJobsBackAndLetsThemThroughLater() {
    AtomicInteger done = new AtomicInteger();
    test.worker(
        WorkerOptions.builder().concurrency(4).limiter(2, Duration.ofMillis(400)),
        (job, context) -> done.incrementAndGet());
    long from = System.currentTimeMillis();
    test.queue.add(IntStream.range(0, 6).mapToObj(i -> new NewJob("n", "" + i)).toList());
    await().until(() -> done.get() == 6);
    assertThat(System.currentTimeMillis() - from).isGreaterThanOrEqualTo(750);
  }

  @Test
  void finishedJobsAreCountedByTheMinuteWithoutStoppingAMinuteLater() {
    Keys keys = new Keys("bull", test.name);
    test.worker(WorkerOptions.builder().metricsMinutes(10), (job, context) -> "ok");
    ended(test.queue.add("a", "1"), JobState.COMPLETED);
    test.redis.call(
        Command.of(Protocol.Command.HSET, keys.of("metrics:completed"), "prevTS", 1_000));
    ended(test.queue.add("b", "1"), JobState.COMPLETED);
    assertThat(
            test.redis.call(Command.of(Protocol.Command.LLEN, keys.of("metrics:completed:data"))))
        .isEqualTo(10L);
  }
}
