package asset2go.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the container, or else the machine, gives this process: memory and processors, by version 2
 * or 1 of Linux' control groups.
 */
final class Allotment {

  /** Larger than any memory: what version 1 calls unlimited. */
  private static final double UNLIMITED = 1L << 60;

  private final Path groups;
  private final Path processes;

  Allotment(Path groups, Path processes) {
    this.groups = groups;
    this.processes = processes;
  }

  static Allotment own() {
    return new Allotment(Path.of("/sys/fs/cgroup"), Path.of("/proc"));
  }

  /**
   * Bytes in use, without the files that the kernel may forget: what {@code docker stats} and
   * Kubernetes call the memory of a container. Outside of one, what this process has in memory.
   */
  double memoryUsed() {
    OptionalDouble current = number("memory.current", "memory/memory.usage_in_bytes");
    if (memoryLimitOfContainer().isEmpty() || current.isEmpty()) {
      return field(processes.resolve("self/status"), "VmRSS:").orElse(Double.NaN) * 1024;
    }
    double forgettable =
        field(groups.resolve("memory.stat"), "inactive_file")
            .or(() -> field(groups.resolve("memory/memory.stat"), "total_inactive_file"))
            .orElse(0.0);
    return Math.max(0, current.getAsDouble() - forgettable);
  }

  /** Bytes that may be used. */
  double memoryLimit() {
    return memoryLimitOfContainer()
        .orElseGet(
            () -> field(processes.resolve("meminfo"), "MemTotal:").orElse(Double.NaN) * 1024);
  }

  private OptionalDouble memoryLimitOfContainer() {
    OptionalDouble limit = number("memory.max", "memory/memory.limit_in_bytes");
    return limit.isPresent() && limit.getAsDouble() < UNLIMITED ? limit : OptionalDouble.empty();
  }

  /** Processors that may be used, which may be a part of one. */
  double processors() {
    String[] both = text(groups.resolve("cpu.max")).orElse("").split(" ", 2);
    OptionalDouble quota = both.length == 2 ? parse(both[0]) : number("-", "cpu/cpu.cfs_quota_us");
    OptionalDouble period =
        both.length == 2 ? parse(both[1]) : number("-", "cpu/cpu.cfs_period_us");
    int all = Runtime.getRuntime().availableProcessors();
    if (quota.isEmpty() || quota.getAsDouble() <= 0 || period.isEmpty()) {
      return all;
    }
    return Math.min(all, quota.getAsDouble() / period.getAsDouble());
  }

  private OptionalDouble number(String second, String first) {
    return text(groups.resolve(second))
        .or(() -> text(groups.resolve(first)))
        .map(Allotment::parse)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble parse(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException unlimited) {
      return OptionalDouble.empty();
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<Double> field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > 1 && words[0].equals(name))
          .findFirst()
          .map(words -> Double.parseDouble(words[1]));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }
}
