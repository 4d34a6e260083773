package asset2go.importing;

import asset2go.graph.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run has looked up so far: most rows name the same few models and places. It learns only
 * from what has committed. What it knows may go meanwhile, for which the writing statements watch;
 * then it forgets all and the batch is done again.
 */
final class Memory {

  /** So many names of a kind, so that it does not grow with the file. */
  private static final int MOST = 20_000;

  /** Something that was known is no longer there. */
  static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("Something that the import refers to was removed meanwhile.");
    }
  }

  private final Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();
  private @Nullable String standardCompany;

  /** The company of rows that name none. */
  String standardCompany(Transaction tx) {
    String known = standardCompany;
    if (known == null) {
      known = Known.standardCompany(tx);
      standardCompany = known;
    }
    return known;
  }

  /** What is known of one kind under these keys. */
  <T> Map<String, T> recall(String kind, Class<T> type, Iterable<String> keys) {
    Map<String, Object> all = kinds.getOrDefault(kind, Map.of());
    Map<String, T> found = new LinkedHashMap<>();
    for (String key : keys) {
      Object value = all.get(key);
      if (value != null) {
        found.put(key, type.cast(value));
      }
    }
    return found;
  }

  /** Remembers this once the transaction has committed. */
  void learn(Transaction tx, String kind, Map<String, ?> news) {
    Map<String, Object> copy = Map.copyOf(news);
    if (!copy.isEmpty()) {
      tx.afterCommit(
          () -> {
            Map<String, Object> all = kinds.computeIfAbsent(kind, k -> new LinkedHashMap<>());
            if (all.size() + copy.size() > MOST) {
              all.clear();
            }
            all.putAll(copy);
          });
    }
  }

  void forget() {
    kinds.clear();
    standardCompany = null;
  }
}
