package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/** Three masters, of which one has the slot of all our queues. */
class ClusterTest {
  private static final int SLOTS = 16_384;

  private final List<RedisServer> nodes =
      Stream.generate(() -> new RedisServer("--cluster-enabled", "yes")).limit(3).toList();
  private final QueueFixture test = new QueueFixture(nodes.getFirst());

  @BeforeEach
  void begin() {
    nodes.forEach(RedisServer::start);
    for (int i = 0; i < 3; i++) {
      Stream<Object> slots =
          IntStream.range(i * SLOTS / 3, (i + 1) * SLOTS / 3).boxed().map(Object.class::cast);
      nodes
          .get(i)
          .ask(Protocol.Command.CLUSTER, Stream.concat(Stream.of("ADDSLOTS"), slots).toArray());
      nodes.get(i).ask(Protocol.Command.CLUSTER, "MEET", "127.0.0.1", nodes.getFirst().port);
    }
    await().until(() -> nodes.stream().allMatch(this::isWhole));
    test.begin(RedisConfig.parse("redis-cluster://" + seeds()));
  }

  private boolean isWhole(RedisServer node) {
    String info = Job.text(node.ask(Protocol.Command.CLUSTER, "INFO"));
    return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:3");
  }

  /** The owner comes last: it is the others that say where to go. */
  private String seeds() {
    List<RedisServer> others = nodes.stream().filter(node -> node != owner()).toList();
    return "127.0.0.1:1,"
        + String.join(
            ",",
            Stream.concat(others.stream(), Stream.of(owner()))
                .map(node -> "127.0.0.1:" + node.port)
                .toList());
  }

  private RedisServer owner() {
    return nodes.get(slot() * 3 / SLOTS);
  }

  private static int slot() {
    return new Topology.Cluster(List.of(new HostAndPort("n", 1)), "{bull}").slot();
  }

  @AfterEach
  void stop() {
    test.afterEach(null);
    nodes.forEach(RedisServer::close);
  }

  @Test
  void everyScriptRunsThere() {
    new EveryOperation(test).run();
    List<?> known =
        (List<?>)
            owner()
                .ask(
                    Protocol.Command.SCRIPT,
                    Stream.concat(
                            Stream.of("EXISTS"),
                            Stream.of(Script.values()).map(script -> script.sha))
                        .toArray());
    List<Script> missing =
        Stream.of(Script.values())
            .filter(script -> known.get(script.ordinal()).equals(0L))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void aSlotThatHasMovedIsFollowed() {
    test.worker((job, context) -> "ok");
    String before = test.queue.add("a", "1");
    await().until(() -> test.admin.state(before) == JobState.COMPLETED);
    RedisServer from = owner();
    RedisServer to = nodes.stream().filter(node -> node != from).findFirst().orElseThrow();
    String id = Job.text(to.ask(Protocol.Command.CLUSTER, "MYID"));
    from.ask(Protocol.Command.FLUSHALL);
    // As redis-cli does it: everybody is told.
    Stream.concat(Stream.of(to), nodes.stream().filter(node -> node != to))
        .forEach(node -> node.ask(Protocol.Command.CLUSTER, "SETSLOT", slot(), "NODE", id));
    String after = await().until(() -> test.queue.add("b", "1"), added -> true);
    await().until(() -> test.admin.state(after) == JobState.COMPLETED);
    assertThat(to.ask(Protocol.Command.EXISTS, test.redis.keys("{bull}", test.name).of(after)))
        .isEqualTo(1L);
  }

  /**
   * Moves the slot with all that is in it, the way redis-cli does: one node imports, the other
   * exports, then everybody is told. The keys go all at once: a script that finds one half of its
   * keys here and one there would fail in its middle, whoever runs it.
   */
  private void move(RedisServer from, RedisServer to) {
    String target = Job.text(to.ask(Protocol.Command.CLUSTER, "MYID"));
    String source = Job.text(from.ask(Protocol.Command.CLUSTER, "MYID"));
    to.ask(Protocol.Command.CLUSTER, "SETSLOT", slot(), "IMPORTING", source);
    from.ask(Protocol.Command.CLUSTER, "SETSLOT", slot(), "MIGRATING", target);
    while (from.ask(Protocol.Command.CLUSTER, "GETKEYSINSLOT", slot(), 100_000)
            instanceof List<?> keys
        && !keys.isEmpty()) {
      List<Object> line =
          new ArrayList<>(List.of("127.0.0.1", to.port, "", 0, 10_000, "REPLACE", "KEYS"));
      line.addAll(keys);
      from.ask(Protocol.Command.MIGRATE, line.toArray());
    }
    Stream.concat(Stream.of(to), nodes.stream().filter(node -> node != to))
        .forEach(node -> node.ask(Protocol.Command.CLUSTER, "SETSLOT", slot(), "NODE", target));
  }

  /**
   * The slot moves while nobody adds: what a script writes between the keys' departure and the news
   * of it stays behind on the old node, whoever runs it (ADR 0018).
   */
  @Test
  void nodeAndJavaWorkForEachOtherBeforeAndAfterTheSlotHasMoved() {
    String nodes = test.name + "-node";
    QueueAdmin atNodes = new QueueAdmin(test.redis, nodes);
    Queue forNodes = new Queue(test.redis, nodes);
    Set<String> done = ConcurrentHashMap.newKeySet();
    test.worker(
        WorkerOptions.builder().concurrency(4),
        (job, context) -> {
          done.add(job.data());
          return job.data();
        });
    try (Node node = new Node("cluster.mjs", seeds(), nodes, test.name)) {
      assertThat(node.line()).isEqualTo("ready");
      for (int half = 1; half <= 2; half++) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
          String data = "" + i;
          ids.add(await().until(() -> forNodes.add("echo", data), added -> true));
        }
        node.sayMore("300");
        assertThat(node.line()).isEqualTo("added 300");
        int all = half * 300;
        await().until(() -> test.admin.counts().get(JobState.COMPLETED) == all);
        await().until(() -> ids.stream().allMatch(id -> atNodes.state(id) == JobState.COMPLETED));
        assertThat(done).hasSize(all);
        if (half == 1) {
          RedisServer from = owner();
          move(from, this.nodes.stream().filter(other -> other != from).findFirst().orElseThrow());
        }
      }
      assertThat(test.admin.counts())
          .containsEntry(JobState.ACTIVE, 0L)
          .containsEntry(JobState.WAITING, 0L)
          .containsEntry(JobState.FAILED, 0L);
    }
  }
}
