package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

/** What a keeper of queues sees and does. */
class KeepingTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private void add(int count) {
    test.queue.add(IntStream.range(0, count).mapToObj(i -> new NewJob("n", "" + i)).toList());
  }

  private long count(JobState state) {
    return test.admin.counts().get(state);
  }

  @Test
  void jobsAreListedByPages() {
    add(30);
    List<Job> page = test.admin.jobs(JobState.WAITING, 10, 5, true);
    assertThat(page).extracting(Job::data).containsExactly("10", "11", "12", "13", "14");
    assertThat(test.admin.jobs(JobState.WAITING, 0, 2, false))
        .extracting(Job::data)
        .containsExactly("29", "28");
    assertThat(test.admin.jobs(JobState.FAILED, 0, 10, true)).isEmpty();
  }

  @Test
  void finishedJobsAreCleanedAway() {
    test.worker(WorkerOptions.builder().concurrency(5), (job, context) -> "ok");
    add(1_200);
    await().until(() -> count(JobState.COMPLETED) == 1_200);
    QueueSweep sweep = new QueueSweep(test.redis, test.name);
    assertThat(sweep.clean(JobState.COMPLETED, Duration.ofHours(1), 10)).isEmpty();
    assertThat(sweep.clean(JobState.COMPLETED, Duration.ofMillis(-1_000), 7)).hasSize(7);
    assertThat(sweep.clean(JobState.COMPLETED, Duration.ofMillis(-1_000), 10_000)).hasSize(1_193);
    assertThat(count(JobState.COMPLETED)).isZero();
  }

  @Test
  void whatWaitsIsDrained() {
    add(10);
    test.queue.add("later", "1", JobOptions.builder().delay(Duration.ofHours(1)).build());
    QueueSweep sweep = new QueueSweep(test.redis, test.name);
    sweep.drain(false);
    assertThat(count(JobState.WAITING)).isZero();
    assertThat(count(JobState.DELAYED)).isOne();
    sweep.drain(true);
    assertThat(count(JobState.DELAYED)).isZero();
  }

  @Test
  void aDelayedJobIsPromotedPutOffAndReprioritised() {
    JobOptions later = JobOptions.builder().delay(Duration.ofHours(1)).build();
    String id = test.queue.add("later", "1", later);
    test.admin.changeDelay(id, Duration.ofHours(2));
    assertThat(test.admin.job(id).orElseThrow().delay()).isEqualTo(7_200_000);
    test.admin.promote(id);
    assertThat(test.admin.state(id)).isEqualTo(JobState.WAITING);
    test.admin.changePriority(id, 4);
    assertThat(test.admin.state(id)).isEqualTo(JobState.PRIORITIZED);
    assertThatThrownBy(() -> test.admin.promote(id))
        .isInstanceOf(JobException.class)
        .extracting(error -> ((JobException) error).reason())
        .isEqualTo(JobException.Reason.NOT_IN_STATE);
    test.queue.add("later", "1", later);
    test.queue.add("later", "1", later);
    new QueueSweep(test.redis, test.name).promoteDelayed();
    assertThat(count(JobState.WAITING)).isEqualTo(2);
  }

  @Test
  void allThatFailedIsRetried() {
    Worker failing =
        test.worker(
            (job, context) -> {
              throw new IllegalStateException("boom");
            });
    add(5);
    await().until(() -> count(JobState.FAILED) == 5);
    failing.close();
    new QueueSweep(test.redis, test.name).retryFailed();
    assertThat(count(JobState.WAITING)).isEqualTo(5);
    test.worker((job, context) -> "ok");
    await().until(() -> count(JobState.COMPLETED) == 5);
  }

  @Test
  void whatEndedBeforeATimeIsDoneAgain() {
    Worker worker = test.worker((job, context) -> "ok");
    add(3);
    await().until(() -> count(JobState.COMPLETED) == 3);
    worker.close();
    QueueSweep sweep = new QueueSweep(test.redis, test.name);
    sweep.retry(JobState.COMPLETED, Instant.now().minus(Duration.ofHours(1)));
    assertThat(count(JobState.COMPLETED)).isEqualTo(3);
    sweep.retry(JobState.COMPLETED, Instant.now().plusSeconds(1));
    assertThat(count(JobState.WAITING)).isEqualTo(3);
    assertThatThrownBy(() -> sweep.retry(JobState.DELAYED, Instant.now()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void bothSidesCountTheSame(String version) {
    add(2);
    for (int priority : List.of(1, 7, 7)) {
      test.queue.add("n", "1", JobOptions.builder().priority(priority).build());
    }
    test.queue.add("n", "1", JobOptions.builder().delay(Duration.ofHours(1)).build());
    assertThat(test.admin.countsPerPriority(0, 1, 7, 8, 7))
        .containsExactly(Map.entry(0, 2L), Map.entry(1, 1L), Map.entry(7, 2L), Map.entry(8, 0L));
    assertThat(test.admin.countsPerPriority()).isEmpty();
    assertThat(test.admin.delayedUntil(Instant.now())).isZero();
    assertThat(test.admin.delayedUntil(Instant.now().plus(Duration.ofHours(2)))).isOne();
    assertThat(test.admin.version()).contains("bullmq:6.7.0");
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      assertThat(node.queue("getCountsPerPriority", List.of(0, 1, 7, 8)))
          .isEqualTo(Map.of("0", 2L, "1", 1L, "7", 2L, "8", 0L));
      assertThat(node.queue("getDelayedCount")).isEqualTo(1L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void logsAreReadWrittenAndClearedByEitherSide(String version) {
    String id = test.queue.add("n", "1");
    JobLogs logs = new JobLogs(test.redis, test.name);
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      for (int i = 1; i <= 5; i++) {
        assertThat(logs.add(id, "row " + i)).isEqualTo(i);
      }
      assertThat(logs.all(id)).hasSize(5);
      assertThat(logs.page(id, 1, 2, true))
          .isEqualTo(new JobLogs.Page(List.of("row 2", "row 3"), 5));
      assertThat(logs.page(id, 1, 2, false))
          .isEqualTo(new JobLogs.Page(List.of("row 4", "row 3"), 5));
      assertThat(node.queue("getJobLogs", id, 1, 2, false))
          .isEqualTo(Map.of("logs", List.of("row 4", "row 3"), "count", 5L));
      logs.clear(id, 2);
      assertThat(node.queue("getJobLogs", id))
          .isEqualTo(Map.of("logs", List.of("row 4", "row 5"), "count", 2L));
      node.job(id, "clearLogs", 1);
      assertThat(logs.all(id)).containsExactly("row 5");
      logs.clear(id, 0);
      assertThat(logs.all(id)).isEmpty();
    }
    assertThatThrownBy(() -> logs.add("none", "row")).isInstanceOf(JobException.class);
  }

  @Test
  void aJobIsChangedByAnotherHand() {
    String id = test.queue.add("n", "1");
    test.admin.updateProgress(id, new RawJson("{\"a\":1}"));
    test.admin.updateData(id, new RawJson("2"));
    Job job = test.admin.job(id).orElseThrow();
    assertThat(job.progress()).isEqualTo("{\"a\":1}");
    assertThat(job.data()).isEqualTo("2");
    assertThatThrownBy(() -> test.admin.updateProgress("none", new RawJson("1")))
        .isInstanceOf(JobException.class);
    assertThatThrownBy(() -> test.admin.updateData("none", new RawJson("1")))
        .isInstanceOf(JobException.class);
  }

  @Test
  void aJobGoesBeforeOthersOfItsPriority() {
    JobOptions urgent = JobOptions.builder().priority(3).build();
    test.queue.add("n", "1", urgent);
    String last = test.queue.add("n", "2", urgent);
    test.admin.changePriority(last, 3, true);
    assertThat(test.admin.jobs(JobState.PRIORITIZED, 0, 2, true))
        .extracting(Job::data)
        .containsExactly("2", "1");
  }

  @Test
  void aParentIsRemovedWithOrWithoutItsChildren() {
    Flows flows = new Flows(test.redis);
    FlowNode flow =
        FlowNode.of(test.name, new NewJob("p", "1"), FlowNode.of(test.name, new NewJob("c", "1")));
    test.admin.remove(flows.add(flow), false);
    assertThat(count(JobState.WAITING)).isOne();
    test.admin.remove(flows.add(flow), true);
    assertThat(count(JobState.WAITING)).isOne();
    assertThat(count(JobState.WAITING_CHILDREN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void aDeduplicationIdIsFreedByEitherSide(String version) {
    JobOptions once =
        JobOptions.builder()
            .delay(Duration.ofHours(1))
            .deduplication(Deduplication.simple("once"))
            .build();
    Deduplications taken = new Deduplications(test.redis, test.name);
    assertThat(taken.holder("once")).isEmpty();
    String first = test.queue.add("n", "1", once);
    assertThat(taken.holder("once")).contains(first);
    assertThat(taken.release("once", "another")).isFalse();
    assertThat(taken.release("once", first)).isTrue();
    assertThat(taken.release("once")).isFalse();
    String second = test.queue.add("n", "1", once);
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      assertThat(node.queue("getDeduplicationJobId", "once")).isEqualTo(second);
      assertThat(node.queue("removeDeduplicationKey", "once")).isEqualTo(1L);
    }
    assertThat(taken.holder("once")).isEmpty();
  }

  @Test
  void jobsInNoStateAreRemovedAndNothingElse() {
    test.worker(
        WorkerOptions.builder().metricsMinutes(5),
        (job, context) -> {
          context.log("row");
          if (job.data().equals("2")) {
            throw new IllegalStateException("boom");
          }
          return "ok";
        });
    add(3);
    await().until(() -> count(JobState.COMPLETED) == 2 && count(JobState.FAILED) == 1);
    Keys keys = test.redis.keys("bull", test.name);
    Job job = test.admin.jobs(JobState.COMPLETED, 0, 1, true).getFirst();
    test.redis.call(Command.of(Protocol.Command.ZREM, keys.completed, job.id()));
    Queue other = new Queue(test.redis, test.name + "-other");
    String kept = other.add("n", "1");

    assertThat(new QueueOrphans(test.redis, test.name).remove()).isOne();
    assertThat(test.admin.job(job.id())).isEmpty();
    assertThat(test.admin.logs(job.id())).isEmpty();
    assertThat(count(JobState.COMPLETED)).isOne();
    assertThat(new QueueAdmin(test.redis, other.name()).job(kept)).isPresent();
    QueueFigures figures = new QueueFigures(test.redis, test.name);
    assertThat(figures.throughput(JobState.FAILED, 5).total()).isOne();
    assertThat(figures.throughput(JobState.COMPLETED, 5).total()).isEqualTo(2);
  }

  @Test
  void theStreamOfEventsIsShortened() {
    add(500);
    assertThat(new QueueSweep(test.redis, test.name).trimEvents(0)).isGreaterThan(500);
  }

  @Test
  void aPageOfNothingIsNotTakenForEverything() {
    for (int[] page : new int[][] {{0, 0}, {-1, 1}, {3, -1}}) {
      assertThatThrownBy(() -> new JobLogs(test.redis, test.name).page("1", page[0], page[1], true))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Schedulers(test.redis, test.name).list(page[0], page[1]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () ->
                  new Dependencies(test.redis, test.name)
                      .page("1", Dependencies.Kind.FAILED, page[0], page[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void schedulersAreReadByThePage() {
    Schedulers schedulers = new Schedulers(test.redis, test.name);
    for (int i = 1; i <= 3; i++) {
      schedulers.upsert("s" + i, Schedule.every(Duration.ofDays(i)), new NewJob("n", "1"));
    }
    assertThat(schedulers.count()).isEqualTo(3);
    assertThat(schedulers.list(1, 1)).hasSize(1);
    assertThat(schedulers.list()).hasSize(3);
  }

  @Test
  void anObliteratedQueueIsGone() {
    add(10);
    new QueueSweep(test.redis, test.name).obliterate(false);
    assertThat(test.admin.counts().values()).containsOnly(0L);
    assertThat(test.admin.isPaused()).isFalse();
  }

  @Test
  void figuresTellOfThroughputAndWorkers() {
    test.worker(
        WorkerOptions.builder().name("figures 1").metricsMinutes(5), (job, context) -> "ok");
    add(3);
    await().until(() -> count(JobState.COMPLETED) == 3);
    QueueFigures figures = new QueueFigures(test.redis, test.name);
    assertThat(figures.throughput(JobState.COMPLETED, 5).total()).isEqualTo(3);
    assertThat(figures.throughput(JobState.FAILED, 5).total()).isZero();
    assertThat(figures.workers())
        .extracting(QueueFigures.Presence::name)
        .containsExactly("figures_1");
  }

  @Test
  void eventsAreTold() {
    List<QueueEvent> told = new CopyOnWriteArrayList<>();
    test.queue.add("before", "1");
    try (ExecutorService threads = Executors.newCachedThreadPool();
        QueueEvents events = new QueueEvents(test.redis, test.name, told::add, threads).start()) {
      events.awaitReady();
      test.worker(
          (job, context) -> {
            context.updateProgress(7);
            return "done";
          });
      String id = test.queue.add("seen", "1");
      await()
          .until(
              () ->
                  told.stream()
                      .anyMatch(
                          event ->
                              event.type().equals("completed")
                                  && id.equals(event.jobId())
                                  && "\"done\"".equals(event.fields().get("returnvalue"))));
      assertThat(told).extracting(QueueEvent::type).contains("added", "active", "progress");
      assertThat(told).noneMatch(event -> "before".equals(event.fields().get("name")));
    }
  }
}
