package asset2go.worker;

import asset2go.queue.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this server's workers know of Redis. */
@ApplicationScoped
class Contact {

  private volatile List<Worker> workers = List.of();
  private volatile boolean made;

  void watch(List<Worker> started) {
    workers = started;
  }

  /** Waits until every worker has got through to Redis for the first time. */
  void await() {
    workers.forEach(Worker::awaitReady);
    made = !Thread.currentThread().isInterrupted();
  }

  boolean made() {
    return made;
  }

  /** Whether Redis is there now. */
  boolean holds() {
    return made && workers.stream().allMatch(Worker::isConnected);
  }

  List<Worker> workers() {
    return workers;
  }
}
