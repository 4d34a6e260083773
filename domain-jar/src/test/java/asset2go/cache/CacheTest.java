package asset2go.cache;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.queue.RedisConfig;
import asset2go.redis.RedisServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Two instances, one Redis, and a "database" of one record. */
final class CacheTest {

  private static RedisServer redis;

  private final AtomicReference<String> database = new AtomicReference<>("old");
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger hits = new AtomicInteger();
  private Cache one;
  private Cache other;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void twoInstances() {
    try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
      jedis.flushAll();
    }
    one = instance();
    other = instance();
    // The first read of all makes the stamp of everything.
    read(one);
    reads.set(0);
  }

  private Cache instance() {
    return new Cache(
        true,
        Duration.ofHours(1),
        RedisConfig.of("127.0.0.1", redis.port()),
        hits::incrementAndGet,
        () -> {});
  }

  private String read(Cache cache) {
    return cache.get(
        "asset:1",
        String.class,
        () -> {
          reads.incrementAndGet();
          return database.get();
        });
  }

  private void write(Cache cache, String value, String touched) {
    cache.committing(Set.of(touched));
    database.set(value);
    cache.committed(Set.of(touched));
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    assertThat(read(one)).isEqualTo("old");
    assertThat(read(one)).isEqualTo("old");
    assertThat(reads).hasValue(1);
    assertThat(hits).hasValue(1);
  }

  @Test
  void aChangeIsSeenEverywhereAtOnce() {
    read(one);
    read(other);
    write(one, "new", "asset:1");
    assertThat(read(one)).isEqualTo("new");
    assertThat(read(other)).isEqualTo("new");
    assertThat(reads).hasValue(4);
  }

  @Test
  void aChangeOfAnotherRecordCostsNothing() {
    read(one);
    write(other, "old", "asset:2");
    read(one);
    assertThat(reads).hasValue(1);
  }

  @Test
  void aChangeOfEverythingIsOneOfEach() {
    read(one);
    write(other, "new", Cache.EVERYTHING);
    assertThat(read(one)).isEqualTo("new");
  }

  @Test
  void aChangeOfVeryManyIsOneOfEverything() {
    read(one);
    Set<String> many =
        IntStream.range(10, 200).mapToObj(i -> "asset:" + i).collect(Collectors.toSet());
    other.committing(many);
    other.committed(many);
    read(one);
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatWasReadWhileAChangeWasUnderWayIsNotKept() {
    other.committing(Set.of("asset:1"));
    assertThat(read(one)).isEqualTo("old");
    database.set("new");
    other.committed(Set.of("asset:1"));
    assertThat(read(one)).isEqualTo("new");
  }

  @Test
  void whatWasReadBeforeAChangeAndKeptAfterItIsNotUsed() {
    String seen =
        one.get(
            "asset:1",
            String.class,
            () -> {
              String before = database.get();
              write(other, "new", "asset:1");
              return before;
            });
    assertThat(seen).isEqualTo("old");
    assertThat(read(one)).isEqualTo("new");
  }

  @Test
  void aWriterThatDiesAroundItsCommitLeavesNothingOld() {
    read(one);
    other.committing(Set.of("asset:1"));
    database.set("new");
    assertThat(read(one)).isEqualTo("new");
    database.set("newer, and never announced");
    assertThat(read(one)).isEqualTo("newer, and never announced");
  }

  @Test
  void aRedisThatLostItsDataIsNotBelieved() {
    read(one);
    other.committing(Set.of("asset:1"));
    database.set("new");
    other.committed(Set.of("asset:1"));
    try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
      jedis.flushAll();
    }
    assertThat(read(one)).isEqualTo("new");
    read(one);
    read(one);
    assertThat(hits).hasValue(1);
  }

  @Test
  void withoutRedisEverythingIsReadAfreshAndAfterItNothingOldIsUsed() {
    RedisServer own = RedisServer.start();
    AtomicInteger spared = new AtomicInteger();
    Cache alone =
        new Cache(
            true,
            Duration.ofHours(1),
            RedisConfig.of("127.0.0.1", own.port()),
            spared::incrementAndGet,
            () -> {});
    read(alone);
    read(alone);
    read(alone);
    assertThat(spared).hasValue(1);
    own.close();
    write(alone, "new", "asset:1");
    assertThat(read(alone)).isEqualTo("new");
    assertThat(read(alone)).isEqualTo("new");
    assertThat(spared).hasValue(1);
  }

  @Test
  void switchedOffItKeepsNothingAndStillTellsTheOthers() {
    Cache off =
        new Cache(
            false,
            Duration.ofHours(1),
            RedisConfig.of("127.0.0.1", redis.port()),
            hits::incrementAndGet,
            () -> {});
    read(off);
    read(off);
    assertThat(hits).hasValue(0);
    read(one);
    write(off, "new", "asset:1");
    assertThat(read(one)).isEqualTo("new");
  }
}
