package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A walk through all that the library does, for a Redis that is set up in an unusual way. */
final class EveryOperation {
  private static final JobOptions LATER = JobOptions.builder().delay(Duration.ofHours(1)).build();

  private final QueueFixture test;
  private final QueueSweep sweep;
  private final Schedulers schedulers;
  private final Flows flows;

  EveryOperation(QueueFixture test) {
    this.test = test;
    this.sweep = new QueueSweep(test.redis, test.name);
    this.schedulers = new Schedulers(test.redis, test.name);
    this.flows = new Flows(test.redis);
  }

  void run() {
    List<String> events = new CopyOnWriteArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool();
        QueueEvents reader =
            new QueueEvents(test.redis, test.name, event -> events.add(event.type()), threads)
                .start()) {
      reader.awaitReady();
      keep();
      work();
      await().until(() -> events.containsAll(List.of("completed", "failed", "progress")));
    }
    sweep.obliterate(true);
    assertThat(test.admin.counts().values()).containsOnly(0L);
  }

  private void keep() {
    test.admin.pause();
    String delayed = test.queue.add("n", "1", LATER);
    test.admin.changeDelay(delayed, Duration.ofHours(2));
    test.admin.promote(delayed);
    test.admin.changePriority(delayed, 3);
    test.queue.add("n", "1", JobOptions.builder().priority(2).build());
    test.queue.add("n", "1", LATER);
    assertThat(test.admin.countsPerPriority(0, 2, 3)).containsEntry(2, 1L);
    assertThat(test.admin.delayedUntil(Instant.now())).isZero();
    sweep.promoteDelayed();
    assertThat(test.admin.jobs(JobState.PRIORITIZED, 0, 10, true)).hasSize(2);
    test.admin.remove(delayed);
    sweep.drain(true);
    schedulers.upsert(
        "s", Schedule.cron("0 3 * * *", ZoneId.of("UTC")), new NewJob("scheduled", "1"));
    assertThat(schedulers.remove("s")).isTrue();
    limits();
    String once = "once";
    test.queue.add(
        "n",
        "1",
        JobOptions.builder()
            .delay(Duration.ofHours(1))
            .deduplication(Deduplication.simple(once))
            .build());
    Deduplications taken = new Deduplications(test.redis, test.name);
    String holder = taken.holder(once).orElseThrow();
    assertThat(taken.release(once, holder)).isTrue();
    assertThat(new QueueOrphans(test.redis, test.name).remove()).isZero();
    sweep.drain(true);
    test.admin.resume();
  }

  private void limits() {
    QueueLimits limits = new QueueLimits(test.redis, test.name);
    limits.setConcurrency(5);
    assertThat(limits.isMaxed()).isFalse();
    limits.removeConcurrency();
    limits.holdUp(Duration.ofHours(1));
    assertThat(limits.heldUp()).isPositive();
    limits.letGo();
  }

  private void work() {
    Worker worker =
        test.worker(
            WorkerOptions.builder()
                .concurrency(4)
                .lock(Duration.ofMillis(400))
                .stalledInterval(Duration.ofMillis(200))
                .metricsMinutes(5),
            this::process);
    schedulers.upsert("s", Schedule.every(Duration.ofMillis(200)), new NewJob("scheduled", "1"));
    await().until(() -> schedulers.get("s").orElseThrow().made() >= 2);
    schedulers.remove("s");

    String parent = flows.add(FlowNode.of(test.name, new NewJob("parent", "1"), child(), child()));
    children(parent);
    JobOptions thrice = JobOptions.builder().attempts(3).build();
    ended(test.queue.add("flaky", "1", thrice), JobState.COMPLETED);
    String boom = test.queue.add("boom", "1");
    ended(boom, JobState.FAILED);
    assertThat(new JobOutlines(test.redis, test.name).ids(JobState.FAILED, 0, 10))
        .containsExactly(boom);
    test.admin.retry(boom);
    ended(boom, JobState.FAILED);
    sweep.retryFailed();
    ended(boom, JobState.FAILED);
    String late =
        test.queue.add(
            "flaky",
            "1",
            JobOptions.builder().attempts(3).backoff(Backoff.fixed(Duration.ofMillis(5))).build());
    ended(late, JobState.COMPLETED);

    String stuck = test.queue.add("stuck", "1");
    await().until(() -> worker.activeIds().contains(stuck));
    QueueFigures figures = new QueueFigures(test.redis, test.name);
    assertThat(figures.workers()).hasSize(1);
    assertThat(figures.throughput(JobState.COMPLETED, 5).total()).isPositive();
    await().during(Duration.ofMillis(300)).until(() -> worker.activeIds().contains(stuck));
    worker.close(Duration.ofMillis(50));
    assertThat(test.admin.state(stuck)).isEqualTo(JobState.WAITING);
    assertThat(sweep.clean(JobState.COMPLETED, Duration.ofMillis(-1_000), 100)).isNotEmpty();
  }

  private void children(String parent) {
    ended(parent, JobState.COMPLETED);
    Dependencies dependencies = new Dependencies(test.redis, test.name);
    assertThat(dependencies.counts(parent)).isEqualTo(new Dependencies.Counts(3, 0, 0, 0));
    FlowTree tree = new FlowReader(test.redis).read(test.name, parent).orElseThrow();
    assertThat(tree.size()).isEqualTo(4);
    assertThat(dependencies.detach(tree.children().getFirst().job().id())).isFalse();
    try (ExecutorService threads = Executors.newCachedThreadPool();
        JobResults results = new JobResults(test.redis, test.name, threads).start()) {
      assertThat(results.of(parent).join().text()).isEqualTo("3");
    }
  }

  private FlowNode child() {
    return FlowNode.of(test.name, new NewJob("child", "1"));
  }

  private Object process(Job job, JobContext context) throws Exception {
    context.log("taken");
    context.updateProgress(1);
    context.updateData(job.data());
    return switch (job.name()) {
      case "boom" -> throw new IllegalStateException("boom");
      case "flaky" -> {
        if (job.attemptsMade() < 2) {
          throw new IllegalStateException("not yet");
        }
        yield "third time";
      }
      case "parent" -> {
        JobOptions own = JobOptions.builder().jobId(job.id() + "-late").build();
        context.addChild(test.name, new NewJob("child", "1", own));
        context.awaitChildren();
        context.removeUnprocessedChildren();
        yield context.childrenValues().size();
      }
      case "stuck" -> {
        new java.util.concurrent.CountDownLatch(1).await();
        yield null;
      }
      default -> "ok";
    };
  }

  private void ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
    await().until(() -> test.admin.counts().get(JobState.ACTIVE) == 0);
  }
}
