package asset2go.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Lets BullMQ's own classes work with this library: Node's Queue, Worker and FlowProducer leave all
 * that concerns Redis to a back end, and ours (src/test/node/bridge.cjs) sends what they ask for
 * here, a line of JSON each, in order on each connection. What this library has nothing for,
 * BullMQ's own back end does, and both are counted.
 */
final class Bridge implements AutoCloseable {
  private static final String BY_BULLMQ = "theirs";

  private final BridgeOperations operations = new BridgeOperations();
  private final Map<String, LongAdder> ours = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> theirs = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Redis redis;
  private final ServerSocket server;
  final int port = RedisServer.freePort();

  Bridge(RedisConfig config) {
    redis = Redis.connect(config);
    try {
      server = new ServerSocket(port, 500, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    threads.execute(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // By close().
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var input =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        Writer output = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
      String line;
      while ((line = input.readLine()) != null) {
        Map<String, @Nullable Object> answer = answer(Json.fields(line));
        if (!answer.isEmpty()) {
          output.write(Json.write(answer) + "\n");
          output.flush();
        }
      }
    } catch (IOException gone) {
      // Node has ended.
    }
  }

  private Map<String, @Nullable Object> answer(Map<String, @Nullable Object> message) {
    String operation = String.valueOf(message.get("op"));
    if (message.get(BY_BULLMQ) instanceof String why) {
      count(theirs, operation + ": " + why);
      return Map.of();
    }
    if (operation.equals("counts")) {
      return Map.of("value", Map.of("ours", counts(ours), BY_BULLMQ, counts(theirs)));
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    try {
      answer.put("value", operations.apply(BridgeCall.parse(redis, message)));
    } catch (JobException refused) {
      answer.put("code", refused.reason().code);
    } catch (BridgeCall.NoCounterpart | IllegalArgumentException none) {
      count(theirs, operation + ": " + none.getMessage());
      return Map.of("none", String.valueOf(none.getMessage()));
    } catch (RuntimeException error) {
      answer.put("error", String.valueOf(error.getMessage()));
    }
    count(ours, operation);
    return answer;
  }

  private static void count(Map<String, LongAdder> counts, String what) {
    counts.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  private static Map<String, Long> counts(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, count) -> sums.put(what, count.sum()));
    return sums;
  }

  /** How many operations were done by this library, by their names. */
  Map<String, Long> done() {
    return counts(ours);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException closed) {
      // As it should be.
    }
    threads.shutdownNow();
    redis.close();
  }
}
