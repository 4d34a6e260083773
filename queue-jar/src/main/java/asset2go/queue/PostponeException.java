package asset2go.queue;

import java.time.Duration;

/**
 * Thrown by a processor that cannot work now through no fault of the job's: it comes again later,
 * with no attempt lost.
 */
public final class PostponeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration delay;

  public PostponeException(String why, Duration delay) {
    super(why);
    this.delay = delay;
  }

  public Duration delay() {
    return delay;
  }
}
