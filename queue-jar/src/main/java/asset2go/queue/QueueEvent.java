package asset2go.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a queue.
 *
 * @param id its place in the stream of events
 * @param type added, waiting, delayed, active, progress, completed, failed, stalled, removed,
 *     drained, paused...
 * @param jobId null where it is about the queue
 * @param fields all that was said, such as returnvalue (JSON), failedReason, data (JSON, of
 *     progress), prev
 */
public record QueueEvent(
    String id, String type, @Nullable String jobId, Map<String, String> fields) {
  public QueueEvent {
    fields = Map.copyOf(fields);
  }
}
