package asset2go.importing;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * What a dry run knows of rows that it does not write: the keys in the file, so that a row may
 * refer to another one. Eight bytes a row, as hashes: that two differ and hash the same is less
 * likely than a fault of the memory.
 */
final class Known {

  private long[] slots = new long[1024];
  private int size;

  /** Notes a key. */
  void add(String key) {
    if (size * 2 > slots.length) {
      long[] old = slots;
      slots = new long[old.length * 2];
      size = 0;
      for (long hash : old) {
        if (hash != 0) {
          put(hash);
        }
      }
    }
    put(hash(key));
  }

  private void put(long hash) {
    int at = slot(hash);
    if (slots[at] == 0) {
      slots[at] = hash;
      size++;
    }
  }

  boolean has(String key) {
    return slots[slot(hash(key))] != 0;
  }

  private int slot(long hash) {
    int at = (int) (hash ^ hash >>> 32) & slots.length - 1;
    while (slots[at] != 0 && slots[at] != hash) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  /** FNV-1a, 64 bits, finished so that all of them depend on all of the key; never 0. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }

  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  /** The company of rows that name none. */
  static String standardCompany(Transaction tx) {
    return tx.one("MATCH (n:Company) WHERE n.standard RETURN n.id AS id", Map.of())
        .map(row -> row.get("id").asString())
        .orElseThrow(() -> new DomainError.Unavailable("The standard company is not made yet."));
  }
}
