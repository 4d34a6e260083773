package asset2go.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the heap of the server by its metrics. What is used includes garbage; what is left right
 * after a collection is what was really needed.
 */
final class HeapWatch implements AutoCloseable {

  private static final Pattern USED =
      Pattern.compile("(?m)^memory_usedHeap_bytes(?:\\{[^}]*})? (\\S+)$");

  private final HttpRequest request;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private long first;
  private long last;
  private long peak;
  private long peakAfterCollection;
  private long least = Long.MAX_VALUE;

  private HeapWatch(URI management) {
    request = HttpRequest.newBuilder(management.resolve("metrics?scope=base")).build();
  }

  static HeapWatch on(URI management) {
    HeapWatch watch = new HeapWatch(management);
    watch.look();
    watch.first = watch.last;
    watch.timer.scheduleWithFixedDelay(watch::look, 200, 200, TimeUnit.MILLISECONDS);
    return watch;
  }

  private synchronized void look() {
    try {
      Matcher used = USED.matcher(client.send(request, BodyHandlers.ofString()).body());
      if (!used.find()) {
        return;
      }
      long now = (long) Double.parseDouble(used.group(1));
      peak = Math.max(peak, now);
      least = Math.min(least, now);
      if (now < last) {
        peakAfterCollection = Math.max(peakAfterCollection, now);
      }
      last = now;
    } catch (IOException busy) {
      // The next look will do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized String report() {
    return "heap of the server: %d MiB at first, peak %d MiB, after collections %d to %d MiB"
        .formatted(mib(first), mib(peak), mib(least), mib(peakAfterCollection));
  }

  private static long mib(long bytes) {
    return bytes >> 20;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.shutdownNow();
  }
}
