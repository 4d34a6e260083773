package asset2go.worker;

import asset2go.queue.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up from the first contact with Redis on; whether it is there now is told as data. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {

  private volatile List<Worker> workers = List.of();
  private volatile boolean met;

  void watch(List<Worker> started) {
    workers = started;
  }

  /** Waits for the first contact of every worker. */
  void awaitContact() {
    workers.forEach(Worker::awaitReady);
    met = !Thread.currentThread().isInterrupted();
  }

  @Override
  public HealthCheckResponse call() {
    List<Worker> now = workers;
    boolean connected = met && now.stream().allMatch(Worker::isConnected);
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("redis").status(met).withData("answers", connected);
    for (Worker worker : now) {
      answer.withData("active:" + worker.queue(), worker.active());
    }
    return answer.build();
  }
}
