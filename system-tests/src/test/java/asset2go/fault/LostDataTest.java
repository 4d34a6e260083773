package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.job.ForeignProducer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.Mailbox;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Redis goes on, but what was in it is gone. */
@Order(Order.DEFAULT + 1)
final class LostDataTest {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Api api = OneSystem.api();
  private final ForeignProducer redis = new ForeignProducer(OneSystem.get());

  @AfterEach
  void nothingIsPaused() {
    for (String queue : List.of("prompt", "bulk")) {
      api.post("/v1/jobs/queues/" + queue + "/resume").expect(200);
    }
  }

  @Test
  void theSchedulesAreBackWithinAMinute() {
    redis.flush();
    Awaitility.await()
        .atMost(A_MINUTE)
        .untilAsserted(
            () ->
                assertThat(schedules())
                    .filteredOn(schedule -> schedule.getBoolean("ours"))
                    .isNotEmpty()
                    .allSatisfy(schedule -> assertThat(schedule).containsKey("next")));
  }

  @Test
  void everyAcknowledgedJobIsDoneAndItsEffectIsThereOnce() {
    List<Colleague> waiting =
        IntStream.range(0, 3).mapToObj(i -> Colleague.with("MEMBER")).toList();
    for (String queue : List.of("prompt", "bulk")) {
      api.post("/v1/jobs/queues/" + queue + "/pause").expect(200);
    }
    waiting.forEach(
        colleague ->
            api.post("/v1/auth/password-reset", json("{'email': '%s'}", colleague.email()))
                .expect(202));
    Imports imports = new Imports(api);
    String word = Some.word();
    String run =
        imports.start("assets", "lost.csv", rows(word), Map.of("dryRun", "false")).expect(202).id();

    redis.flush();

    assertThat(Imports.state(imports.finished(run))).isEqualTo("completed");
    assertThat(imports.now(run).getInt("created")).isEqualTo(2);
    // The first letter was the invitation.
    waiting.forEach(colleague -> Mailbox.of(colleague.email()).token(2));
    Awaitility.await()
        .atMost(LONG)
        .until(() -> Cypher.run("MATCH (o:Outbox) RETURN o.id", Map.of()).isEmpty());
    assertThat(waiting)
        .allSatisfy(colleague -> assertThat(Mailbox.of(colleague.email()).count()).isEqualTo(2));
  }

  @Test
  void aScheduleThatIsNoMoreGoesAndAnothersStays() {
    String word = Some.word();
    String ours = "{\"requestId\":\"schedule-old-%s\",\"payload\":{}}".formatted(word);
    redis.schedule("bulk", "old-" + word, ours);
    redis.schedule("bulk", "their-" + word, "{\"payload\":{}}");
    try {
      Awaitility.await()
          .atMost(A_MINUTE)
          .untilAsserted(
              () ->
                  assertThat(schedules())
                      .extracting(schedule -> schedule.getString("id"))
                      .contains("their-" + word)
                      .doesNotContain("old-" + word));
    } finally {
      redis.unschedule("bulk", "their-" + word);
    }
  }

  private List<JsonObject> schedules() {
    return api.get("/v1/jobs/schedules").expect(200).items();
  }

  private static byte[] rows(String word) {
    return "tag,name\nL1-%1$s,First\nL2-%1$s,Second\n"
        .formatted(word)
        .getBytes(StandardCharsets.UTF_8);
  }
}
