package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows are read back, and their jobs say what has become of their children. */
class FlowReaderTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private FlowNode node(String name, FlowNode... children) {
    return FlowNode.of(test.name, new NewJob(name, "\"" + name + "\""), children);
  }

  private FlowNode failing(String name, OnFailure choice) {
    return FlowNode.of(
        test.name, new NewJob(name, "1", JobOptions.builder().onFailure(choice).build()));
  }

  private FlowReader reader() {
    return new FlowReader(test.redis);
  }

  private Dependencies dependencies() {
    return new Dependencies(test.redis, test.name);
  }

  private static String shape(FlowTree tree) {
    List<String> children = tree.children().stream().map(FlowReaderTest::shape).sorted().toList();
    return tree.job().name() + (children.isEmpty() ? "" : children);
  }

  /** The same of what Node has read. */
  private static String shape(Object node) {
    Map<?, ?> map = (Map<?, ?>) node;
    List<String> children = new ArrayList<>();
    if (map.get("children") instanceof List<?> list) {
      list.forEach(child -> children.add(shape(child)));
    }
    children.sort(null);
    return ((Map<?, ?>) map.get("job")).get("name") + (children.isEmpty() ? "" : "" + children);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void bothSidesReadTheSameTree(String version) {
    String id = new Flows(test.redis).add(node("root", node("a"), node("b", node("c", node("d")))));
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      for (int depth : List.of(1, 2, 3, 4, 9)) {
        Map<String, Object> asked =
            Map.of("queueName", test.name, "id", id, "depth", depth, "maxChildren", 20);
        assertThat(shape(reader().read(test.name, id, depth, 20).orElseThrow()))
            .isEqualTo(shape(node.flows("getFlow", asked)));
      }
    }
    assertThat(shape(reader().read(test.name, id).orElseThrow())).isEqualTo("root[a, b[c[d]]]");
    assertThat(reader().read(test.name, id).orElseThrow().size()).isEqualTo(5);
  }

  @Test
  void aTreeOfNodesIsReadWithWhatBecameOfIt() {
    try (NodeQueue node = new NodeQueue("bullmq", test.port(), test.name)) {
      Map<?, ?> tree =
          (Map<?, ?>)
              node.flows(
                  "add",
                  Map.of(
                      "name",
                      "root",
                      "queueName",
                      test.name,
                      "children",
                      List.of(
                          Map.of("name", "good", "queueName", test.name, "data", 7),
                          Map.of(
                              "name",
                              "bad",
                              "queueName",
                              test.name,
                              "opts",
                              Map.of("ignoreDependencyOnFailure", true)))));
      String id = String.valueOf(((Map<?, ?>) tree.get("job")).get("id"));
      assertThat(dependencies().counts(id)).isEqualTo(new Dependencies.Counts(0, 2, 0, 0));
      work();
      await().until(() -> test.admin.state(id) == JobState.COMPLETED);
      assertThat(shape(reader().read(test.name, id).orElseThrow())).isEqualTo("root[bad, good]");
      assertThat(dependencies().counts(id)).isEqualTo(new Dependencies.Counts(1, 0, 1, 0));
      assertThat(node.job(id, "getDependenciesCount"))
          .isEqualTo(Map.of("processed", 1L, "unprocessed", 0L, "ignored", 1L, "failed", 0L));
      assertThat(dependencies().values(id).keySet())
          .isEqualTo(((Map<?, ?>) node.job(id, "getChildrenValues")).keySet());
      assertThat(dependencies().ignoredFailures(id))
          .isEqualTo(node.job(id, "getIgnoredChildrenFailures"))
          .containsValue("boom");
    }
  }

  private void work() {
    test.worker(
        (job, context) -> {
          if (job.name().equals("bad")) {
            throw new IllegalStateException("boom");
          }
          return job.name();
        });
  }

  @Test
  void theChildrenOfAllKindsAreCounted() {
    test.admin.pause();
    String id =
        new Flows(test.redis)
            .add(
                node(
                    "root",
                    failing("bad", OnFailure.FAIL_PARENT),
                    failing("bad", OnFailure.WAIT),
                    node("good")));
    work();
    test.admin.resume();
    await().until(() -> test.admin.state(id) == JobState.FAILED);
    await().until(() -> dependencies().counts(id).processed() == 1);
    Dependencies.Page failed = dependencies().page(id, Dependencies.Kind.FAILED, 0, 10);
    assertThat(failed.total()).isOne();
    assertThat(failed.children().values()).containsExactly((String) null);
    assertThat(reader().read(test.name, id).orElseThrow().size()).isEqualTo(4);
  }

  @Test
  void manyChildrenAreReadByThePage() {
    FlowNode[] children =
        IntStream.range(0, 700).mapToObj(i -> node("c" + i)).toArray(FlowNode[]::new);
    String id = new Flows(test.redis).add(node("root", children));
    assertThat(reader().read(test.name, id, 2, 5).orElseThrow().children()).hasSize(5);
    List<String> all = new ArrayList<>();
    for (int from = 0; from < 700; from += 150) {
      Dependencies.Page page = dependencies().page(id, Dependencies.Kind.UNPROCESSED, from, 150);
      assertThat(page.total()).isEqualTo(700);
      all.addAll(page.children().keySet());
    }
    assertThat(all).hasSize(700).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotThereIsNotRead() {
    assertThat(reader().read(test.name, "none")).isEmpty();
    assertThat(dependencies().counts("none").all()).isZero();
    assertThat(dependencies().page("none", Dependencies.Kind.PROCESSED, 0, 10).children())
        .isEmpty();
    assertThatThrownBy(() -> reader().read(test.name, "none", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    String id = new Flows(test.redis).add(node("root", node("a"), node("b")));
    String gone = reader().read(test.name, id).orElseThrow().children().getFirst().job().id();
    test.redis.call(
        Command.of(
            redis.clients.jedis.Protocol.Command.DEL, test.redis.keys("bull", test.name).of(gone)));
    assertThat(reader().read(test.name, id).orElseThrow().children()).hasSize(1);
  }

  @Test
  void manyFlowsAreAddedInOneGo() {
    Flows flows = new Flows(test.redis);
    List<String> ids =
        flows.add(List.of(node("one", node("a")), node("two", node("b")), node("three")));
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(flows.add(List.of())).isEmpty();
    assertThat(test.admin.state(ids.get(0))).isEqualTo(JobState.WAITING_CHILDREN);
    assertThat(test.admin.state(ids.get(2))).isEqualTo(JobState.WAITING);
    work();
    await().until(() -> ids.stream().allMatch(id -> test.admin.state(id) == JobState.COMPLETED));
  }

  @Test
  void aTreeIsAddedBelowAJobThatIsThere() {
    Flows flows = new Flows(test.redis);
    test.admin.pause();
    String parent = flows.add(node("root", node("a")));
    String below = flows.addBelow(test.name, parent, node("late", node("later")));
    assertThat(shape(reader().read(test.name, parent).orElseThrow()))
        .isEqualTo("root[a, late[later]]");
    assertThatThrownBy(() -> flows.addBelow(test.name, "none", node("lost", node("too"))))
        .isInstanceOf(JobException.class)
        .extracting(error -> ((JobException) error).reason())
        .isEqualTo(JobException.Reason.PARENT_MISSING);
    work();
    test.admin.resume();
    await().until(() -> test.admin.state(parent) == JobState.COMPLETED);
    assertThat(test.admin.state(below)).isEqualTo(JobState.COMPLETED);
    assertThat(dependencies().counts(parent).processed()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void aChildIsDetachedByEitherSide(String version) {
    test.admin.pause();
    String parent = new Flows(test.redis).add(node("root", node("a"), node("b")));
    List<String> children =
        reader().read(test.name, parent).orElseThrow().children().stream()
            .map(child -> child.job().id())
            .toList();
    try (NodeQueue node = new NodeQueue(version, test.port(), test.name)) {
      assertThat(node.job(children.getFirst(), "removeChildDependency")).isEqualTo(true);
      assertThat(dependencies().detach(children.getFirst())).isFalse();
      assertThat(test.admin.state(parent)).isEqualTo(JobState.WAITING_CHILDREN);
      assertThat(dependencies().detach(children.getLast())).isTrue();
      assertThat(test.admin.state(parent)).isEqualTo(JobState.WAITING);
      assertThat(dependencies().detach("none")).isFalse();
    }
  }
}
