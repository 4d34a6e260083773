package asset2go.worker;

import asset2go.queue.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** This server's workers and what they know of Redis. */
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

  /** Has a job broken off, where one of these workers is at it. */
  void cancel(String queue, String jobId, String reason) {
    workers.stream()
        .filter(worker -> worker.queue().equals(queue))
        .forEach(worker -> worker.cancel(jobId, reason));
  }
}
