package asset2go.queue;

/** A job that somebody waited for has failed for good; the message is its reason. */
public final class JobFailedException extends QueueException {
  private static final long serialVersionUID = 1L;

  JobFailedException(String reason) {
    super(reason);
  }
}
