package asset2go.queue;

/**
 * Redis could not be asked, or not be relied on, at the moment: unreachable, frozen, still loading,
 * full, or refusing our password. What was asked may or may not have happened. It is worth trying
 * again later.
 */
public final class RedisUnavailableException extends QueueException {
  private static final long serialVersionUID = 1L;

  RedisUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
