package asset2go.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** The {@link Deduplication} ids of a queue that are taken now. Thread-safe. */
public final class Deduplications {
  private final Redis redis;
  private final Keys keys;

  public Deduplications(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public Deduplications(Redis redis, String prefix, String queue) {
    this.redis = redis;
    this.keys = redis.keys(prefix, queue);
  }

  /** The id of the job for whose sake others with this deduplication id are ignored. */
  public Optional<String> holder(String deduplicationId) {
    Object holder = redis.call(Command.of(Protocol.Command.GET, key(deduplicationId)));
    return holder == null ? Optional.empty() : Optional.of(Job.text(holder));
  }

  /** Frees it, whoever holds it; false where it was free. */
  public boolean release(String deduplicationId) {
    return isOne(redis.call(Command.of(Protocol.Command.DEL, key(deduplicationId))));
  }

  /** Frees it where that job holds it; false where it does not, or not any more. */
  public boolean release(String deduplicationId, String jobId) {
    return isOne(redis.run(Script.REMOVE_DEDUPLICATION_KEY, key(deduplicationId), jobId));
  }

  private byte[] key(String deduplicationId) {
    return keys.of("de:" + deduplicationId);
  }

  private static boolean isOne(@Nullable Object reply) {
    return reply instanceof Long count && count == 1;
  }
}
