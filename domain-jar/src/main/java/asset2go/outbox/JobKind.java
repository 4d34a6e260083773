package asset2go.outbox;

import asset2go.queue.Backoff;
import asset2go.queue.JobOptions;
import asset2go.queue.Keep;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the jobs of one name are treated, declared once beside what does them, as a producer field.
 * Whoever adds such a job and whoever does it go by the same declaration.
 *
 * @param name of the jobs
 * @param atOnce how many of them one worker does at a time; what is more comes again a moment
 *     later, so that this is for names with few jobs. {@link #AS_MANY_AS_FIT} for all others
 * @param timeout after which a try is broken off; null for work that takes what it takes
 * @param attempts how often it is tried in all
 * @param firstPause before the second try; each further one is twice as long
 * @param shown fields of the payload that an administrator may see: the rest is nobody's business
 * @param kept whether a job that went well stays in the list of finished ones
 */
public record JobKind(
    String name,
    Lane lane,
    int atOnce,
    @Nullable Duration timeout,
    int attempts,
    Duration firstPause,
    Set<String> shown,
    boolean kept) {

  public static final int AS_MANY_AS_FIT = 1_000;

  /** So many finished jobs of a queue stay, until the clean-up takes them. */
  private static final int KEEP_COMPLETED = 1_000;

  private static final int KEEP_FAILED = 5_000;

  public JobKind {
    shown = Set.copyOf(shown);
  }

  /** Something that is done over the clock: a few tries, one at a time, nothing secret in it. */
  public static JobKind task(String name, Lane lane, Duration timeout) {
    return new JobKind(
        name, lane, 1, timeout, 3, Duration.ofSeconds(10), Set.of("schedule", "by"), true);
  }

  /** One whose jobs leave no trace when they went well: there are too many of them. */
  public JobKind notKept() {
    return new JobKind(name, lane, atOnce, timeout, attempts, firstPause, shown, false);
  }

  /** What somebody left in the outbox whose kind this version does not know. */
  static JobKind unknown(String name, Lane lane) {
    return new JobKind(name, lane, AS_MANY_AS_FIT, null, 10, Duration.ofSeconds(2), Set.of(), true);
  }

  /** Options of such a job, without an id. */
  public JobOptions.Builder options() {
    // A policy of "none" removes this very job; any number would clear away other names' jobs too.
    return JobOptions.builder()
        .attempts(attempts)
        .backoff(Backoff.exponential(firstPause).withJitter(0.2))
        .removeOnComplete(kept ? Keep.last(KEEP_COMPLETED) : Keep.NONE)
        .removeOnFail(Keep.last(KEEP_FAILED));
  }
}
