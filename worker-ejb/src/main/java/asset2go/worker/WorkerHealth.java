package asset2go.worker;

import asset2go.queue.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up from the first contact with Redis on; whether it holds now is told as data. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {

  private @Inject Contact contact;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("worker")
            .status(contact.made())
            .withData("connected", contact.holds());
    for (Worker worker : contact.workers()) {
      answer.withData("active:" + worker.queue(), worker.active());
    }
    return answer.build();
  }
}
