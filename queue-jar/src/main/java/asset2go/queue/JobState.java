package asset2go.queue;

import java.util.Locale;

/** Where a job of a queue is. */
public enum JobState {
  WAITING("wait"),
  ACTIVE("active"),
  DELAYED("delayed"),
  PRIORITIZED("prioritized"),
  WAITING_CHILDREN("waiting-children"),
  COMPLETED("completed"),
  FAILED("failed"),
  /** Waiting, in a queue that an older BullMQ paused. */
  PAUSED("paused"),
  UNKNOWN("unknown");

  /** The part of the key that holds the jobs of this state. */
  final String key;

  JobState(String key) {
    this.key = key;
  }

  static JobState of(String reply) {
    return switch (reply) {
      case "waiting" -> WAITING;
      case "waiting-children" -> WAITING_CHILDREN;
      case "completed", "failed", "delayed", "prioritized", "active", "paused" ->
          valueOf(reply.toUpperCase(Locale.ROOT));
      default -> UNKNOWN;
    };
  }
}
