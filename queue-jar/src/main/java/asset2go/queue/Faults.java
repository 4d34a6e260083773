package asset2go.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Tells what will pass from what will not among Redis' errors. */
final class Faults {
  /**
   * First words of error replies that say something about the server's state, not about the
   * command.
   */
  private static final Set<String> PASSING =
      Set.of(
          "LOADING",
          "BUSY",
          "READONLY",
          "MOVED",
          "ASK",
          "OOM",
          "MISCONF",
          "MASTERDOWN",
          "NOREPLICAS",
          "TRYAGAIN",
          "CLUSTERDOWN",
          "NOAUTH",
          "WRONGPASS",
          "NOPERM",
          "UNBLOCKED");

  private static final Set<String> ELSEWHERE =
      Set.of("READONLY", "MOVED", "ASK", "MASTERDOWN", "CLUSTERDOWN", "UNBLOCKED");

  private Faults() {}

  static QueueException of(RuntimeException error) {
    if (error instanceof QueueException known) {
      return known;
    }
    String message = String.valueOf(error.getMessage());
    if (error instanceof JedisConnectionException || isPassing(error, message)) {
      return new RedisUnavailableException(message, error);
    }
    return new QueueException(message, error);
  }

  /** True where a reply says that another server has taken over: it is time to ask who. */
  static boolean isElsewhere(@Nullable Object reply) {
    if (!(reply instanceof JedisDataException refusal)) {
      return false;
    }
    String message = String.valueOf(refusal.getMessage());
    return ELSEWHERE.contains(message.split("[ :]", 2)[0])
        || message.contains("READONLY You can't write");
  }

  private static boolean isPassing(RuntimeException error, String message) {
    if (error instanceof JedisAccessControlException) {
      return true;
    }
    // An error inside a script comes wrapped: "ERR Error running script ...: @user_script: 1: OOM
    // command not allowed".
    return error instanceof JedisDataException
        && (PASSING.contains(message.split("[ :]", 2)[0])
            || message.contains("-OOM ")
            || message.contains(" OOM command not allowed")
            || message.contains("max number of clients reached")
            || message.contains("READONLY You can't write"));
  }
}
