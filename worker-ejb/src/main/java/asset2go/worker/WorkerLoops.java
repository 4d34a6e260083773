package asset2go.worker;

import asset2go.graph.GraphStart;
import asset2go.outbox.JobQueues;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import asset2go.queue.Redis;
import asset2go.queue.Worker;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one worker for each queue at work from the first contact with Neo4j to the end of the
 * server, whether Redis is there or not, and sweeps the outbox for what its writers left behind.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:module/concurrent/prompt", maxAsync = 8)
@ManagedExecutorDefinition(name = "java:module/concurrent/bulk", maxAsync = 2)
@ManagedThreadFactoryDefinition(name = "java:module/concurrent/loops")
@ManagedScheduledExecutorDefinition(name = "java:module/concurrent/sweep", maxAsync = 2)
public class WorkerLoops {

  private static final Logger LOG = Logger.getLogger(WorkerLoops.class.getName());
  private static final long SWEEP_SECONDS = 5;
  private static final long LOOK_MILLIS = 250;

  @Resource(lookup = "java:module/concurrent/prompt")
  private ManagedExecutorService prompt;

  @Resource(lookup = "java:module/concurrent/bulk")
  private ManagedExecutorService bulk;

  // Waiting on Redis never takes a thread of the server's default executor, which requests run on.
  @Resource(lookup = "java:module/concurrent/loops")
  private ManagedThreadFactory loops;

  @Resource(lookup = "java:module/concurrent/sweep")
  private ManagedScheduledExecutorService timer;

  private @Inject Settings settings;
  private @Inject GraphStart graphStart;
  private @Inject Outbox outbox;
  private @Inject Dispatch dispatch;
  private @Inject JobFigures figures;
  private @Inject Contact contact;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Future<?>> tasks = new ArrayList<>();
  private @Nullable Redis redis;

  // Liberty waits half a minute for what its executors still run before it ends an application, and
  // so would wait for loops that end only with it: they end as soon as the process is told to.
  private final Thread atShutdown = new Thread(this::end, "worker-shutdown");

  @PostConstruct
  void begin() {
    Runtime.getRuntime().addShutdownHook(atShutdown);
    tasks.add(timer.submit(this::awaitGraph));
  }

  /** Before its migrations are applied the graph is not ours to work on. */
  private void awaitGraph() {
    if (graphStart.isReady()) {
      start();
    } else {
      later(this::awaitGraph);
    }
  }

  private synchronized void later(Runnable task) {
    tasks.removeIf(Future::isDone);
    tasks.add(timer.schedule(task, LOOK_MILLIS, TimeUnit.MILLISECONDS));
  }

  private synchronized void start() {
    Redis connection = Redis.connect(JobQueues.config(settings));
    redis = connection;
    for (Lane lane : Lane.values()) {
      Worker worker =
          new Worker(
              connection,
              JobQueues.name(settings, lane.bulk()),
              dispatch,
              lane.options(name(), loops, figures),
              lane.bulk() ? bulk : prompt);
      workers.add(worker.start());
    }
    contact.watch(List.copyOf(workers));
    tasks.add(timer.submit(contact::await));
    tasks.add(timer.scheduleWithFixedDelay(this::sweep, 1, SWEEP_SECONDS, TimeUnit.SECONDS));
    LOG.log(Level.INFO, "Taking jobs from {0} and {0}-bulk.", settings.queue());
  }

  private void sweep() {
    try {
      int relayed = outbox.sweep();
      if (relayed > 0) {
        LOG.log(Level.INFO, "Swept {0} job(s) out of the outbox.", relayed);
      }
    } catch (DomainError.Unavailable e) {
      LOG.log(Level.FINE, "The outbox is swept when Neo4j is back", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The outbox could not be swept", e);
    }
  }

  /** Shown by every BullMQ tool: which process did a job. */
  private static String name() {
    return "asset2go-" + ManagementFactory.getRuntimeMXBean().getName();
  }

  @PreDestroy
  void stop() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is at it, or done.
    }
    end();
  }

  private synchronized void end() {
    tasks.forEach(task -> task.cancel(true));
    tasks.clear();
    // Side by side: each waits for its own jobs.
    List<Thread> closing =
        workers.stream().map(worker -> Thread.ofPlatform().start(worker::close)).toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    workers.clear();
    if (redis != null) {
      redis.close();
      redis = null;
    }
  }
}
