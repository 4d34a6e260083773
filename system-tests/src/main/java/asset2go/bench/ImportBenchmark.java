package asset2go.bench;

import asset2go.running.Imports;
import asset2go.running.RunningSystem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/**
 * How fast a file of assets goes in through the whole system, and how much heap that takes, beside
 * the same nodes and edges written into the same Neo4j by its driver alone. The goal is 2,000 rows
 * a second, or 60 % of raw where raw is slower than that.
 */
public final class ImportBenchmark {

  private static final int WARM_UP = 5_000;
  private static final int ROUNDS = 2;

  private ImportBenchmark() {}

  /** The number of rows may be given; 100,000 where it is not. */
  public static void main(String[] arguments) {
    int rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    try (RunningSystem system =
        RunningSystem.breakable("benchmark", Map.of("RATE_LIMIT_ENABLED", "false"))) {
      Runtime.getRuntime().addShutdownHook(new Thread(system::close));
      System.out.println("Starting a system of its own.");
      system.up();
      measure(system, rows);
    }
    // The HTTP client keeps a thread for connections that nobody needs any more.
    System.exit(0);
  }

  private static void measure(RunningSystem system, int rows) {
    Imports imports = new Imports(system.administrator(), Duration.ofHours(1));
    imports.run("locations", "places.csv", Inventory.places());
    imports.run("assets", "warm-up.csv", Inventory.assets("W", WARM_UP));
    try (RawWriter raw = RawWriter.into(system)) {
      raw.write("X", WARM_UP);
      double best = 0;
      double bestRaw = 0;
      // In turns, so that both meet the same disk and the same indexes.
      for (int round = 1; round <= ROUNDS; round++) {
        best = Math.max(best, imported(system, imports, "A" + round, rows));
        double speed = raw.write("R" + round, rows);
        System.out.printf("raw      %,d rows, %,.0f rows/s%n", rows, speed);
        bestRaw = Math.max(bestRaw, speed);
      }
      double goal = Math.min(2_000, 0.6 * bestRaw);
      System.out.printf(
          "best     %,.0f rows/s, %.0f %% of raw; the goal is %,.0f rows/s: %s%n",
          best, 100 * best / bestRaw, goal, best >= goal ? "reached" : "MISSED");
    }
  }

  private static double imported(RunningSystem system, Imports imports, String word, int rows) {
    byte[] file = Inventory.assets(word, rows);
    try (HeapWatch heap = HeapWatch.on(system.management())) {
      long start = System.nanoTime();
      String id = imports.start("assets", word + ".csv", file, Map.of()).expect(202).id();
      JsonObject run = imports.finished(id);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!Imports.state(run).equals("completed") || run.getInt("created") != rows) {
        throw new IllegalStateException("Not what was asked for: " + run);
      }
      System.out.printf(
          "import   %,d rows, %,.0f rows/s with the upload, %,.0f rows/s by the run's own count%n",
          rows, rows / seconds, run.getJsonNumber("rowsPerSecond").doubleValue());
      System.out.println("         " + heap.report());
      return rows / seconds;
    }
  }
}
