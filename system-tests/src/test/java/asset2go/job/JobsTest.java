package asset2go.job;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Mailbox;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobsTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api = OneSystem.api();
  private final ForeignProducer stranger = new ForeignProducer(OneSystem.get());
  private final String word = Some.word();

  @Test
  void whoIsNoAdministratorSeesNothingAndChangesNothing() {
    Api manager = Colleague.with("MANAGER").signIn();
    for (String path : List.of("/v1/jobs", "/v1/jobs/queues", "/v1/jobs/schedules")) {
      manager.get(path).expect(403);
    }
    manager.post("/v1/jobs/queues/prompt/pause").expect(403);
    manager.post("/v1/jobs/schedules/daily-digest/run").expect(403);
    manager.patch("/v1/jobs/schedules/daily-digest", json("{'enabled': false}")).expect(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt", "bulk"})
  void aQueueTellsItsFiguresAndWhoWorksAtIt(String key) {
    JsonObject queue = queue(key);
    assertThat(queue.getString("name")).startsWith("asset2go");
    assertThat(queue.getJsonObject("counts")).containsKeys("waiting", "active", "failed");
    assertThat(queue.getJsonArray("throughput")).hasSize(60);
    JsonObject worker = queue.getJsonArray("workers").getJsonObject(0);
    assertThat(worker.getString("name")).startsWith("asset2go-");
    assertThat(worker.getString("host")).isNotBlank();
    assertThat(worker.getInt("concurrency")).isPositive();
  }

  @Test
  void whatWasDoneLatelyIsCountedAndTimed() {
    api.post("/v1/jobs/schedules/expired-answers/run").expect(200);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonObject queue = queue("bulk");
              assertThat(
                      queue.getJsonArray("throughput").getValuesAs(JsonObject.class).stream()
                          .mapToInt(minute -> minute.getInt("completed"))
                          .sum())
                  .isPositive();
              assertThat(queue.getJsonArray("times").getValuesAs(JsonObject.class))
                  .anyMatch(times -> times.getString("name").equals("expired-answers"));
            });
  }

  @Test
  void aFailedJobOfAStrangerIsListedAndTriedAgain() {
    stranger.failed("prompt", "f-" + word, word, "{\"payload\":{}}", "boom", Instant.now());
    JsonObject listed =
        api.get("/v1/jobs?queue=prompt&state=failed&name=" + word).expect(200).items().get(0);
    assertThat(listed.getString("id")).isEqualTo("f-" + word);
    assertThat(listed.getString("failedReason")).isEqualTo("boom");
    api.post("/v1/jobs/prompt/f-" + word + "/retry").expect(200);
    // Nobody does jobs of that name: it ends in failed again, and says so.
    awaitReason("prompt", "f-" + word, "no processor for jobs named");
  }

  @Test
  void aPoisonedJobFailsWithItsReason() {
    stranger.waiting("prompt", "p-" + word, "mail", "{{{ no JSON");
    stranger.waiting("prompt", "q-" + word, "mail", "{\"not\": \"ours\"}");
    awaitReason("prompt", "p-" + word, "not JSON");
    awaitReason("prompt", "q-" + word, "not of our making");
    api.get("/v1/jobs/prompt/p-" + word).expect(200);
  }

  @Test
  void secretsAreNotShown() {
    String data =
        "{\"user\":\"kim\",\"password\":\"hunter2\",\"deep\":[{\"apiToken\":\"s3cr3t\"}],"
            + "\"note\":\"see https://u:pa55@host/?token=qwertz123\"}";
    stranger.failed("bulk", "s-" + word, word, data, "password=swordfish", Instant.now());
    Answer shown = api.get("/v1/jobs/bulk/s-" + word).expect(200);
    assertThat(shown.body())
        .contains("kim", "began")
        .doesNotContain("hunter2", "s3cr3t", "pa55", "qwertz123", "swordfish", "abcdefgh12345");
    assertThat(shown.json().getBoolean("redacted")).isTrue();
    assertThat(api.get("/v1/jobs?queue=bulk&state=failed&name=" + word).body())
        .doesNotContain("swordfish");
  }

  @Test
  void aMailSaysWhichKindItIsButNotForWhom() {
    Colleague colleague = Colleague.with("MEMBER");
    colleague
        .api()
        .post("/v1/auth/password-reset", json("{'email': '%s'}", colleague.email()))
        .expect(202);
    Mailbox.of(colleague.email()).token(2);
    for (JsonObject mail : api.get("/v1/jobs?queue=prompt&name=mail&limit=20").items()) {
      Answer shown = api.get("/v1/jobs/prompt/" + mail.getString("id")).expect(200);
      assertThat(shown.body()).doesNotContain(colleague.email());
    }
  }

  @Test
  void pagesFollowEachOther() {
    List<String> ids =
        IntStream.range(0, 5)
            .mapToObj(i -> "n-" + i + "-" + word)
            .peek(id -> stranger.failed("bulk", id, word, "{}", "boom", Instant.now()))
            .toList();
    List<JsonObject> rows = api.all("/v1/jobs?queue=bulk&state=failed&limit=2&name=" + word);
    assertThat(rows)
        .extracting(row -> row.getString("id"))
        .containsExactlyInAnyOrderElementsOf(ids);
    api.get("/v1/jobs?state=nonsense").expect(400);
    api.get("/v1/jobs?queue=nonsense").expect(404);
    api.get("/v1/jobs?after=nonsense").expect(400);
    api.get("/v1/jobs?limit=0").expect(400);
  }

  @Test
  void aPausedQueueGivesOutNothingUntilItIsResumed() {
    try {
      assertThat(api.post("/v1/jobs/queues/bulk/pause").expect(200).json().getBoolean("paused"))
          .isTrue();
      stranger.waiting("bulk", "w-" + word, word, "{}");
      assertThat(state("bulk", "w-" + word)).isEqualTo("waiting");
      assertThat(queue("bulk").containsKey("oldestWaiting")).isTrue();
    } finally {
      assertThat(api.post("/v1/jobs/queues/bulk/resume").expect(200).json().getBoolean("paused"))
          .isFalse();
    }
    Awaitility.await().atMost(SOON).until(() -> state("bulk", "w-" + word).equals("failed"));
  }

  @Test
  void aDelayedJobIsDoneNowOnceAndAStateThatDoesNotFitIsRefused() {
    stranger.delayed("bulk", "d-" + word, word);
    JsonObject delayed = api.get("/v1/jobs/bulk/d-" + word).expect(200).json();
    assertThat(Instant.parse(delayed.getJsonObject("job").getString("dueAt")))
        .isAfter(Instant.now());
    api.post("/v1/jobs/bulk/d-" + word + "/retry").expect(409);
    api.post("/v1/jobs/bulk/d-" + word + "/promote").expect(200);
    Awaitility.await().atMost(SOON).until(() -> state("bulk", "d-" + word).equals("failed"));
    api.post("/v1/jobs/bulk/d-" + word + "/promote").expect(409);
    api.delete("/v1/jobs/bulk/d-" + word).expect(204);
    api.get("/v1/jobs/bulk/d-" + word).expect(404);
    api.delete("/v1/jobs/bulk/d-" + word).expect(404);
  }

  @Test
  void oldJobsAreCleanedAway() {
    stranger.failed("bulk", "o-" + word, word, "{}", "boom", Instant.parse("2001-01-01T00:00:00Z"));
    stranger.failed("bulk", "y-" + word, word, "{}", "boom", Instant.now());
    String tenYears = "" + Duration.ofDays(3650).toSeconds();
    Answer cleaned =
        api.post(
            "/v1/jobs/queues/bulk/clean",
            json("{'state': 'failed', 'olderThanSeconds': %s}", tenYears));
    assertThat(cleaned.expect(200).json().getInt("removed")).isPositive();
    api.get("/v1/jobs/bulk/o-" + word).expect(404);
    api.get("/v1/jobs/bulk/y-" + word).expect(200);
    api.post("/v1/jobs/queues/bulk/clean", json("{'state': 'active', 'olderThanSeconds': 0}"))
        .expect(422);
  }

  @Test
  void theTimetableIsThereFromTheStart() {
    assertThat(api.get("/v1/jobs/schedules").expect(200).items())
        .filteredOn(schedule -> schedule.getBoolean("ours"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(schedule -> assertThat(schedule).containsKeys("pattern", "zone", "next"));
  }

  @Test
  void aScheduleIsChangedByWhoSawItLast() {
    String path = "/v1/jobs/schedules/queue-clean-up";
    JsonObject before = schedule("queue-clean-up");
    try {
      Answer changed =
          api.patch(path, json("{'pattern': '30 2 * * 1', 'zone': 'Europe/Berlin'}")).expect(200);
      assertThat(changed.json().getJsonObject("changedBy").getString("name")).isNotBlank();
      assertThat(Instant.parse(changed.json().getString("next"))).isAfter(Instant.now());
      assertThat(schedule("queue-clean-up").getString("pattern")).isEqualTo("30 2 * * 1");
      api.with("If-Match", changed.etag()).patch(path, json("{'enabled': false}")).expect(200);
      api.with("If-Match", changed.etag()).patch(path, json("{'enabled': true}")).expect(412);
      assertThat(schedule("queue-clean-up")).doesNotContainKey("next");
      api.patch(path, json("{'pattern': 'every day'}")).expect(422);
      api.patch(path, json("{'pattern': '0 0 30 2 *'}")).expect(422);
      api.patch(path, json("{'zone': 'Europe/Nowhere'}")).expect(422);
      api.patch(path, json("{'nonsense': true}")).expect(422);
    } finally {
      api.patch(
              path,
              json(
                  "{'pattern': '%s', 'zone': '%s', 'enabled': true}",
                  before.getString("pattern"), before.getString("zone")))
          .expect(200);
    }
  }

  @Test
  void theNextJobOfAScheduleIsNotRemoved() {
    JsonObject next = api.get("/v1/jobs?queue=bulk&state=delayed&name=daily-digest").items().get(0);
    assertThat(next.getString("schedule")).isEqualTo("daily-digest");
    String id = next.getString("id");
    assertThat(api.delete("/v1/jobs/bulk/" + id).expect(409).body()).contains("schedule");
  }

  @Test
  void whatFailedForGoodIsOfferedNoMoreUntilSomebodyWantsIt() {
    String id = promisedAndFailed("e-" + word, 3);
    Awaitility.await()
        .atMost(SOON)
        .until(
            () -> outbox("MATCH (o:Outbox {id: $id}) RETURN o.failedReason", id).contains("boom"));
    assertThat(outbox("MATCH (o:Outbox {id: $id}) WHERE o.relayAfter IS NULL RETURN o.id", id))
        .containsExactly(id);
    assertThat(state("prompt", id)).isEqualTo("failed");
    api.post("/v1/jobs/prompt/" + id + "/retry").expect(200);
    Awaitility.await().atMost(SOON).until(() -> isDone(id));
  }

  @Test
  void whatFailedWithNothingRecordedGetsItsTriesAgain() {
    String id = promisedAndFailed("g-" + word, 0);
    Awaitility.await().atMost(SOON).until(() -> isDone(id));
  }

  /** A letter that nobody writes, which is done as soon as a worker takes it. */
  private String promisedAndFailed(String id, int revived) {
    String payload = "{\"kind\":\"NOBODYS\"}";
    stranger.failed(
        "prompt",
        id,
        "mail",
        "{\"requestId\":\"r\",\"payload\":" + payload + "}",
        "boom",
        Instant.now());
    Cypher.run(
        """
        CREATE (:Outbox {id: $id, name: 'mail', bulk: false, data: $data, requestId: 'r',
                         createdAt: datetime(), relayAfter: datetime(), revived: $revived})
        """,
        Map.of("id", id, "data", payload, "revived", revived));
    return id;
  }

  private static List<String> outbox(String cypher, String id) {
    return Cypher.run(cypher, Map.of("id", id)).stream()
        .map(row -> row.get(0).asString(""))
        .toList();
  }

  private boolean isDone(String id) {
    return outbox("MATCH (o:Outbox {id: $id}) RETURN o.id", id).isEmpty()
        && state("prompt", id).equals("completed");
  }

  @Test
  void whoKeepsEquipmentTooLongIsRemindedOnce() {
    String email = "holder-" + word + "@example.test";
    String person =
        api.post("/v1/people", json("{'name': 'Robin', 'email': '%s'}", email)).expect(201).id();
    String asset = Some.asset(api).id();
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json(
                "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'},"
                    + " 'due': '%s'}",
                person, LocalDate.now(ZoneOffset.UTC).minusDays(1)))
        .expect(200);
    runNow("overdue-custody");
    assertThat(Mailbox.of(email).text(1)).contains("overdue");
    runNow("overdue-custody");
    runNow("daily-digest");
    assertThat(Mailbox.of(email).count()).isEqualTo(1);
  }

  @Test
  void ofWhatATeamKeepsTooLongEachMemberIsReminded() {
    String team = api.post("/v1/teams", json("{'name': 'Crew %s'}", word)).expect(201).id();
    List<String> emails = List.of("ada-" + word + "@example.test", "bob-" + word + "@example.test");
    for (String email : emails) {
      String member =
          api.post("/v1/people", json("{'name': 'Kim', 'email': '%s'}", email)).expect(201).id();
      api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", member)).expect(200);
    }
    String tag = api.get("/v1/assets/" + Some.asset(api).id()).json().getString("tag");
    api.post(
            "/v1/custodies",
            json(
                "{'items': [{'asset': '%s'}], 'to': {'kind': 'TEAM', 'id': '%s'}, 'due': '%s'}",
                tag, team, LocalDate.now(ZoneOffset.UTC).minusDays(1)))
        .expect(200);
    runNow("overdue-custody");
    assertThat(emails)
        .allSatisfy(email -> assertThat(Mailbox.of(email).text(1)).contains(tag, "Crew " + word));
    runNow("overdue-custody");
    assertThat(emails).allSatisfy(email -> assertThat(Mailbox.of(email).count()).isEqualTo(1));
  }

  private void runNow(String schedule) {
    String id = api.post("/v1/jobs/schedules/" + schedule + "/run").expect(200).id();
    Awaitility.await().atMost(SOON).until(() -> state("bulk", id).equals("completed"));
    assertThat(schedule(schedule)).containsKey("lastRunAt");
  }

  private JsonObject queue(String key) {
    return api.get("/v1/jobs/queues").expect(200).items().stream()
        .filter(queue -> queue.getString("key").equals(key))
        .findAny()
        .orElseThrow();
  }

  private JsonObject schedule(String id) {
    return api.get("/v1/jobs/schedules").expect(200).items().stream()
        .filter(schedule -> schedule.getString("id").equals(id))
        .findAny()
        .orElseThrow();
  }

  private String state(String queue, String id) {
    JsonObject job = api.get("/v1/jobs/" + queue + "/" + id).expect(200).json();
    return job.getJsonObject("job").getString("state");
  }

  private void awaitReason(String queue, String id, String reason) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonObject job = api.get("/v1/jobs/" + queue + "/" + id).json().getJsonObject("job");
              assertThat(job.getString("state")).isEqualTo("failed");
              assertThat(job.getString("failedReason")).contains(reason);
            });
  }
}
