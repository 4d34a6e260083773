package asset2go.rolling;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of the requests, by phase and kind. A request counts where it ended. */
final class Ledger {
  private static final int EXAMPLES = 6;

  private final Map<String, Map<String, Line>> phases = new LinkedHashMap<>();
  private Map<String, Line> now = new TreeMap<>();

  /** Requests of one kind in one phase. */
  private static final class Line {
    private long requests;
    private long failures;
    private long nanos;
    private long slowest;
    private final List<String> examples = new ArrayList<>();
  }

  /** What comes from now on belongs to this phase. */
  synchronized void phase(String name) {
    now = phases.computeIfAbsent(name, none -> new TreeMap<>());
  }

  /** Enters a request; with what was wrong, where something was. */
  synchronized void enter(String kind, long nanos, Optional<String> failure) {
    var line = now.computeIfAbsent(kind, none -> new Line());
    line.requests++;
    line.nanos += nanos;
    line.slowest = Math.max(line.slowest, nanos);
    failure.ifPresent(
        text -> {
          line.failures++;
          if (line.examples.size() < EXAMPLES) {
            line.examples.add(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + text);
          }
        });
  }

  /** All failures so far. */
  synchronized long failures() {
    return phases.values().stream()
        .flatMap(lines -> lines.values().stream())
        .mapToLong(line -> line.failures)
        .sum();
  }

  /** A table of one phase. */
  synchronized String report(String phase) {
    var text = new StringBuilder();
    var lines = phases.getOrDefault(phase, Map.of());
    var all = lines.values().stream().mapToLong(line -> line.requests).sum();
    var bad = lines.values().stream().mapToLong(line -> line.failures).sum();
    text.append("%-34s %,8d requests, %d failed%n".formatted(phase, all, bad));
    lines.forEach(
        (kind, line) -> {
          text.append(
              "    %-30s %,8d, %d failed, mean %,d ms, slowest %,d ms%n"
                  .formatted(
                      kind,
                      line.requests,
                      line.failures,
                      Duration.ofNanos(line.nanos / Math.max(1, line.requests)).toMillis(),
                      Duration.ofNanos(line.slowest).toMillis()));
          line.examples.forEach(example -> text.append("        ").append(example).append('\n'));
        });
    return text.toString().stripTrailing();
  }
}
