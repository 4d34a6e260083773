package asset2go.job;

/** How many jobs of a queue are in each state. */
public record JobCounts(
    long waiting,
    long active,
    long delayed,
    long prioritized,
    long waitingChildren,
    long completed,
    long failed,
    long paused) {}
