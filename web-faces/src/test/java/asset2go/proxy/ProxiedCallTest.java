package asset2go.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.client.ApiReach;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One call through the proxy, between an API of the test and a caller of the test. */
@Timeout(120)
class ProxiedCallTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .executor(threads)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ApiReach.CONNECT)
          .build();
  private final Asking asking = new Asking();
  private final ReachOfTest reach = new ReachOfTest();
  private HttpServer api;

  /** Remembers instead of writing to the log. */
  private static final class ReachOfTest extends ApiReach {
    private volatile @Nullable Throwable why;

    @Override
    public void silent(Throwable failure) {
      why = failure;
    }
  }

  @BeforeEach
  void start() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.setExecutor(threads);
    api.start();
  }

  @AfterEach
  void stop() {
    api.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }

  @Test
  void eventsArriveWhenTheyAreSent() throws Exception {
    var seen = new CountDownLatch(1);
    api.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          var out = exchange.getResponseBody();
          out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          await(seen);
          out.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    var running = begin(get(), null);
    asking.awaitFlushed("data: one\n\n");
    assertThat(asking.header("Content-Type")).isEqualTo("text/event-stream");
    seen.countDown();
    running.get();
    assertThat(asking.text()).isEqualTo("data: one\n\ndata: two\n\n");
    assertThat(asking.isComplete()).isTrue();
  }

  @Test
  void hundredsOfMegabytesPassBothWays() throws Exception {
    long size = 300L << 20;
    api.createContext(
        "/",
        exchange -> {
          long got = drain(exchange.getRequestBody());
          exchange.sendResponseHeaders(200, got);
          try (var out = exchange.getResponseBody()) {
            new Zeros(got).transferTo(out);
          }
        });
    asking.forgetting();
    var body = new SentBody(new Zeros(size));
    begin(post(body), body).get();
    assertThat(asking.status()).isEqualTo(200);
    assertThat(asking.count()).isEqualTo(size);
    assertThat(body.passed()).isEqualTo(size);
  }

  @Test
  void whoeverHasGoneEndsTheApisSide() throws Exception {
    var ended = new CompletableFuture<Boolean>();
    api.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            new Zeros(Long.MAX_VALUE).transferTo(out);
          } catch (IOException refused) {
            ended.complete(true);
          }
        });
    asking.goneAfter(1 << 20);
    begin(get(), null).get();
    assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(asking.isComplete()).isTrue();
    assertThat(reach.why).isNull();
  }

  @Test
  void anUploadThatBreaksOffReachesTheApiAsBroken() throws Exception {
    var outcome = new CompletableFuture<String>();
    api.createContext(
        "/",
        exchange -> {
          try {
            outcome.complete("whole: " + drain(exchange.getRequestBody()));
          } catch (IOException broken) {
            outcome.complete("broken");
          }
          exchange.close();
        });
    var half =
        new SentBody(
            new Zeros(1 << 20) {
              @Override
              public int read(byte[] buffer, int offset, int length) throws IOException {
                int got = super.read(buffer, offset, length);
                if (got < 0) {
                  throw new IOException("connection reset");
                }
                return got;
              }
            });
    begin(post(half), half).get();
    assertThat(outcome.get(60, TimeUnit.SECONDS)).isEqualTo("broken");
    assertThat(asking.status()).isEqualTo(413);
    assertThat(reach.why).isNull();
  }

  @Test
  void noApiIsSaidInOneProblem() throws Exception {
    // Nobody has listened on this port for decades.
    begin(HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/")).build(), null).get();
    problem(503);
    assertThat(reach.why).isNotNull();
  }

  @Test
  void anAddressThatSwallowsPacketsIsGivenUp() throws Exception {
    // Nobody accepts: once its short queue is full, the kernel drops what more comes.
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var filling = new java.util.ArrayList<java.net.Socket>();
      try {
        for (int i = 0; i < 2; i++) {
          filling.add(new java.net.Socket(deaf.getInetAddress(), deaf.getLocalPort()));
        }
        var address = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");
        begin(HttpRequest.newBuilder(address).build(), null).get();
      } finally {
        for (var socket : filling) {
          socket.close();
        }
      }
    }
    problem(503);
  }

  @Test
  void anApiThatBreaksOffIsAnotherOne() throws Exception {
    api.createContext("/", HttpExchange::close);
    begin(post(null), null).get();
    problem(502);
  }

  @Test
  void jsonThatBreaksOffInTheMiddleIsNoAnswer() throws Exception {
    api.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          // The connection goes without the last chunk.
          api.stop(0);
        });
    begin(get(), null).get();
    problem(502);
    assertThat(asking.text()).doesNotContain("items");
  }

  @Test
  void jsonOfSomeMegabytesIsWhole() throws Exception {
    var large = "[\"%s\"]".formatted("x".repeat(3 << 20));
    api.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(large.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    begin(get(), null).get();
    assertThat(asking.text()).isEqualTo(large);
  }

  private void problem(int status) {
    assertThat(asking.status()).isEqualTo(status);
    assertThat(asking.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(asking.header("Retry-After")).isEqualTo("5");
    assertThat(asking.text())
        .contains("\"status\":" + status, "\"requestId\":\"request-1\"")
        .doesNotContain("API_INTERNAL_URL", "127.0.0.1", "Exception");
    assertThat(asking.isComplete()).isTrue();
  }

  private CompletableFuture<Void> begin(HttpRequest asked, @Nullable SentBody body) {
    var target = new ApiTarget(address(), "/api");
    var call = new ProxiedCall(asking.context(), asked, body, client, target, reach, "request-1");
    return CompletableFuture.runAsync(call, threads);
  }

  private HttpRequest get() {
    return HttpRequest.newBuilder(address()).build();
  }

  private HttpRequest post(@Nullable SentBody body) {
    return HttpRequest.newBuilder(address())
        .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofInputStream(() -> body))
        .build();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long drain(InputStream in) throws IOException {
    var count = new AtomicLong();
    var buffer = new byte[64 * 1024];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      count.addAndGet(got);
    }
    return count.get();
  }

  /** So many zeros. */
  private static class Zeros extends InputStream {
    private long left;

    Zeros(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int got = (int) Math.min(length, left);
      java.util.Arrays.fill(buffer, offset, offset + got, (byte) 0);
      left -= got;
      return got;
    }
  }
}
