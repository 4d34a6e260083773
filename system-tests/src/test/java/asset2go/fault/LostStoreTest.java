package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import asset2go.running.Some;
import asset2go.running.StoreProcess;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Redis and Neo4j stopped, frozen and back again, without a restart of ours. */
@Order(Order.DEFAULT + 1)
final class LostStoreTest {

  /** Promised are two seconds; the rest is for this machine, which does everything at once. */
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private static final Duration SLACK = Duration.ofSeconds(1);
  private static final Duration BACK = Duration.ofSeconds(60);

  private static RunningSystem system;
  private static Api api;
  private static String id;

  @BeforeAll
  static void start() {
    system = OneSystem.get();
    api = OneSystem.api();
    id = Some.asset(api).id();
  }

  @AfterEach
  void everythingIsBack() {
    awaitWell();
  }

  @Test
  void withoutRedisReadingAndWritingGoOn() {
    Imports imports = new Imports(api);
    StoreProcess redis = system.redis();
    redis.stop();
    String run;
    try {
      readAndWrite();
      // A job is taken all the same; it waits.
      run = imports.start("assets", "waits.csv", rows(Some.word()), Map.of()).expect(202).id();
      assertThat(Imports.state(imports.now(run))).isEqualTo("queued");
    } finally {
      redis.start();
    }
    assertThat(Imports.state(imports.finished(run))).isEqualTo("completed");
    assertThat(imports.now(run).getInt("created")).isEqualTo(2);
  }

  @Test
  void withRedisFrozenReadingAndWritingGoOn() {
    StoreProcess redis = system.redis();
    redis.freeze();
    try {
      readAndWrite();
    } finally {
      redis.thaw();
    }
    importsWork();
  }

  @Test
  void withoutRedisTheServerStaysInRotationAndSaysSo() {
    StoreProcess redis = system.redis();
    redis.stop();
    try {
      Awaitility.await().atMost(BACK).until(() -> !redisAnswers());
    } finally {
      redis.start();
    }
    Awaitility.await().atMost(BACK).until(LostStoreTest::redisAnswers);
  }

  private static boolean redisAnswers() {
    return system.api().get("/health/ready").expect(200).json().getJsonArray("checks").stream()
        .map(JsonValue::asJsonObject)
        .filter(check -> check.getString("name").equals("redis"))
        .findAny()
        .orElseThrow()
        .getJsonObject("data")
        .getBoolean("answers");
  }

  @Test
  void withoutRedisWhoAsksForJobsIsToldAtOnce() {
    StoreProcess redis = system.redis();
    redis.stop();
    try {
      assertJobsUnavailable();
    } finally {
      redis.start();
    }
    redis.freeze();
    try {
      assertJobsUnavailable();
    } finally {
      redis.thaw();
    }
    Awaitility.await().atMost(BACK).until(() -> api.get("/v1/jobs/queues").status() == 200);
  }

  private static void assertJobsUnavailable() {
    for (String path : List.of("/v1/jobs/queues", "/v1/jobs?state=failed", "/v1/jobs/schedules")) {
      Timed refused = timed(() -> api.get(path));
      assertThat(refused.answer().status()).as(refused.toString()).isEqualTo(503);
      assertThat(refused.took()).as(refused.toString()).isLessThan(PROMISED.plus(SLACK));
    }
    api.get("/v1/assets/" + id).expect(200);
  }

  @Test
  void withRedisKilledReadingAndWritingGoOn() {
    StoreProcess redis = system.redis();
    redis.kill();
    try {
      readAndWrite();
    } finally {
      redis.start();
    }
    importsWork();
  }

  @Test
  void withoutNeo4jEverybodyIsToldAtOnce() {
    StoreProcess neo4j = system.neo4j();
    neo4j.stop();
    try {
      assertUnavailable();
    } finally {
      neo4j.start();
    }
    awaitWell();
    readAndWrite();
    importsWork();
  }

