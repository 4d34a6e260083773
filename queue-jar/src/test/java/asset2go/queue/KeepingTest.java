package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
