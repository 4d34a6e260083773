package asset2go.health;

import asset2go.files.Files;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Which stores answer, for {@code /metrics}: what health tells as data, and S3. */
@ApplicationScoped
public class StoreFigures {

  private static final long LOOK_SECONDS = 10;
  private static final Metadata UP =
      Metadata.builder()
          .withName("asset2go_store_up")
          .withDescription("1 where the store answered when it was last asked")
          .build();

  private @Inject MetricRegistry registry;
  private @Inject @Readiness GraphHealth graph;
  private @Inject @Readiness RedisHealth redis;
  private @Inject Files files;
  private final AtomicBoolean begun = new AtomicBoolean();

  // A thread of its own, so that no scrape waits for a store that is frozen.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("store-figures").daemon().unstarted(task));

  private volatile boolean filesAnswer;

  /** Each module of an EAR announces its own start; the first one counts. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    if (begun.compareAndSet(false, true)) {
      show("neo4j", graph::answers);
      show("redis", redis::answers);
      show("s3", () -> filesAnswer);
      timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    try {
      filesAnswer = files.answers();
    } catch (RuntimeException none) {
      filesAnswer = false;
    }
  }

  private void show(String store, BooleanSupplier answers) {
    registry.gauge(UP, answers, answer -> answer.getAsBoolean() ? 1 : 0, new Tag("store", store));
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
