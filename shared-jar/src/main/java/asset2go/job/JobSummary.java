package asset2go.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in a list.
 *
 * @param queue key of its queue
 * @param attemptsMade how often it has been tried and has ended, well or not
 * @param attempts how often it is tried at most
 * @param progress as it says itself: JSON as text, mostly a number from 0 to 100; null for none
 * @param failedReason why the last try failed, with what may be secret left out
 * @param dueAt when it may be taken, for a delayed one
 * @param startedAt when it was last taken
 * @param worker name of the worker that took it last
 * @param schedule id of the schedule that made it
 */
public record JobSummary(
    String id,
    String queue,
    String name,
    JobState state,
    int attemptsMade,
    int attempts,
    int priority,
    @Nullable String progress,
    @Nullable String failedReason,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String worker,
    @Nullable String schedule) {}
