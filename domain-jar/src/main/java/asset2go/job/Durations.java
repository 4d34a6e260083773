package asset2go.job;

import asset2go.queue.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long jobs took and waited, read off those that have ended. */
final class Durations {

  private Durations() {}

  static List<JobTimes> of(List<Job> completed, List<Job> failed) {
    Map<String, List<Job>> byName = new TreeMap<>();
    completed.forEach(job -> byName.computeIfAbsent(job.name(), n -> new ArrayList<>()).add(job));
    failed.forEach(job -> byName.computeIfAbsent(job.name(), n -> new ArrayList<>()).add(job));
    return byName.entrySet().stream()
        .map(entry -> times(entry.getKey(), entry.getValue(), failed))
        .sorted(Comparator.comparingInt(JobTimes::jobs).reversed())
        .toList();
  }

  private static JobTimes times(String name, List<Job> jobs, List<Job> failed) {
    List<Long> took =
        jobs.stream()
            .filter(job -> job.processedOn() != null && job.finishedOn() != null)
            .map(job -> Math.max(0, job.finishedOn() - job.processedOn()))
            .sorted()
            .toList();
    // What was tried before has waited for its next try, not for a worker.
    List<Long> waited =
        jobs.stream()
            .filter(job -> job.processedOn() != null && job.attemptsStarted() <= 1)
            .map(job -> Math.max(0, job.processedOn() - due(job)))
            .sorted()
            .toList();
    return new JobTimes(
        name,
        jobs.size(),
        (int) failed.stream().filter(job -> job.name().equals(name)).count(),
        part(took, 0.5),
        part(took, 0.95),
        part(waited, 0.5),
        part(waited, 0.95));
  }

  /** When a job could be taken for the first time, in milliseconds. */
  private static long due(Job job) {
    return job.timestamp() + job.options().delay();
  }

  /** Since when a job waits that can be taken now. */
  static Instant waitingSince(Job job) {
    @Nullable Long triedBefore = job.processedOn();
    return Instant.ofEpochMilli(triedBefore == null ? due(job) : Math.max(due(job), triedBefore));
  }

  private static long part(List<Long> sorted, double part) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
