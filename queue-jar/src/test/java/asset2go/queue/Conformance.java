package asset2go.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs BullMQ's own tests, which its package does not bring along, as they are and over the {@link
 * Bridge}, on a Redis of its own: {@code queue-jar/conformance FOLDER [PART-OF-A-FILE'S-NAME]}.
 */
final class Conformance {
  private Conformance() {}

  public static void main(String[] arguments) throws Exception {
    try (RedisServer server = new RedisServer().start();
        Bridge bridge = new Bridge(server.config())) {
      List<String> line = new ArrayList<>(List.of("node", "src/test/node/conformance.mjs"));
      line.addAll(List.of(arguments[0], "" + server.port, "" + bridge.port));
      line.addAll(List.of(arguments).subList(1, arguments.length));
      int code = new ProcessBuilder(line).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("Not all is as it is without the bridge: " + code);
      }
    }
  }
}
