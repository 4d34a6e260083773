package asset2go.figures;

import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What the container gives this process, and what of it is used. */
public final class ProcessFigures {

  private ProcessFigures() {}

  /** Has them told; to do so twice is harmless. */
  public static void show(MetricRegistry registry) {
    Allotment own = Allotment.own();
    gauge(registry, "memory_used_bytes", "Memory in use", own, Allotment::memoryUsed);
    gauge(registry, "memory_limit_bytes", "Memory that may be used", own, Allotment::memoryLimit);
    gauge(registry, "cpu_limit_cores", "Processors that may be used", own, Allotment::processors);
  }

  private static void gauge(
      MetricRegistry registry,
      String name,
      String description,
      Allotment own,
      ToDoubleFunction<Allotment> value) {
    registry.gauge(
        Metadata.builder().withName("asset2go_" + name).withDescription(description).build(),
        own,
        value::applyAsDouble);
  }
}
