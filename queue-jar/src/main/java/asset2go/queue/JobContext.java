package asset2go.queue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a processor may do and know while it works at a job. */
public interface JobContext {
  /**
   * Says how far it has come: a number, text, map, list or {@link RawJson}. While Redis is away
   * this does nothing.
   *
   * @throws JobException where the job has been removed meanwhile
   */
  void updateProgress(@Nullable Object progress);

  /** Adds a row to the job's log. While Redis is away this does nothing. */
  void log(String row);

  /**
   * True once the result is of no use any more: the lock was lost, the job was cancelled, its time
   * is up or the worker must go now. The thread is interrupted, too. Stop soon: another worker may
   * already be at it.
   */
  boolean cancelled();

  /** Why, where {@link #cancelled()}. */
  Optional<String> cancelReason();

  /**
   * True once the worker is closing: a long job does well to come to a point where it can be taken
   * up again.
   */
  boolean closing();

  /**
   * What the children of a flow's parent returned: JSON by the child's Redis key.
   *
   * @throws RedisUnavailableException while Redis is away
   */
  Map<String, String> childrenValues();

  /**
   * Why those children failed whose failure was to be ignored ({@link OnFailure#IGNORE}), by the
   * child's Redis key.
   *
   * @throws RedisUnavailableException while Redis is away
   */
  Map<String, String> childrenFailures();

  /**
   * Gives this job a child while it runs. Since it may run again, give the child an id of your own.
   *
   * @param queue the queue that does it
   * @return the child's id
   * @throws RedisUnavailableException where it may or may not have been added
   */
  String addChild(String queue, NewJob child);

  /**
   * Returns at once where all children are done. Otherwise it puts this job aside, so that the
   * worker is free for others, and has it processed again, from the beginning, when they are.
   *
   * @throws WaitingChildrenException to be let pass: what the processor does after it counts for
   *     nothing
   * @throws UnrecoverableException where a child has failed that takes its parent along
   * @throws RedisUnavailableException while Redis is away
   */
  void awaitChildren();

  /**
   * Removes the children that nobody has begun with: for a parent that goes on without them ({@link
   * OnFailure#CONTINUE_PARENT}) and could not complete while it has any.
   *
   * @throws RedisUnavailableException while Redis is away
   */
  void removeUnprocessedChildren();

  /**
   * Replaces the job's data, so that a later try goes on from there.
   *
   * @param data JSON
   */
  void updateData(String data);
}
