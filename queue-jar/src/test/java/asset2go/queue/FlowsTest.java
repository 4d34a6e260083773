package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol;

class FlowsTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private FlowNode node(String name, JobOptions options, FlowNode... children) {
    return FlowNode.of(test.name, new NewJob(name, "1", options), children);
  }

  private FlowNode node(String name, FlowNode... children) {
    return node(name, JobOptions.DEFAULT, children);
  }

  @Test
  void aParentRunsAfterItsChildrenAndSeesTheirValues() {
    test.worker(
        (job, context) ->
            job.name().equals("root")
                ? List.copyOf(context.childrenValues().values())
                : job.name());
    test.redis.call(Command.of(Protocol.Command.SCRIPT, "FLUSH"));
    String root = new Flows(test.redis).add(node("root", node("a"), node("b", node("c"))));
    await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    assertThat(Json.parse(String.valueOf(test.admin.job(root).orElseThrow().returnValue())))
        .isInstanceOf(List.class)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("\"a\"", "\"b\"");
  }

  @Test
  void aChildsFailureTakesItsParentAlongWhereThatIsAsked() {
    test.worker(
        (job, context) -> {
          throw new IllegalStateException("boom");
        });
    String root =
        new Flows(test.redis)
            .add(
                node(
                    "root",
                    node("a", JobOptions.builder().onFailure(OnFailure.FAIL_PARENT).build())));
    await().until(() -> test.admin.state(root) == JobState.FAILED);
    assertThat(test.admin.job(root).orElseThrow().failedReason()).contains("failed");
  }

  @Test
  void aChildsFailureIsIgnoredWhereThatIsAsked() {
    test.worker(
        (job, context) -> {
          if (job.name().equals("a")) {
            throw new IllegalStateException("boom");
          }
          return "went on";
        });
    for (OnFailure choice :
        List.of(OnFailure.IGNORE, OnFailure.FORGET, OnFailure.CONTINUE_PARENT)) {
      String root =
          new Flows(test.redis)
              .add(node("root", node("a", JobOptions.builder().onFailure(choice).build())));
      await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    }
  }

  @Test
  void anIgnoredFailureCanBeSeenByTheParent() {
    test.worker(
        (job, context) -> {
          if (job.name().equals("a")) {
            throw new IllegalStateException("boom");
          }
          return List.copyOf(context.childrenFailures().values());
        });
    String root =
        new Flows(test.redis)
            .add(node("root", node("a", JobOptions.builder().onFailure(OnFailure.IGNORE).build())));
    await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    assertThat(test.admin.job(root).orElseThrow().returnValue()).isEqualTo("[\"boom\"]");
  }

  @Test
  void aParentThatGoesOnAfterAFailureRemovesTheOtherChildren() {
    test.worker(
        (job, context) -> {
          if (job.name().equals("a")) {
            throw new IllegalStateException("boom");
          }
          context.removeUnprocessedChildren();
          return List.copyOf(context.childrenFailures().values());
        });
    JobOptions goOn = JobOptions.builder().onFailure(OnFailure.CONTINUE_PARENT).build();
    JobOptions later = JobOptions.builder().delay(Duration.ofHours(1)).build();
    String root = new Flows(test.redis).add(node("root", node("a", goOn), node("b", later)));
    await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    assertThat(test.admin.job(root).orElseThrow().returnValue()).isEqualTo("[\"boom\"]");
    assertThat(test.admin.counts()).containsEntry(JobState.DELAYED, 0L);
  }

  @Test
  void aRunningJobGivesItselfChildrenAndWaitsForThemWithoutASlot() {
    AtomicInteger runs = new AtomicInteger();
    // One slot only: a parent that kept it would wait for ever.
    test.worker(
        (job, context) -> {
          if (job.name().equals("child")) {
            return new RawJson(job.data());
          }
          runs.incrementAndGet();
          for (int i = 0; i < 3; i++) {
            JobOptions own = JobOptions.builder().jobId(job.id() + "-child-" + i).build();
            context.addChild(test.name, new NewJob("child", "" + i, own));
          }
          context.awaitChildren();
          return context.childrenValues().values().stream().sorted().toList();
        });
    String root = test.queue.add("root", "1");
    await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    Job job = test.admin.job(root).orElseThrow();
    assertThat(job.returnValue()).isEqualTo("[\"0\",\"1\",\"2\"]");
    assertThat(job.attemptsMade()).isEqualTo(1);
    assertThat(runs.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatAProcessorDoesAfterItsJobWasPutAsideCountsForNothing() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    test.worker(
        WorkerOptions.builder().concurrency(2),
        (job, context) -> {
          if (job.name().equals("child")) {
            release.await();
            return "grown";
          }
          runs.incrementAndGet();
          JobOptions own = JobOptions.builder().jobId(job.id() + "-child").build();
          context.addChild(test.name, new NewJob("child", "1", own));
          try {
            context.awaitChildren();
          } catch (WaitingChildrenException swallowed) {
            return "too early";
          }
          return "in the end";
        });
    String root = test.queue.add("root", "1");
    await().until(() -> test.admin.state(root) == JobState.WAITING_CHILDREN);
    release.countDown();
    await().until(() -> test.admin.state(root) == JobState.COMPLETED);
    assertThat(test.admin.job(root).orElseThrow().returnValue()).isEqualTo("\"in the end\"");
    assertThat(runs).hasValue(2);
  }

  @Test
  void aChildThatFailsFailsTheParentThatAwaitsItWhereThatIsAsked() {
    test.worker(
        WorkerOptions.builder().concurrency(2),
        (job, context) -> {
          if (job.name().equals("child")) {
            throw new IllegalStateException("boom");
          }
          JobOptions own =
              JobOptions.builder()
                  .jobId(job.id() + "-child")
                  .onFailure(OnFailure.FAIL_PARENT)
                  .build();
          context.addChild(test.name, new NewJob("child", "1", own));
          context.awaitChildren();
          return "never";
        });
    JobOptions often = JobOptions.builder().attempts(5).build();
    String root = test.queue.add("root", "1", often);
    await().until(() -> test.admin.state(root) == JobState.FAILED);
    assertThat(test.admin.job(root).orElseThrow().failedReason()).contains("failed");
  }

  @Test
  void aChildIsNotDeduplicated() {
    JobOptions odd = JobOptions.builder().deduplication(Deduplication.simple("x")).build();
    assertThatThrownBy(() -> new Flows(test.redis).add(node("root", node("a", odd))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(test.admin.counts().values()).containsOnly(0L);
  }

  /** The other job's id, not that of one which is nowhere. */
  @Test
  void ofARootThatIsDeduplicatedTheOtherJobIsNamed() {
    JobOptions once = JobOptions.builder().deduplication(Deduplication.simple("x")).build();
    Flows flows = new Flows(test.redis);
    List<String> ids =
        flows.add(
            List.of(node("first", once), node("second", once), node("third", JobOptions.DEFAULT)));
    assertThat(ids.get(1)).isEqualTo(ids.getFirst());
    assertThat(test.admin.job(ids.getFirst()).orElseThrow().name()).isEqualTo("first");
    assertThat(test.admin.job(ids.getLast()).orElseThrow().name()).isEqualTo("third");
  }
}
