package asset2go.job;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes a job again and again.
 *
 * @param id its name, and that of its jobs
 * @param queue key of the queue that its jobs go to
 * @param ours whether it is one of Asset2Go's own tasks; those of other BullMQ clients are shown
 *     but not changed here
 * @param pattern cron expression of five or six fields; null for one that counts an interval
 * @param everyMillis the interval, null for a pattern
 * @param zone in which the pattern is meant, such as {@code Europe/Berlin}
 * @param enabled makes jobs
 * @param usualPattern what Asset2Go begins with, null where it is not ours
 * @param next when the next job is due, null for none
 * @param lastRunAt when one of ours last came to its end
 * @param changedBy who changed it last, null for the beginning
 * @param version grows with each change
 */
public record JobSchedule(
    String id,
    String queue,
    boolean ours,
    @Nullable String pattern,
    @Nullable Long everyMillis,
    @Nullable String zone,
    boolean enabled,
    @Nullable String usualPattern,
    @Nullable Instant next,
    @Nullable Instant lastRunAt,
    @Nullable Ref changedBy,
    @Nullable Instant changedAt,
    long version)
    implements Versioned {}
