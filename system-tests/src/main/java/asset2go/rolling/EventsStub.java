package asset2go.rolling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Stands in for an API with an event stream: heartbeats that say when they were sent. */
public final class EventsStub {
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private EventsStub() {}

  /** The port. */
  public static void main(String[] arguments) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/health/ready", exchange -> exchange.sendResponseHeaders(200, -1));
    server.createContext("/", EventsStub::stream);
    server.start();
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      while (true) {
        var event = "data: " + System.currentTimeMillis() + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
        Thread.sleep(HEARTBEAT);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
