package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Node's Queue, Worker and FlowProducer over the bridge on which BullMQ's own tests are run. */
class BridgeTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  @Test
  void nodesClassesFindAtOursWhatTheyExpect() {
    try (Bridge bridge = new Bridge(RedisServer.shared().config());
        Node node = new Node("bridged.cjs", bridge.port, test.port(), test.name)) {
      assertThat(Json.fields(node.line()))
          .containsEntry("counts", Map.of("waiting", 0L, "delayed", 1L, "prioritized", 1L))
          .containsEntry(
              "delayed", Map.of("name", "later", "data", Map.of("n", 1L), "delay", 3_600_000L))
          .containsEntry("promoted", "waiting")
          .hasEntrySatisfying("twice", says -> assertThat((String) says).contains("promote"))
          .containsEntry("paused", true)
          .containsEntry("parent", List.of(6L, 8L))
          .containsEntry(
              "flaky",
              Map.of("attempts", 2L, "progress", 50L, "by", "node", "logs", List.of("at flaky")))
          .containsEntry("metrics", 0L)
          .containsEntry("cleaned", 3L);
      assertThat(bridge.done())
          .containsKeys(
              "addJobs",
              "addFlow",
              "moveToActive",
              "moveToCompleted",
              "retryJob",
              "promote",
              "cleanJobsByState",
              "obliterate")
          .doesNotContainKeys("getMetrics");
      assertThat(test.admin.counts().values()).containsOnly(0L);
    }
  }
}
