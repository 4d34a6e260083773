package asset2go.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks over so many connections, the next question as soon as the last is answered. It speaks
 * HTTP/1.1 by hand, since it shares the processors with what it asks: a client library would take
 * as much of them as the answer.
 */
final class Hammer {

  /**
   * What came of it.
   *
   * @param times milliseconds
   */
  record Outcome(double perSecond, Times times) {
    @Override
    public String toString() {
      return "%,8.0f/s, p50 / p95 / p99 %s ms".formatted(perSecond, times);
    }
  }

  private final URI server;
  private final String token;
  private final Supplier<String> paths;

  Hammer(URI server, String token, Supplier<String> paths) {
    this.server = server;
    this.token = token;
    this.paths = paths;
  }

  /**
   * Asks for a while.
   *
   * @throws IllegalStateException for anything but 200
   */
  Outcome over(int connections, Duration length) {
    long end = System.nanoTime() + length.toNanos();
    List<Double> millis = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      List<Future<List<Double>>> each = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        each.add(threads.submit(() -> ask(end)));
      }
      for (Future<List<Double>> one : each) {
        millis.addAll(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    double[] all = millis.stream().mapToDouble(Double::doubleValue).toArray();
    return new Outcome(all.length / (length.toNanos() / 1e9), Times.of(all));
  }

  private List<Double> ask(long end) {
    List<Double> millis = new ArrayList<>();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        out.write(request(paths.get()));
        answer(in);
        millis.add((System.nanoTime() - now) / 1e6);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return millis;
  }

  private byte[] request(String path) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nAccept: */*\r\n\r\n"
        .formatted(path, server.getAuthority(), token)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    long length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
    } else {
      chunks(in);
    }
    if (!status.contains(" 200")) {
      throw new IllegalStateException(status);
    }
  }

  private static void chunks(InputStream in) throws IOException {
    for (long size = size(in); size > 0; size = size(in)) {
      in.skipNBytes(size + 2);
    }
    line(in);
  }

  private static long size(InputStream in) throws IOException {
    return Long.parseLong(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection was closed.");
      }
      text.append((char) c);
    }
    return text.toString().strip();
  }
}
