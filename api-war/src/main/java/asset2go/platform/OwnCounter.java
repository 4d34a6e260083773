package asset2go.platform;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of this instance alone, those of the present window. */
final class OwnCounter {

  private final AtomicLong present = new AtomicLong();
  private final ConcurrentHashMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /** The new count; a new window forgets the old one. */
  long increment(String key, long window) {
    if (present.getAndSet(window) != window) {
      counts.clear();
    }
    return counts.computeIfAbsent(key, k -> new AtomicLong()).incrementAndGet();
  }
}
