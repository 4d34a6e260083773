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
        Side node = new Side("Node", "node", "src/test/node/bench.mjs", "" + redis.port);
        Side java =
            new Side(
                "Java",
                ProcessHandle.current().info().command().orElse("java"),
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
            try (Redis client = Redis.connect(redis.config())) {
              client.call(Command.of(Protocol.Command.FLUSHALL));
            }
          }
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
        "%-14s %10s %10s %8s %14s %14s%n",
        "", "Node/s", "Java/s", "ratio", "Node µs CPU", "Java µs CPU");
    List<String> rows = new ArrayList<>(List.of("add"));
    CONCURRENCIES.forEach(concurrency -> rows.add("" + concurrency));
    for (String row : rows) {
      Result node = median(results.get("Node " + row));
      Result java = median(results.get("Java " + row));
      System.out.printf(
          "%-14s %,10.0f %,10.0f %8.2f %14.0f %14.0f%n",
          row.equals("add") ? "add by 1,000" : "work, c=" + row,
          jobs / node.seconds,
          jobs / java.seconds,
          node.seconds / java.seconds,
          node.cpu / jobs,
          java.cpu / jobs);
    }
  }

  private static Result median(List<Result> results) {
    List<Double> seconds = results.stream().map(Result::seconds).sorted().toList();
    List<Double> cpu = results.stream().map(Result::cpu).sorted().toList();
    return new Result(seconds.get(seconds.size() / 2), cpu.get(cpu.size() / 2));
  }

  private record Result(double seconds, double cpu) {}

  private static final class Side implements AutoCloseable {
    private final String name;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Side(String name, String... line) throws IOException {
      this.name = name;
      this.process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      this.orders = new PrintWriter(process.outputWriter(), true);
      this.answers = process.inputReader();
    }

    private Result order(String task, String queue, int n, int parameter) throws IOException {
      orders.println(task + " " + queue + " " + n + " " + parameter);
      String[] answer = String.valueOf(answers.readLine()).split(" ");
      return new Result(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
