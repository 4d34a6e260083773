package asset2go.bench;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.RunningSystem;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What the rate limit costs a request, beside a server without one on the same stores; and how well
 * it holds where two servers are asked at once. The goals are 0.3 ms and 5 %.
 */
public final class LimitBenchmark {

  private static final int LIMIT = 2_000;
  private static final int SECONDS = 10;
  private static final int WINDOWS = 5;
  private static final int PAIRS = 4_000;
  private static final int WARM_UP = 1_000;
  private static final String PATH = "/v1/me";

  private LimitBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Map<String, String> limits =
        Map.of("RATE_LIMIT_REQUESTS", "" + LIMIT, "RATE_LIMIT_TTL", "" + SECONDS);
    try (RunningSystem first = RunningSystem.breakable("limit-1", limits)) {
      stopAtTheEnd(first);
      System.out.println("Starting three servers on one Redis; the third without a limit.");
      first.up();
      try (RunningSystem second = first.beside("limit-2", limits);
          RunningSystem free = first.beside("limit-3", Map.of("RATE_LIMIT_ENABLED", "false"))) {
        stopAtTheEnd(second);
        stopAtTheEnd(free);
        second.up();
        free.up();
        Api one = first.administrator();
        cost(one, free.api().as(one.token()));
        accuracy(one, second.api().as(one.token()));
      }
    }
    System.exit(0);
  }

  private static void stopAtTheEnd(RunningSystem system) {
    Runtime.getRuntime().addShutdownHook(new Thread(system::close));
  }

  /** In turns, the one first and the other first, so that both meet the same moments. */
  private static void cost(Api limited, Api free) {
    double[] with = new double[PAIRS];
    double[] without = new double[PAIRS];
    for (int i = -WARM_UP; i < PAIRS; i++) {
      double one = i % 2 == 0 ? millis(limited) : 0;
      double other = millis(free);
      one = i % 2 == 0 ? one : millis(limited);
      if (i >= 0) {
        with[i] = one;
        without[i] = other;
      }
    }
    Times limit = Times.of(with);
    Times none = Times.of(without);
    System.out.printf(
        "%,d requests each, p50 / p95 / p99 ms: with a limit %s, without %s%n", PAIRS, limit, none);
    System.out.printf("the limit costs %.2f ms (medians)%n", limit.p50() - none.p50());
  }

  private static double millis(Api api) {
    while (true) {
      long began = System.nanoTime();
      Answer answer = api.get(PATH);
      double millis = (System.nanoTime() - began) / 1e6;
      if (answer.status() == 200) {
        return millis;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static void accuracy(Api one, Api other) {
    for (int window = 0; window < WINDOWS; window++) {
      awaitNewWindow(one);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS - 1);
      AtomicInteger allowed = new AtomicInteger(1);
      AtomicInteger refused = new AtomicInteger();
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int thread = 0; thread < 8; thread++) {
          Api api = thread % 2 == 0 ? one : other;
          threads.submit(
              () -> {
                while (System.nanoTime() < end) {
                  (api.get(PATH).status() == 200 ? allowed : refused).incrementAndGet();
                }
              });
        }
      }
      System.out.printf(
          "two servers, window %d: %,d allowed of a limit of %,d (%+.2f %%), %,d refused%n",
          window + 1, allowed.get(), LIMIT, 100.0 * (allowed.get() - LIMIT) / LIMIT, refused.get());
    }
  }

  /** Returns right after the first request of a window was counted. */
  private static void awaitNewWindow(Api api) {
    while (true) {
      Answer answer = api.get(PATH);
      if (answer.status() == 200 && answer.header("RateLimit-Remaining").equals("" + (LIMIT - 1))) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
