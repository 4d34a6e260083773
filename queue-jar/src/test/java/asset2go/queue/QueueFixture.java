package asset2go.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A queue of its own for each test, and workers that end with it. */
final class QueueFixture implements BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final RedisServer server;
  private RedisConfig config;
  private final List<Worker> workers = new ArrayList<>();
  private ExecutorService threads;
  Redis redis;
  String name;
  Queue queue;
  QueueAdmin admin;

  QueueFixture() {
    this(RedisServer.shared());
  }

  QueueFixture(RedisServer server) {
    this.server = server;
    this.config = server.config();
  }

  /** Elsewhere than straight at the server. */
  void begin(RedisConfig config) {
    this.config = config;
    begin();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin();
  }

  void begin() {
    threads = Executors.newCachedThreadPool();
    redis = Redis.connect(config.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    name = "test-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    queue = new Queue(redis, name);
    admin = new QueueAdmin(redis, name);
  }

  Worker worker(Processor processor) {
    return worker(WorkerOptions.builder(), processor);
  }

  Worker worker(WorkerOptions.Builder options, Processor processor) {
    Worker worker = new Worker(redis, name, processor, options.build(), threads).start();
    workers.add(worker);
    return worker;
  }

  int port() {
    return server.port;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    workers.forEach(worker -> worker.close(Duration.ofSeconds(1)));
    threads.shutdownNow();
    redis.close();
  }
}
