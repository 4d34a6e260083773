package asset2go.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A worker in a process of its own, for trying how it gets along with Node's: {@code echo} returns
 * its data, {@code boom} fails, {@code flaky} fails twice, {@code log} logs, {@code sleep} takes
 * its time, {@code limit} is told to wait the first time, {@code crash} takes the process with it.
 */
public final class EchoWorker {
  private static final String USAGE =
      "--redis HOST:PORT|URL --queue NAME [--name WORKER] [--concurrency N] [--lock MS] [--stalled"
          + " MS] [--limit MAX/MS]";
  private static final Set<String> OPTIONS =
      Set.of("--redis", "--queue", "--name", "--concurrency", "--lock", "--stalled", "--limit");

  private EchoWorker() {}

  /**
   * {@code --redis HOST:PORT|URL --queue NAME [--name WORKER] [--concurrency N] [--lock MS]
   * [--stalled MS] [--limit MAX/MS]}. Prints "ready" when it listens, and closes gracefully when
   * its standard input ends. Exits with 2 where it does not understand its arguments.
   */
  public static void main(String[] arguments) throws IOException {
    try {
      work(given(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("queue-echo: " + e.getMessage() + "\nusage: queue-echo " + USAGE);
      System.exit(2);
    }
  }

  private static Map<String, String> given(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " is no option, or has no value");
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    return given;
  }

  private static void work(Map<String, String> given) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (threads;
        Redis redis = Redis.connect(redis(given.getOrDefault("--redis", "localhost:6379")));
        Worker worker =
            new Worker(
                redis,
                given.getOrDefault("--queue", "echo"),
                EchoWorker::process,
                options(given),
                threads)) {
      worker.start();
      Thread.ofPlatform().daemon().start(() -> sayWhenReady(worker));
      while (System.in.read() >= 0) {
        // What it is told does not matter, only that there is an end to it.
      }
    }
  }

  private static RedisConfig redis(String address) {
    return RedisConfig.parse(address.contains("://") ? address : "redis://" + address);
  }

  /** Aside, so that the end of the input is heard also while Redis is away. */
  private static void sayWhenReady(Worker worker) {
    worker.awaitReady();
    if (worker.isRunning()) {
      System.out.println("ready");
    }
  }

  private static WorkerOptions options(Map<String, String> given) {
    WorkerOptions.Builder options =
        WorkerOptions.builder()
            .concurrency(Integer.parseInt(given.getOrDefault("--concurrency", "1")))
            .lock(millis(given.getOrDefault("--lock", "30000")))
            .stalledInterval(millis(given.getOrDefault("--stalled", "30000")));
    String name = given.get("--name");
    if (name != null) {
      options.name(name);
    }
    String limit = given.get("--limit");
    if (limit != null) {
      String[] parts = limit.split("/", 2);
      options.limiter(Integer.parseInt(parts[0]), millis(parts[1]));
    }
    return options.build();
  }

  private static Duration millis(String text) {
    return Duration.ofMillis(Long.parseLong(text));
  }

  static @Nullable Object process(Job job, JobContext context) throws InterruptedException {
    return switch (job.name()) {
      case "boom" -> throw new IllegalStateException("boom");
      case "flaky" -> flaky(job);
      case "log" -> log(context);
      case "sleep" -> sleep(job);
      case "limit" -> limit(job);
      case "crash" -> {
        Runtime.getRuntime().halt(1);
        yield null;
      }
      default -> new RawJson(job.data());
    };
  }

  private static String flaky(Job job) {
    if (job.attemptsMade() < 2) {
      throw new IllegalStateException("not yet");
    }
    return "third time";
  }

  private static String log(JobContext context) {
    context.log("first row");
    context.updateProgress(42);
    context.log("second row");
    return "logged";
  }

  private static String limit(Job job) {
    if (job.attemptsStarted() < 2) {
      throw new RateLimitException("not before", Duration.ofMillis(300));
    }
    return "let go";
  }

  private static String sleep(Job job) throws InterruptedException {
    Thread.sleep(
        Json.fields(job.data()).get("ms") instanceof Number millis ? millis.longValue() : 0);
    return "slept";
  }
}
