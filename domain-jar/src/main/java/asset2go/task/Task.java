package asset2go.task;

import asset2go.outbox.JobKind;
import java.util.function.BooleanSupplier;

/**
 * Something that is done over the clock. It may be done twice in a row, by two workers at once, or
 * be broken off: its effects are such that this makes no difference.
 */
public interface Task {

  /** Its job; the name is that of the schedule too. */
  JobKind kind();

  /**
   * Does it.
   *
   * @param stop true once it should come to an end, to go on next time
   * @return what was done, in a few words for an administrator
   */
  String run(BooleanSupplier stop);
}
