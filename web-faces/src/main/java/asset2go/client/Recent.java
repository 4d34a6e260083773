package asset2go.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the API just said, kept for a few seconds per token: who one is and the short lists of the
 * filters, which nearly every page needs. Rights are never decided by it, the API does that.
 */
@ApplicationScoped
public class Recent {
  private static final long KEPT = Duration.ofSeconds(15).toNanos();
  private static final int MOST = 2_000;

  private record Key(@Nullable String token, String what) {}

  private record Answer(Object value, long until) {}

  private final Map<Key, Answer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
          return size() > MOST;
        }
      };

  /** The answer of a moment ago, or a new one. */
  @SuppressWarnings("unchecked") // one key is only ever asked for with one type
  public <T> T get(String what, Supplier<T> ask) {
    var key = new Key(Caller.current().token(), what);
    synchronized (answers) {
      var known = answers.get(key);
      if (known != null && known.until() - System.nanoTime() > 0) {
        return (T) known.value();
      }
    }
    T value = ask.get();
    synchronized (answers) {
      answers.remove(key);
      answers.put(key, new Answer(value, System.nanoTime() + KEPT));
    }
    return value;
  }

  /** The same of all answers whose names begin so. */
  public void forgetAll(String beginning) {
    var token = Caller.current().token();
    synchronized (answers) {
      answers
          .keySet()
          .removeIf(key -> Objects.equals(key.token(), token) && key.what().startsWith(beginning));
    }
  }

  /** Asks again next time: the caller has just changed it. */
  public void forget(String what) {
    synchronized (answers) {
      answers.remove(new Key(Caller.current().token(), what));
    }
  }
}
