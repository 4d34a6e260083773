package asset2go.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests that come as people send them: at a rate, whether the ones before were answered or not,
 * with pauses as they fall (a Poisson process). A request's time begins when it was due: what had
 * to wait for its turn, here or there, counts as slow.
 */
final class Load {

  /** So many unanswered requests are a collapse; more would only measure it. */
  private static final int MOST_AT_A_TIME = 1_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Supplier<HttpRequest> requests;
  private long allAnswered;

  Load(Supplier<HttpRequest> requests) {
    this.requests = requests;
  }

  /**
   * What came of a load.
   *
   * @param perSecond how many were answered
   * @param failed how many were not, or with anything but 200
   * @param ownShare processors that this process took for it
   */
  record Outcome(
      double perSecond, int failed, double p50, double p95, double p99, double ownShare) {

    boolean isWithin(double millis) {
      return failed == 0 && p95 < millis;
    }

    @Override
    public String toString() {
      return "%6.1f/s  p50 %5.0f  p95 %5.0f  p99 %5.0f ms%s  (load generator: %.2f processors)"
          .formatted(
              perSecond, p50, p95, p99, failed == 0 ? "" : "  " + failed + " FAILED", ownShare);
    }
  }

  Outcome at(double perSecond, Duration length) {
    double[] millis = new double[(int) (perSecond * length.toSeconds() * 1.5) + 100];
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger open = new AtomicInteger();
    long cpu = cpu();
    long began = System.nanoTime();
    long due = began;
    while (due - began < length.toNanos()) {
      pauseUntil(due);
      if (open.incrementAndGet() > MOST_AT_A_TIME) {
        open.decrementAndGet();
        failed.incrementAndGet();
      } else {
        send(due, millis, answered, failed, open);
      }
      due += (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond * 1e9);
    }
    while (open.get() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double share = (cpu() - cpu) / 1e9 / seconds;
    allAnswered += answered.get();
    int count = Math.min(answered.get(), millis.length);
    double[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return new Outcome(
        count / seconds,
        failed.get(),
        quantile(sorted, 0.50),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        share);
  }

  /** How many requests were answered in all. */
  long answered() {
    return allAnswered;
  }

  private void send(
      long due, double[] millis, AtomicInteger answered, AtomicInteger failed, AtomicInteger open) {
    var answer = client.sendAsync(requests.get(), BodyHandlers.discarding());
    var unused =
        answer.whenComplete(
            (response, error) -> {
              if (error == null && response.statusCode() == 200) {
                int at = answered.getAndIncrement();
                if (at < millis.length) {
                  millis[at] = (System.nanoTime() - due) / 1e6;
                }
              } else {
                failed.incrementAndGet();
              }
              open.decrementAndGet();
            });
  }

  /** The highest rate at which 95 of 100 are answered within so many milliseconds. */
  Outcome highest(double millis, double from, Duration length) {
    Outcome best = new Outcome(0, 0, 0, 0, 0, 0);
    double low = 0;
    double high = 0;
    double rate = from;
    for (int step = 0; step < 7 && (high == 0 || high - low > 0.07 * high); step++) {
      Outcome outcome = at(rate, length);
      System.out.println("           " + outcome);
      if (outcome.isWithin(millis)) {
        low = rate;
        best = outcome;
      } else {
        high = rate;
      }
      rate = high == 0 ? rate * 1.6 : (low + high) / 2;
      // What the last step left behind is not this one's.
      LockSupport.parkNanos(1_500_000_000L);
    }
    return best;
  }

  private static double quantile(double[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
  }

  private static void pauseUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