  @Test
  void withNeo4jFrozenEverybodyIsToldAtOnce() {
    StoreProcess neo4j = system.neo4j();
    neo4j.freeze();
    try {
      assertUnavailable();
    } finally {
      neo4j.thaw();
    }
    awaitWell();
    readAndWrite();
    importsWork();
  }

  @Test
  void whoIsUnderWayWhenNeo4jFreezesIsToldToo() {
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<Duration>> clients =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> slowestUntil(over)))
            .toList();
    Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    system.neo4j().freeze();
    try {
      Awaitility.await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
    } finally {
      over.set(true);
      system.neo4j().thaw();
    }
    for (CompletableFuture<Duration> client : clients) {
      assertThat(client.join()).isLessThan(PROMISED.plus(SLACK));
    }
  }

  private static Duration slowestUntil(AtomicBoolean over) {
    Duration slowest = Duration.ZERO;
    while (!over.get()) {
      Timed read = timed(() -> api.get("/v1/assets/" + id));
      assertThat(read.answer().status()).isIn(200, 503);
      slowest = slowest.compareTo(read.took()) > 0 ? slowest : read.took();
    }
    return slowest;
  }

  private static void readAndWrite() {
    for (int i = 0; i < 3; i++) {
      api.get("/v1/assets/" + id).expect(200);
      api.get("/v1/assets?limit=10").expect(200);
      Answer made = Some.asset(api);
      api.patch("/v1/assets/" + made.id(), json("{'notes': 'still here'}")).expect(200);
      api.post("/v1/assets/" + made.id() + "/transitions", json("{'to': 'IN_MAINTENANCE'}"))
          .expect(200);
    }
    system.administrator().get("/v1/me").expect(200);
    system.api().get("/health/ready").expect(200);
  }

  private static void assertUnavailable() {
    List<Supplier<Answer>> requests =
        List.of(
            () -> api.get("/v1/assets/" + id),
            () -> api.get("/v1/assets?limit=10"),
            () -> api.get("/v1/search?q=drill"),
            () -> api.get("/v1/dashboard"),
            () -> api.post("/v1/assets", json("{'name': 'Too late'}")),
            () -> api.patch("/v1/assets/" + id, json("{'notes': 'too late'}")),
            () -> api.post("/v1/assets/" + id + "/transitions", json("{'to': 'RETIRED'}")),
            () -> system.api().login(system.setting("ADMIN_EMAIL"), "any password"),
            () -> api.get("/v1/me"));
    for (int round = 0; round < 2; round++) {
      for (Supplier<Answer> request : requests) {
        Timed refused = timed(request);
        assertThat(refused.answer().status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.took()).as(refused.toString()).isLessThan(PROMISED.plus(SLACK));
        assertThat(refused.answer().header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.answer().header("Retry-After"))).isPositive();
        assertThat(refused.answer().json().getInt("status")).isEqualTo(503);
      }
    }
    system.api().get("/version").expect(200);
    system.api().get("/health/live").expect(200);
    // A lost store takes no instance out of rotation.
    system.api().get("/health/ready").expect(200);
  }

  private static void awaitWell() {
    Awaitility.await("well again")
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> api.get("/v1/assets/" + id).status() == 200);
  }

  private static void importsWork() {
    JsonObject run = new Imports(api).run("assets", "after.csv", rows(Some.word()));
    assertThat(Imports.state(run)).as(run.toString()).isEqualTo("completed");
    assertThat(run.getInt("created")).isEqualTo(2);
  }

  private static byte[] rows(String word) {
    return "tag,name\n%s-1,Lamp\n%s-2,Lamp\n"
        .formatted(word, word)
        .getBytes(StandardCharsets.UTF_8);
  }

  private record Timed(Answer answer, Duration took) {}

  private static Timed timed(Supplier<Answer> request) {
    long start = System.nanoTime();
    Answer answer = request.get();
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
  }
}
