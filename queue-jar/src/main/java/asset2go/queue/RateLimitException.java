package asset2go.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a processor that has been told to wait, by a service with a rate limit for example. The
 * job goes back to the head of the queue without losing an attempt, and this worker takes no other
 * one until the time is up; nor does any worker that has a limiter, ours or Node's.
 */
public final class RateLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration time;

  /**
   * For a queue that has been held up already ({@link QueueLimits#holdUp}): by a processor that
   * knew it before it failed.
   */
  public RateLimitException(String why) {
    super(why);
    this.time = null;
  }

  /** Holds up the queue as well. */
  public RateLimitException(String why, Duration time) {
    super(why);
    this.time = time;
  }

  /** For how long; null where the queue knows. */
  public @Nullable Duration time() {
    return time;
  }
}
