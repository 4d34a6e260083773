package asset2go.health;

import asset2go.job.Queues;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Redis answered when it was last asked: data, never a reason for DOWN. Without it
 * everything goes on but the jobs, which wait in the graph.
 */
@Readiness
@ApplicationScoped
public class RedisHealth implements HealthCheck {

  private static final long LOOK_SECONDS = 2;

  private @Inject Settings settings;
  private @Inject Queues queues;

  // A thread of its own, so that no probe waits for a Redis that is frozen.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("redis-health").daemon().unstarted(task));

  private volatile boolean answers;

  @PostConstruct
  void begin() {
    look();
    timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    answers = queues.answer();
  }

  /** Whether it did when it was last asked. */
  boolean answers() {
    return answers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis")
        .up()
        .withData("answers", answers)
        .withData("address", RedisSource.config(settings).toString())
        .build();
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
