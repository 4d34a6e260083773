package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;

/** A master with a replica, which takes over in the middle of the work. */
class SentinelTest {
  private static final int JOBS = 2_000;

  private final RedisServer master = new RedisServer().start();
  private final RedisServer replica =
      new RedisServer("--replicaof", "127.0.0.1", "" + master.port).start();
  private final RedisServer sentinel = RedisServer.sentinel(master).start();
  private final QueueFixture test = new QueueFixture(sentinel);
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void begin() {
    await().until(() -> readyReplicas() == 1);
    // The first of them does not exist: the next one is asked.
    test.begin(
        RedisConfig.parse("redis-sentinel://127.0.0.1:1,127.0.0.1:" + sentinel.port + "/main"));
  }

  private long readyReplicas() {
    return ((List<?>) sentinel.ask(Protocol.Command.SENTINEL, "REPLICAS", "main"))
        .stream()
            .map(each -> ((List<?>) each).stream().map(Job::text).toList())
            .filter(fields -> fields.contains("slave") && fields.contains("ok"))
            .count();
  }

  @AfterEach
  void stop() {
    test.afterEach(null);
    List.of(sentinel, replica, master).forEach(RedisServer::close);
  }

  @Test
  void aMasterThatDiesIsReplacedAndNoJobIsLost() {
    halfOfTheWork();
    master.kill();
    theOtherHalf();
    master.start();
    oneMore();
  }

  @Test
  void aMasterThatIsReplacedWhileItLivesIsLeft() {
    halfOfTheWork();
    sentinel.ask(Protocol.Command.SENTINEL, "FAILOVER", "main");
    await().until(() -> role(replica).equals("master") && role(master).equals("slave"));
    theOtherHalf();
    oneMore();
  }

  private void halfOfTheWork() {
    List<NewJob> jobs = IntStream.range(0, JOBS).mapToObj(i -> new NewJob("n", "" + i)).toList();
    test.queue.add(jobs);
    // What no replica has yet nobody can save: Redis replicates after it has answered.
    Keys keys = test.redis.keys("bull", test.name);
    await().until(() -> replica.ask(Protocol.Command.LLEN, keys.wait).equals((long) JOBS));
    test.worker(
        WorkerOptions.builder()
            .concurrency(8)
            .lock(Duration.ofSeconds(2))
            .stalledInterval(Duration.ofSeconds(1)),
        (job, context) -> done.add(job.data()));
    await().until(() -> done.size() > JOBS / 4);
  }

  private void theOtherHalf() {
    await().until(() -> test.admin.counts().get(JobState.COMPLETED) == JOBS);
    assertThat(done).hasSize(JOBS);
    assertThat(role(replica)).isEqualTo("master");
    assertThat(test.admin.counts()).containsEntry(JobState.ACTIVE, 0L);
  }

  private void oneMore() {
    String id = test.queue.add("one more", "-1");
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
  }

  private static String role(RedisServer server) {
    return Job.text(((List<?>) server.ask(Protocol.Command.ROLE)).getFirst());
  }
}
