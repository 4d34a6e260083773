package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real Node clients, of two major versions, use a queue at which our worker works. */
class NodeClientTest {
  private final QueueFixture test = new QueueFixture();

  @TestFactory
  Stream<DynamicTest> bullmq6() {
    return checks("bullmq");
  }

  @TestFactory
  Stream<DynamicTest> bullmq5() {
    return checks("bullmq5");
  }

  private Stream<DynamicTest> checks(String version) {
    test.begin();
    test.worker(
            WorkerOptions.builder()
                .name("java-echo")
                .concurrency(5)
                .drainDelay(Duration.ofSeconds(1)),
            EchoWorker::process)
        .awaitReady();
    List<Map<String, Object>> results = new ArrayList<>();
    try (Node node = new Node("client.mjs", version, test.port(), test.name, "java-echo")) {
      node.lines().forEach(line -> results.add(Json.fields(line)));
    }
    assertThat(results).hasSizeGreaterThan(20);
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    String.valueOf(result.get("check")),
                    () -> assertThat(result.get("error")).isNull()));
  }

  @AfterEach
  void end() {
    test.afterEach(null);
  }
}
