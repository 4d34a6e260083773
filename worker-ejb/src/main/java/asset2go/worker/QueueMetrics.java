package asset2go.worker;

import asset2go.figures.ProcessFigures;
import asset2go.job.JobCounts;
import asset2go.job.QueueGauge;
import asset2go.job.Queues;
import asset2go.outbox.Lane;
import asset2go.queue.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The length of the queues and the like, for {@code /metrics}. They are looked up over the clock,
 * so that a scrape never waits for Redis; while that is away they are not a number. Every worker
 * tells the same of a queue: take the maximum over them, not the sum.
 */
@ApplicationScoped
class QueueMetrics {

  private static final Logger LOG = Logger.getLogger(QueueMetrics.class.getName());

  private @Inject MetricRegistry registry;
  private @Inject Queues queues;
  private final Map<Lane, QueueGauge> latest = new EnumMap<>(Lane.class);

  /** What every role tells. */
  void begin() {
    ProcessFigures.show(registry);
  }

  /** Looks again; what cannot be seen is forgotten. */
  void look() {
    for (Lane lane : Lane.values()) {
      try {
        QueueGauge gauge = queues.gauge(lane);
        synchronized (latest) {
          latest.put(lane, gauge);
        }
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, "The figures of the queues are not known for now", e);
        synchronized (latest) {
          latest.clear();
        }
      }
    }
  }

  /** Registers the figures of a worker's queue. */
  void show(Lane lane, Worker worker) {
    Tag queue = new Tag("queue", lane.key());
    state(queue, lane, "waiting", counts -> counts.waiting() + counts.paused());
    state(queue, lane, "prioritized", JobCounts::prioritized);
    state(queue, lane, "active", JobCounts::active);
    state(queue, lane, "delayed", JobCounts::delayed);
    state(queue, lane, "waiting-children", JobCounts::waitingChildren);
    state(queue, lane, "completed", JobCounts::completed);
    state(queue, lane, "failed", JobCounts::failed);
    gauge(
        "asset2go_queue_oldest_wait_seconds",
        "For how long the job has waited that is next to be taken",
        lane,
        gauge -> gauge.oldestWait().toMillis() / 1000.0,
        queue);
    gauge(
        "asset2go_queue_paused",
        "1 where an administrator has paused the queue",
        lane,
        gauge -> gauge.paused() ? 1 : 0,
        queue);
    gauge(
        "asset2go_queue_workers",
        "Workers that are connected to the queue",
        lane,
        QueueGauge::workers,
        queue);
    registry.gauge(
        metadata("asset2go_worker_active_jobs", "Jobs that this worker is at"),
        worker,
        Worker::active,
        queue);
  }

  private void state(Tag queue, Lane lane, String state, ToDoubleFunction<JobCounts> count) {
    gauge(
        "asset2go_queue_jobs",
        "Jobs of the queue by state",
        lane,
        gauge -> count.applyAsDouble(gauge.counts()),
        queue,
        new Tag("state", state));
  }

  private void gauge(
      String name, String description, Lane lane, ToDoubleFunction<QueueGauge> of, Tag... tags) {
    registry.gauge(metadata(name, description), this, room -> room.value(lane, of), tags);
  }

  private double value(Lane lane, ToDoubleFunction<QueueGauge> of) {
    synchronized (latest) {
      QueueGauge gauge = latest.get(lane);
      return gauge == null ? Double.NaN : of.applyAsDouble(gauge);
    }
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
