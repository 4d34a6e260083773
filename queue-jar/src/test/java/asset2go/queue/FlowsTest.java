package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
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
  void aChildIsNotDeduplicated() {
    JobOptions odd = JobOptions.builder().deduplication(Deduplication.simple("x")).build();
    assertThatThrownBy(() -> new Flows(test.redis).add(node("root", node("a", odd))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(test.admin.counts().values()).containsOnly(0L);
  }
}
