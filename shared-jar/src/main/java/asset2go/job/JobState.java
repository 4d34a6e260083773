package asset2go.job;

import asset2go.json.Word;
import asset2go.json.WordAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a job of a queue is, in the words of BullMQ. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {
      "waiting",
      "active",
      "delayed",
      "prioritized",
      "waiting-children",
      "completed",
      "failed",
      "paused",
      "unknown"
    })
@JsonbTypeAdapter(JobState.Json.class)
public enum JobState implements Word {
  WAITING,
  ACTIVE,
  /** Due later: put off by its producer, or between two tries. */
  DELAYED,
  PRIORITIZED,
  WAITING_CHILDREN,
  COMPLETED,
  /** Tried as often as it may be. */
  FAILED,
  /** Waiting, in a queue that an older BullMQ paused. */
  PAUSED,
  /** On its way from one to another. */
  UNKNOWN;

  /** Writes and reads the word. */
  public static final class Json extends WordAdapter<JobState> {
    public Json() {
      super(JobState.class);
    }
  }
}
