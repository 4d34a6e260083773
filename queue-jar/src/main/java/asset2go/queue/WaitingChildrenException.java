package asset2go.queue;

/**
 * Ends a processor whose job has been put aside until its children are done: let it pass. The job
 * is processed again then, from its beginning.
 */
public final class WaitingChildrenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitingChildrenException(String jobId) {
    super("Job " + jobId + " waits for its children");
  }
}
