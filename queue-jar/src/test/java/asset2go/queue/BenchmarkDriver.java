package asset2go.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Our side of the benchmark, in a process of its own: the counterpart of bench.mjs. */
final class BenchmarkDriver {
  private BenchmarkDriver() {}

  public static void main(String[] arguments) throws Exception {
    RedisConfig config = RedisConfig.of("127.0.0.1", Integer.parseInt(arguments[0]));
    try (Redis redis = Redis.connect(config);
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      String order;
      while ((order = orders.readLine()) != null) {
        String[] words = order.split(" ");
        int n = Integer.parseInt(words[2]);
        int parameter = Integer.parseInt(words[3]);
        System.out.println(
            switch (words[0]) {
              case "add" -> add(new Queue(redis, words[1]), n, parameter);
              case "work" -> work(redis, words[1], n, parameter);
              default -> drive(config, words[1], parameter);
            });
      }
    }
  }

  private static String add(Queue queue, int n, int batch) {
    long cpu = cpu();
    long from = System.nanoTime();
    for (int start = 0; start < n; start += batch) {
      List<NewJob> jobs =
          IntStream.range(start, start + batch)
              .mapToObj(i -> new NewJob("noop", "{\"i\":" + i + "}"))
              .toList();
      queue.add(jobs);
    }
    return result(from, cpu);
  }

  private static String work(Redis redis, String queue, int n, int concurrency)
      throws InterruptedException, IOException {
    CountDownLatch all = new CountDownLatch(n);
    WorkerListener count =
        new WorkerListener() {
          @Override
          public void onCompleted(Job job, Duration took) {
            all.countDown();
          }
        };
    WorkerOptions options =
        WorkerOptions.builder().concurrency(concurrency).listener(count).build();
    try (ExecutorService threads = threads(concurrency);
        Worker worker = new Worker(redis, queue, (job, context) -> "ok", options, threads)) {
      long cpu = cpu();
      long from = System.nanoTime();
      worker.start();
      all.await();
      return result(from, cpu);
    }
  }

  /**
   * As we advise: a few platform threads, where a virtual one's detour by the poller costs more
   * than it spares; many virtual ones, since to wake many threads is what costs most then.
   */
  private static ExecutorService threads(int concurrency) {
    return concurrency <= 10
        ? Executors.newFixedThreadPool(concurrency)
        : Executors.newVirtualThreadPerTaskExecutor();
  }

  private static String drive(RedisConfig config, String queue, int depth) {
    long cpu = cpu();
    long from = System.nanoTime();
    new Drive(config, queue).run(depth);
    return result(from, cpu);
  }

  private static String result(long from, long cpu) {
    return (System.nanoTime() - from) / 1e9 + " " + (cpu() - cpu) / 1_000;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
