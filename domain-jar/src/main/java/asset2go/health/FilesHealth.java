package asset2go.health;

import asset2go.files.Files;
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
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether files could be stored when that was last tried: data, never a reason for DOWN. Without
 * the store everything goes on but files. What is wrong is in the log once, until it changes.
 */
@Readiness
@ApplicationScoped
public class FilesHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(FilesHealth.class.getName());
  // Some stores charge for a list.
  private static final long LOOK_SECONDS = 30;

  private @Inject Files files;

  // A thread of its own, so that no probe waits for a store that is frozen.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("files-health").daemon().unstarted(task));

  private volatile boolean answers;
  private @Nullable String complaint;

  @PostConstruct
  void begin() {
    timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks once. */
  void look() {
    try {
      String now = files.complaint().orElse(null);
      answers = now == null;
      tell(Optional.ofNullable(now));
      complaint = now;
    } catch (RuntimeException e) {
      // The timer would end with the first of them.
      LOG.log(Level.WARNING, "The file store cannot be looked at", e);
    }
  }

  private void tell(Optional<String> now) {
    if (now.equals(Optional.ofNullable(complaint))) {
      return;
    }
    now.ifPresentOrElse(LOG::warning, () -> LOG.info("The file store can be used again."));
  }

  /** Whether they could when it was last tried. */
  boolean answers() {
    return answers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("files").up().withData("answers", answers).build();
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
