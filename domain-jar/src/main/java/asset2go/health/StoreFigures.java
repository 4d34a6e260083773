package asset2go.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Which stores answer, for {@code /metrics}: what health tells as data. */
@ApplicationScoped
public class StoreFigures {

  private static final Metadata UP =
      Metadata.builder()
          .withName("asset2go_store_up")
          .withDescription("1 where the store answered when it was last asked")
          .build();

  private @Inject MetricRegistry registry;
  private @Inject @Readiness GraphHealth graph;
  private @Inject @Readiness RedisHealth redis;
  private @Inject @Readiness FilesHealth files;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Each module of an EAR announces its own start; the first one counts. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    if (begun.compareAndSet(false, true)) {
      show("neo4j", graph::answers);
      show("redis", redis::answers);
      show("s3", files::answers);
    }
  }

  private void show(String store, BooleanSupplier answers) {
    registry.gauge(UP, answers, answer -> answer.getAsBoolean() ? 1 : 0, new Tag("store", store));
  }
}
