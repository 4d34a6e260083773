package asset2go.outbox;

import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Takes to Redis what its writer did not. */
@ApplicationScoped
public class OutboxSweep implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("outbox-sweep", Lane.PROMPT, Duration.ofMinutes(2)).notKept();

  private @Inject Outbox outbox;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    return outbox.sweep() + " job(s) relayed";
  }
}
