package asset2go.booking;

import java.time.Instant;
import java.util.Collection;

/**
 * A stretch of time, without its end: what ends at noon and what begins at noon do not overlap.
 *
 * @param from milliseconds since 1970
 * @param to the same; {@link #FOREVER} where no end is known
 */
record Window(long from, long to) implements Comparable<Window> {

  static final long FOREVER = Long.MAX_VALUE;

  static Window of(Instant from, Instant to) {
    return new Window(from.toEpochMilli(), to.toEpochMilli());
  }

  boolean overlaps(Window other) {
    return from < other.to && other.from < to;
  }

  boolean overlapsAny(Collection<Window> others) {
    return others.stream().anyMatch(this::overlaps);
  }

  /** The shortest window that both lie in. */
  Window hull(Window other) {
    return new Window(Math.min(from, other.from), Math.max(to, other.to));
  }

  @Override
  public int compareTo(Window other) {
    int first = Long.compare(from, other.from);
    return first != 0 ? first : Long.compare(to, other.to);
  }
}
