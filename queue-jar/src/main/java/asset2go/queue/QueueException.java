package asset2go.queue;

/** Something about a queue or a job went otherwise than asked; the message says what. */
public class QueueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueException(String message) {
    super(message);
  }

  public QueueException(String message, Throwable cause) {
    super(message, cause);
  }
}
