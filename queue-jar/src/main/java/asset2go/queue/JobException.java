package asset2go.queue;

/** BullMQ refused to move a job. */
public final class JobException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused, as BullMQ's scripts number it. */
  public enum Reason {
    MISSING(-1, "there is no such job"),
    LOCK_MISSING(-2, "its lock is gone"),
    NOT_IN_STATE(-3, "it is not in the state that this needs"),
    PENDING_CHILDREN(-4, "it has pending children"),
    PARENT_MISSING(-5, "its parent does not exist"),
    LOCK_MISMATCH(-6, "another worker holds its lock"),
    PARENT_IRREPLACEABLE(-7, "its parent cannot be replaced"),
    BELONGS_TO_SCHEDULER(-8, "it belongs to a job scheduler"),
    FAILED_CHILDREN(-9, "it has failed children"),
    SCHEDULER_ID_TAKEN(-10, "the next job of this scheduler already exists"),
    SCHEDULER_SLOTS_BUSY(-11, "the current and the next slot of this scheduler have jobs"),
    LOCKED(0, "a worker is at it"),
    OTHER(Integer.MIN_VALUE, "the script refused");

    final int code;
    private final String text;

    Reason(int code, String text) {
      this.code = code;
      this.text = text;
    }

    static Reason of(long code) {
      for (Reason reason : values()) {
        if (reason.code == code) {
          return reason;
        }
      }
      return OTHER;
    }
  }

  private final Reason reason;

  JobException(String action, String jobId, long code) {
    super("Cannot " + action + " job " + jobId + ": " + Reason.of(code).text + " (" + code + ")");
    this.reason = Reason.of(code);
  }

  public Reason reason() {
    return reason;
  }
}
