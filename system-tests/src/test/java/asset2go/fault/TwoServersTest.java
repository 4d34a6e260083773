package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two servers, each with all roles, on one Neo4j and one Redis. */
@Order(Order.DEFAULT + 1)
final class TwoServersTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int LIMIT = 2_000;
  private static final String TASK = "expired-answers";
  private static final String SCHEDULE = "/v1/jobs/schedules/" + TASK;

  private static RunningSystem second;

  private final Api api = OneSystem.api();

  @BeforeAll
  static void startASecondServer() {
    second = OneSystem.get().beside("second", Map.of("RATE_LIMIT_REQUESTS", "" + LIMIT));
    second.up();
  }

  @AfterAll
  static void stopIt() {
    second.close();
  }

  @Test
  void aScheduleFiresOnceEachTimeWhicheverWorkerTakesIt() {
    Awaitility.await().atMost(LONG).until(() -> workers() == 2);
    Instant begun = Instant.now();
    JsonObject before = schedule();
    api.patch(SCHEDULE, json("{'pattern': '* * * * * *'}")).expect(200);
    try {
      Awaitility.await()
          .atMost(LONG)
          .until(() -> fired(begun).stream().map(TwoServersTest::worker).distinct().count() == 2);
      Awaitility.await().atMost(LONG).until(() -> fired(begun).size() >= 15);
    } finally {
      api.patch(SCHEDULE, json("{'pattern': '%s'}", before.getString("pattern"))).expect(200);
    }
    List<JsonObject> fired = fired(begun);
    // The id of a firing is that of its second: no second has two.
    assertThat(fired).extracting(job -> job.getString("id")).doesNotHaveDuplicates();
    assertThat(fired).allSatisfy(job -> assertThat(job.getInt("attemptsMade")).isEqualTo(1));
    assertThat(fired)
        .extracting(job -> job.getString("id").replaceAll("^repeat:" + TASK + ":\\d+000$", "ok"))
        .containsOnly("ok");
  }

  @Test
  void whatOneServerChangesTheOtherShowsAtOnce() {
    RunningSystem first = OneSystem.get();
    Api other = second.api().signIn(first.setting("ADMIN_EMAIL"), first.setting("ADMIN_PASSWORD"));
    String place =
        api.post("/v1/locations", json("{'code': '%s', 'name': 'Before'}", Some.word()))
            .expect(201)
            .id();
    String id =
        api.post("/v1/assets", json("{'name': 'Laptop 0', 'locationId': '%s'}", place))
            .expect(201)
            .id();
    for (int i = 1; i <= 50; i++) {
      String name = "Laptop " + i;
      Api writer = i % 2 == 0 ? api : other;
      Api reader = i % 2 == 0 ? other : api;
      writer.patch("/v1/assets/" + id, json("{'name': '%s'}", name)).expect(200);
      for (Api anyone : List.of(reader, writer, reader)) {
        assertThat(anyone.get("/v1/assets/" + id).expect(200).json().getString("name"))
            .isEqualTo(name);
      }
    }
    // What an asset shows of others.
    api.patch("/v1/locations/" + place, json("{'name': 'After'}")).expect(200);
    JsonObject seen = other.get("/v1/assets/" + id).expect(200).json();
    assertThat(seen.getJsonObject("location").getString("name")).isEqualTo("After");
    api.delete("/v1/assets/" + id).expect(204);
    other.get("/v1/assets/" + id).expect(404);
  }

  /** The first server has a limit that nobody reaches, and counts all the same. */
  @Test
  void bothServersCountOneLimitTogether() {
    Colleague colleague = Colleague.with("MEMBER");
    Api byFirst = colleague.signIn();
    Api bySecond = second.api().as(byFirst.token());
    awaitWindowOfAtLeast(30, byFirst);
    long used = LIMIT - remaining(bySecond.get("/v1/me").expect(200));
    assertThat(statuses(byFirst, 1_700)).containsOnlyKeys(200);
    long left = LIMIT - used - 1_700;
    assertThat(statuses(bySecond, 500)).isEqualTo(Map.of(200, left, 429, 500 - left));
    assertThat(remaining(bySecond.get("/v1/me").expect(429))).isZero();
  }

  private static void awaitWindowOfAtLeast(int seconds, Api api) {
    Awaitility.await()
        .atMost(LONG)
        .until(() -> Integer.parseInt(api.get("/v1/me").header("RateLimit-Reset")) >= seconds);
  }

  private static long remaining(Answer answer) {
    return Long.parseLong(answer.header("RateLimit-Remaining"));
  }

  private static Map<Integer, Long> statuses(Api api, int requests) {
    return IntStream.range(0, requests)
        .parallel()
        .mapToObj(i -> api.get("/v1/me").status())
        .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
  }

  private List<JsonObject> fired(Instant since) {
    return api
        .get("/v1/jobs?queue=bulk&state=completed&limit=200&name=" + TASK)
        .expect(200)
        .items()
        .stream()
        .filter(job -> job.containsKey("schedule"))
        .filter(job -> Instant.parse(job.getString("startedAt")).isAfter(since))
        .toList();
  }

  private static String worker(JsonObject job) {
    return job.getString("worker");
  }

  private JsonObject schedule() {
    return api.get("/v1/jobs/schedules").expect(200).items().stream()
        .filter(one -> one.getString("id").equals(TASK))
        .findAny()
        .orElseThrow();
  }

  private int workers() {
    return api.get("/v1/jobs/queues").expect(200).items().stream()
        .filter(queue -> queue.getString("key").equals("bulk"))
        .findAny()
        .orElseThrow()
        .getJsonArray("workers")
        .size();
  }
}
