package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Node's Queue, FlowProducer and Job, to be asked what they see. */
final class NodeQueue implements AutoCloseable {
  private final Node node;

  /**
   * @param version "bullmq" or "bullmq5"
   */
  NodeQueue(String version, int port, String queue) {
    node = new Node("ask.mjs", version, port, queue);
    assertThat(node.line()).isEqualTo("ready");
  }

  Object queue(String call, Object... arguments) {
    return ask("queue", call, arguments);
  }

  Object flows(String call, Object... arguments) {
    return ask("flows", call, arguments);
  }

  Object job(String id, String call, Object... arguments) {
    return ask(Map.of("job", id), call, arguments);
  }

  private Object ask(Object of, String call, Object... arguments) {
    node.sayMore(Json.write(Map.of("of", of, "call", call, "args", List.of(arguments))));
    Map<String, Object> answer = Json.fields(node.line());
    if (answer.get("error") instanceof String error) {
      throw new IllegalStateException("Node: " + error);
    }
    return answer.get("value");
  }

  @Override
  public void close() {
    node.close();
  }
}
