package asset2go.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Protocol;

/**
 * Our producer and worker against BullMQ's own, on one Redis, round by round in turns; both sides
 * are long-lived processes that have warmed up. Run by {@code mvn -q test-compile
 * exec:exec@benchmark}.
 */
public final class Benchmark {
  private static final int ROUNDS = 3;
  private static final List<Integer> CONCURRENCIES = List.of(1, 10, 50, 100);

  private Benchmark() {}

  public static void main(String[] arguments) throws IOException {
    int jobs = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
    Map<String, List<Result>> results = new LinkedHashMap<>();
    try (RedisServer redis = new RedisServer().start();
        Side node = new Side("Node", redis, "node", "src/test/node/bench.mjs", "" + redis.port);
        Side java =
            new Side(
                "Java",
                redis,
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m", // As a worker is shipped: a small heap, and the collector that goes
                // with it.
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkDriver.class.getName(),
                "" + redis.port)) {
      for (int round = 0; round <= ROUNDS; round++) {
        for (int concurrency : CONCURRENCIES) {
          for (Side side : round % 2 == 0 ? List.of(node, java) : List.of(java, node)) {
            String queue = side.name + "-" + concurrency + "-" + round;
            Result adding = side.order("add", queue, jobs, 1_000);
            Result working = side.order("work", queue, jobs, concurrency);
            if (round > 0) {
              keep(results, side.name + " add", adding);
              keep(results, side.name + " " + concurrency, working);
            }
            redis.ask(Protocol.Command.FLUSHALL);
          }
          java.order("add", "redis", jobs, 1_000);
          Result driving = java.order("drive", "redis", jobs, concurrency);
          if (round > 0) {
            keep(results, "Redis " + concurrency, driving);
          }
          redis.ask(Protocol.Command.FLUSHALL);
        }
      }
    }
    print(results, jobs);
  }

  private static void keep(Map<String, List<Result>> results, String what, Result result) {
    results.computeIfAbsent(what, key -> new ArrayList<>()).add(result);
  }

  private static void print(Map<String, List<Result>> results, int jobs) {
    System.out.printf("%n%,d no-op jobs, median of %d interleaved rounds%n", jobs, ROUNDS);
    System.out.printf(
        "%-13s %9s %9s %6s %18s %19s %11s%n",
        "",
        "Node/s",
        "Java/s",
        "ratio",
        "client µs Node Java",
        "Redis µs Node Java",
        "Redis alone");
    List<String> rows = new ArrayList<>(List.of("add"));
    CONCURRENCIES.forEach(concurrency -> rows.add("" + concurrency));
    for (String row : rows) {
      Result node = median(results.get("Node " + row));
      Result java = median(results.get("Java " + row));
      Result alone = row.equals("add") ? null : median(results.get("Redis " + row));
      System.out.printf(
          "%-13s %,9.0f %,9.0f %6.2f %14.0f %4.0f %14.0f %4.0f %11s%n",
          row.equals("add") ? "add by 1,000" : "work, c=" + row,
          jobs / node.seconds,
          jobs / java.seconds,
          node.seconds / java.seconds,
          node.cpu / jobs,
          java.cpu / jobs,
          node.redisCpu / jobs,
          java.redisCpu / jobs,
          alone == null ? "" : "%,.0f/s".formatted(jobs / alone.seconds));
    }
  }

  private static Result median(List<Result> results) {
    List<Double> seconds = results.stream().map(Result::seconds).sorted().toList();
    List<Double> cpu = results.stream().map(Result::cpu).sorted().toList();
    List<Double> redis = results.stream().map(Result::redisCpu).sorted().toList();
    int middle = results.size() / 2;
    return new Result(seconds.get(middle), cpu.get(middle), redis.get(middle));
  }

  /**
   * @param cpu of the client, in microseconds
   * @param redisCpu of Redis, in microseconds
   */
  private record Result(double seconds, double cpu, double redisCpu) {}

  private static final class Side implements AutoCloseable {
    private final String name;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private final RedisServer redis;

    private Side(String name, RedisServer redis, String... line) throws IOException {
      this.name = name;
      this.redis = redis;
      this.process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      this.orders = new PrintWriter(process.outputWriter(), true);
      this.answers = process.inputReader();
    }

    private Result order(String task, String queue, int n, int parameter) throws IOException {
      double before = redis.cpu();
      orders.println(task + " " + queue + " " + n + " " + parameter);
      String[] answer = String.valueOf(answers.readLine()).split(" ");
      return new Result(
          Double.parseDouble(answer[0]), Double.parseDouble(answer[1]), redis.cpu() - before);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
