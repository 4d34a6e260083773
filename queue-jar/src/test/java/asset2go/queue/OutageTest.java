package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;

/**
 * What BullMQ's users suffer from most: workers that stay dead after Redis was away. Ours live on.
 */
class OutageTest {
  private final RedisServer server =
      new RedisServer("--appendonly", "yes", "--appendfsync", "always");
  private final QueueFixture test = new QueueFixture(server);

  @AfterEach
  void stop() {
    test.afterEach(null);
    server.close();
  }

  @Test
  void aWorkerStartedBeforeRedisBeginsWhenRedisDoes() {
    test.begin();
    Worker worker = test.worker((job, context) -> "ok");
    await().until(() -> !worker.isConnected());
    server.start();
    String id = await().until(() -> test.queue.add("a", "1"), added -> true);
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(worker.isConnected()).isTrue();
  }

  @Test
  void afterARestartOfRedisEveryJobIsDoneAndNoneTwice() {
    server.start();
    test.begin();
    Set<String> done = ConcurrentHashMap.newKeySet();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    Worker worker =
        test.worker(
            WorkerOptions.builder().concurrency(8),
            (job, context) -> {
              if (!done.add(job.data())) {
                twice.add(job.data());
              }
              return "ok";
            });
    test.queue.add(IntStream.range(0, 3_000).mapToObj(i -> new NewJob("n", "" + i)).toList());
    for (int restart = 1; restart <= 3; restart++) {
      int some = restart * 500;
      await().until(() -> done.size() > some);
      server.kill();
      await().until(() -> !worker.isConnected());
      server.start();
    }
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 3_000);
    assertThat(done).hasSize(3_000);
    assertThat(twice).isEmpty();
    assertThat(test.admin.counts()).containsEntry(JobState.ACTIVE, 0L);
  }

  @Test
  void aFrozenRedisIsNoticedAndALongJobKeepsItsResult() {
    server.start();
    test.begin();
    CountDownLatch go = new CountDownLatch(1);
    Worker worker =
        test.worker(
            (job, context) -> {
              go.await();
              return "kept";
            });
    String id = test.queue.add("a", "1");
    await().until(() -> worker.active() == 1);
    server.freeze();
    try {
      go.countDown();
      assertThatThrownBy(test.redis::ping).isInstanceOf(RedisUnavailableException.class);
      await().until(() -> !worker.isConnected());
    } finally {
      server.thaw();
    }
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(test.admin.job(id).orElseThrow().returnValue()).isEqualTo("\"kept\"");
    await().until(worker::isConnected);
  }

  @Test
  void aWrongPasswordIsTriedAgainUntilItIsRight() {
    server.start();
    test.begin();
    test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "requirepass", "changed"));
    Worker worker = test.worker((job, context) -> "ok");
    await().until(() -> !worker.isConnected());
    try (Redis keeper = Redis.connect(server.config().withLogin(null, "changed"))) {
      keeper.call(Command.of(Protocol.Command.CONFIG, "SET", "requirepass", ""));
    }
    String id = await().until(() -> test.queue.add("a", "1"), added -> true);
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
  }

  @Test
  void anIdleWorkerWhoseConnectionsWereCutGoesOn() {
    server.start();
    test.begin();
    test.worker((job, context) -> "ok");
    String first = test.queue.add("a", "1");
    await().until(() -> test.admin.state(first) == JobState.COMPLETED);
    for (String kind : new String[] {"normal", "normal"}) {
      try {
        test.redis.call(Command.of(Protocol.Command.CLIENT, "KILL", "TYPE", kind, "SKIPME", "no"));
      } catch (RedisUnavailableException ourOwnToo) {
        // That was the point.
      }
    }
    await()
        .until(
            () -> {
              String id = test.queue.add("b", "1");
              await().until(() -> test.admin.state(id) == JobState.COMPLETED);
              return true;
            });
  }

  @Test
  void anOutageIsSaidOnceAndItsEndOnce() {
    server.start();
    test.begin();
    List<String> told;
    try (Ear ear = new Ear()) {
      told = ear.told;
      Worker worker = test.worker(WorkerOptions.builder().concurrency(4), (job, context) -> "ok");
      worker.awaitReady();
      server.kill();
      await().until(() -> !worker.isConnected());
      // Long enough for a dozen tries of each of the worker's threads.
      await().during(Duration.ofSeconds(6)).until(() -> !worker.isConnected());
      server.start();
      String id = await().until(() -> test.queue.add("a", "1"), added -> true);
      await().until(() -> test.admin.state(id) == JobState.COMPLETED);
      await().until(worker::isConnected);
    }
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).contains("held up");
    assertThat(told.getLast()).contains("going on");
  }

  @Test
  void aFullRedisWithWorkWaitingIsSaidOnceToo() {
    server.start();
    test.begin();
    Duration drainDelay = Duration.ofMillis(200);
    Worker worker =
        test.worker(
            WorkerOptions.builder().concurrency(4).drainDelay(drainDelay), (job, context) -> "ok");
    String first = test.queue.add("a", "1");
    await().until(() -> test.admin.state(first) == JobState.COMPLETED);
    test.admin.pause();
    String id = test.queue.add("a", "2");
    List<String> told;
    try (Ear ear = new Ear()) {
      told = ear.told;
      test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "1"));
      test.admin.resume();
      await().until(() -> !worker.isConnected());
      // A dozen waits at the marker, which a full Redis allows.
      await().during(drainDelay.multipliedBy(12)).until(() -> !worker.isConnected());
      test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "0"));
      await().until(() -> test.admin.state(id) == JobState.COMPLETED);
      await().until(worker::isConnected);
    }
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).contains("held up").contains("OOM");
    assertThat(told.getLast()).contains("going on");
  }

  /** Hears what workers log while it is open. */
  private static final class Ear extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Worker.class.getName());
    private final List<String> told = new CopyOnWriteArrayList<>();

    private Ear() {
      LOGGER.addHandler(this);
    }

    @Override
    public void publish(LogRecord said) {
      told.add(said.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOGGER.removeHandler(this);
    }
  }

  @Test
  void scriptsThatAreFlushedInTheMiddleAreNoMatter() {
    server.start();
    test.begin();
    Set<String> done = ConcurrentHashMap.newKeySet();
    Set<String> twice = ConcurrentHashMap.newKeySet();
    test.queue.add(IntStream.range(0, 2_000).mapToObj(i -> new NewJob("n", "" + i)).toList());
    test.worker(
        WorkerOptions.builder().concurrency(8),
        (job, context) -> {
          if (!done.add(job.data())) {
            twice.add(job.data());
          }
          return "ok";
        });
    for (int i = 1; i <= 10; i++) {
      int some = i * 150;
      await().pollInterval(Duration.ofMillis(5)).until(() -> done.size() > some);
      test.redis.call(Command.of(Protocol.Command.SCRIPT, "FLUSH"));
    }
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == 2_000);
    assertThat(done).hasSize(2_000);
    assertThat(twice).isEmpty();
  }

  @Test
  void aJobThatEndsWhileRedisIsFullKeepsItsResult() {
    server.start();
    test.begin();
    CountDownLatch go = new CountDownLatch(1);
    Worker worker =
        test.worker(
            (job, context) -> {
              go.await();
              return "kept";
            });
    String id = test.queue.add("a", "1");
    await().until(() -> worker.active() == 1);
    test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "1"));
    go.countDown();
    await().until(() -> !worker.isConnected() || test.admin.state(id) == JobState.COMPLETED);
    test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "0"));
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    assertThat(test.admin.job(id).orElseThrow().returnValue()).isEqualTo("\"kept\"");
    await().until(worker::isConnected);
  }

  @Test
  void aFullRedisIsWaitedForAndNothingIsLost() {
    server.start();
    test.begin();
    Worker worker = test.worker((job, context) -> "ok");
    String id = await().until(() -> test.queue.add("a", "1"), added -> true);
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "1"));
    assertThatThrownBy(() -> test.queue.add("b", "1"))
        .isInstanceOf(RedisUnavailableException.class);
    test.redis.call(Command.of(Protocol.Command.CONFIG, "SET", "maxmemory", "0"));
    String next = test.queue.add("b", "1");
    await().until(() -> test.admin.state(next) == JobState.COMPLETED);
    assertThat(worker.isRunning()).isTrue();
  }
}
