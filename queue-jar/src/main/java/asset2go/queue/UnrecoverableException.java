package asset2go.queue;

/**
 * Thrown by a processor where trying again is pointless: the job fails now, whatever attempts are
 * left.
 */
public class UnrecoverableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnrecoverableException(String message) {
    super(message);
  }

  public UnrecoverableException(String message, Throwable cause) {
    super(message, cause);
  }
}
