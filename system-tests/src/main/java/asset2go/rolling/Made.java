package asset2go.rolling;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Names of new assets: each is given once, and kept when its making was acknowledged. */
final class Made implements Iterable<String> {
  private final String mark;
  private final AtomicInteger number = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

  /** With this in front of each name. */
  Made(String mark) {
    this.mark = mark;
  }

  String nextName() {
    return mark + number.incrementAndGet();
  }

  void acknowledge(String name) {
    acknowledged.add(name);
  }

  /** Those that were acknowledged. */
  @Override
  public Iterator<String> iterator() {
    return acknowledged.iterator();
  }
}
