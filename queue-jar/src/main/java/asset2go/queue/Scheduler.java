package asset2go.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes a job again and again.
 *
 * @param name of the jobs
 * @param data JSON, of the jobs
 * @param next when the next job is due
 * @param made how many it has made
 */
public record Scheduler(
    String id,
    Schedule schedule,
    String name,
    String data,
    JobOptions options,
    @Nullable Instant next,
    long made) {}
