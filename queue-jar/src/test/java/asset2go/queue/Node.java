package asset2go.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Node process running one of the scripts in src/test/node. */
final class Node implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  Node(String script, Object... arguments) {
    List<String> line = new ArrayList<>(List.of("node", "src/test/node/" + script));
    Stream.of(arguments).map(String::valueOf).forEach(line::add);
    try {
      process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException broken) {
      throw new UncheckedIOException("Node is needed to build the queue", broken);
    }
    output = process.inputReader();
  }

  /** All of its input. */
  void say(List<String> lines) {
    Thread.startVirtualThread(
        () -> {
          try (var input = process.outputWriter()) {
            input.write(String.join("\n", lines) + "\n");
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  /** One line of its input; there may be more. */
  void sayMore(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next line that it prints, or null at the end. */
  String line() {
    try {
      return output.readLine();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Stream<String> lines() {
    return output.lines();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException broken) {
      process.destroyForcibly();
    }
  }
}
