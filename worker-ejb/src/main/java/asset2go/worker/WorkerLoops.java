package asset2go.worker;

import asset2go.graph.GraphStart;
import asset2go.queue.Redis;
import asset2go.queue.Worker;
import asset2go.redis.RedisSource;
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
 * server, whether Redis is there or not, and the schedules in Redis as they are planned.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:module/concurrent/prompt", maxAsync = 8)
@ManagedExecutorDefinition(name = "java:module/concurrent/bulk", maxAsync = 2)
@ManagedThreadFactoryDefinition(name = "java:module/concurrent/loops")
@ManagedScheduledExecutorDefinition(name = "java:module/concurrent/clock", maxAsync = 5)
public class WorkerLoops {

  private static final Logger LOG = Logger.getLogger(WorkerLoops.class.getName());
  private static final long UPKEEP_SECONDS = 15;
  private static final long FIGURES_SECONDS = 5;
  private static final long LOOK_MILLIS = 250;

  @Resource(lookup = "java:module/concurrent/prompt")
  private ManagedExecutorService prompt;

  @Resource(lookup = "java:module/concurrent/bulk")
  private ManagedExecutorService bulk;

  // Waiting on Redis never takes a thread of the server's default executor, which requests run on.
  @Resource(lookup = "java:module/concurrent/loops")
  private ManagedThreadFactory loops;

  @Resource(lookup = "java:module/concurrent/clock")
  private ManagedScheduledExecutorService timer;

  private @Inject Settings settings;
  private @Inject GraphStart graphStart;
  private @Inject Dispatch dispatch;
  private @Inject JobFigures figures;
  private @Inject Contact contact;
  private @Inject Deadlines deadlines;
  private @Inject Upkeep upkeep;
  private @Inject QueueMetrics metrics;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Future<?>> tasks = new ArrayList<>();
  private @Nullable Redis redis;

  // Liberty waits half a minute for what its executors still run before it ends an application, and
  // so would wait for loops that end only with it: they end as soon as the process is told to.
  private final Thread atShutdown = new Thread(this::end, "worker-shutdown");

  @PostConstruct
  void begin() {
    metrics.begin();
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
    Redis connection = Redis.connect(RedisSource.config(settings));
    redis = connection;
    deadlines.runOn(timer);
    for (Shift shift : Shift.values()) {
      Worker worker =
          new Worker(
              connection,
              shift.lane().queue(settings),
              dispatch,
              shift.options(process(), loops, figures),
              shift == Shift.BULK ? bulk : prompt);
      metrics.show(shift.lane(), worker);
      workers.add(worker.start());
    }
    contact.watch(List.copyOf(workers));
    tasks.add(timer.submit(contact::await));
    every(UPKEEP_SECONDS, upkeep::look);
    every(FIGURES_SECONDS, metrics::look);
    LOG.log(Level.INFO, "Taking jobs from {0} and {0}-bulk.", settings.queue());
  }

  private void every(long seconds, Runnable task) {
    tasks.add(timer.scheduleWithFixedDelay(task, 0, seconds, TimeUnit.SECONDS));
  }

  /** Which process did a job, and on which host. */
  private static String process() {
    return ManagementFactory.getRuntimeMXBean().getName();
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
