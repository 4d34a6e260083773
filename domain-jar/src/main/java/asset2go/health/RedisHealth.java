package asset2go.health;

import asset2go.job.Queues;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Redis answered when it was last asked: data, never a reason for DOWN. Without it
 * everything goes on but the jobs, which wait in the graph. Why it does not is in the log once.
 */
@Readiness
@ApplicationScoped
public class RedisHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(RedisHealth.class.getName());
  private static final long LOOK_SECONDS = 2;

  /** Answers of Redis itself to somebody whom it does not let in. */
  private static final Pattern REFUSAL = Pattern.compile("WRONGPASS|NOAUTH|NOPERM|ERR AUTH");

  private @Inject Settings settings;
  private @Inject Queues queues;

  // A thread of its own, so that no probe waits for a Redis that is frozen.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("redis-health").daemon().unstarted(task));

  private volatile boolean answers;
  private String told = "";

  @PostConstruct
  void begin() {
    look();
    timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    Optional<String> complaint = queues.complaint();
    answers = complaint.isEmpty();
    tell(complaint);
  }

  private void tell(Optional<String> complaint) {
    // Not by the whole text: why a connection fails may be told differently each time.
    String kind =
        complaint.map(text -> REFUSAL.matcher(text).find() ? "refuses" : "is away").orElse("");
    if (kind.equals(told)) {
      return;
    }
    told = kind;
    String address = RedisSource.config(settings).toString();
    switch (kind) {
      case "" -> LOG.log(Level.INFO, "Redis answers at {0}.", address);
      case "refuses" ->
          LOG.log(
              Level.WARNING,
              "Redis at {0} refuses REDIS_USERNAME with REDIS_PASSWORD: {1}",
              new Object[] {address, complaint.orElseThrow()});
      default ->
          LOG.log(
              Level.WARNING,
              "Redis does not answer at {0} (REDIS_HOST, REDIS_PORT): {1}",
              new Object[] {address, complaint.orElseThrow()});
    }
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
