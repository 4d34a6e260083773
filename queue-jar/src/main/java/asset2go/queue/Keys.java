package asset2go.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The Redis keys of one queue, as BullMQ lays them out: {@code bull:<queue>:<what>}. */
final class Keys {
  final String queue;
  final String qualifiedName;
  final byte[] prefix;
  final byte[] wait;
  final byte[] paused;
  final byte[] active;
  final byte[] prioritized;
  final byte[] delayed;
  final byte[] completed;
  final byte[] failed;
  final byte[] waitingChildren;
  final byte[] stalled;
  final byte[] stalledCheck;
  final byte[] limiter;
  final byte[] meta;
  final byte[] events;
  final byte[] id;
  final byte[] priorityCounter;
  final byte[] marker;
  final byte[] repeat;
  final String root;
  private final String prefixText;

  Keys(String root, String queue) {
    if (queue.isEmpty() || queue.contains(":")) {
      throw new IllegalArgumentException("A queue's name is not empty and has no ':': " + queue);
    }
    this.root = root;
    this.queue = queue;
    this.qualifiedName = root + ":" + queue;
    this.prefixText = qualifiedName + ":";
    this.prefix = of("");
    this.wait = of("wait");
    this.paused = of("paused");
    this.active = of("active");
    this.prioritized = of("prioritized");
    this.delayed = of("delayed");
    this.completed = of("completed");
    this.failed = of("failed");
    this.waitingChildren = of("waiting-children");
    this.stalled = of("stalled");
    this.stalledCheck = of("stalled-check");
    this.limiter = of("limiter");
    this.meta = of("meta");
    this.events = of("events");
    this.id = of("id");
    this.priorityCounter = of("pc");
    this.marker = of("marker");
    this.repeat = of("repeat");
  }

  /** To Redis a range of nothing, 0 to -1, is everything. */
  static void checkPage(int from, int count) {
    if (from < 0 || count < 1) {
      throw new IllegalArgumentException("A page begins at 0 or later and has a place for one");
    }
  }

  String name(String what) {
    return prefixText + what;
  }

  byte[] of(String what) {
    return (prefixText + what).getBytes(StandardCharsets.UTF_8);
  }

  byte[] lock(String jobId) {
    return of(jobId + ":lock");
  }

  byte[] logs(String jobId) {
    return of(jobId + ":logs");
  }

  /**
   * The name of a worker's blocking connection, by which every BullMQ tool finds the workers of a
   * queue.
   */
  String clientName(String worker) {
    return clientName() + ":w:" + worker.replaceAll("[^\\x21-\\x7e]", "_");
  }

  String eventsClientName() {
    return clientName() + ":qe";
  }

  private String clientName() {
    String queue64 = Base64.getEncoder().encodeToString(queue.getBytes(StandardCharsets.UTF_8));
    return root + ":" + queue64;
  }
}
