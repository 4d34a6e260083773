package asset2go.maintenance;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Mailbox;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans that open work orders by the calendar and by meters, each time once. */
final class PlanTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void theCalendarOpensAWorkOrderOnceAndTheNextWhenItIsClosed() {
    String asset = Some.asset(api).id();
    Answer plan =
        plan(
            "ASSET",
            asset,
            "'calendar': {'every': 6, 'unit': 'MONTH', 'firstOn': '%s'}, 'leadDays': 7,"
                    .formatted(TODAY.plusDays(3))
                + " 'checklist': ['Oil'], 'instructions': 'With care', 'takesOut': true");
    assertThat(plan.json().getInt("covered")).isEqualTo(1);
    assertThat(due(asset).get(0).getString("on")).isEqualTo(TODAY.plusDays(3).toString());
    upkeep();
    upkeep();
    List<JsonObject> orders = api.all("/v1/work-orders?plan=" + plan.id());
    assertThat(orders).hasSize(1);
    JsonObject order = orders.get(0);
    assertThat(order.getString("due")).isEqualTo(TODAY.plusDays(3).toString());
    assertThat(order.getString("description")).isEqualTo("With care");
    assertThat(order.getJsonArray("checklist")).hasSize(1);
    assertThat(due(asset).get(0).getJsonObject("order").getString("id"))
        .isEqualTo(order.getString("id"));

    finish(order.getString("id"));
    assertThat(due(asset).get(0).containsKey("order")).isFalse();
    assertThat(due(asset).get(0).getString("on"))
        .isEqualTo(TODAY.plusDays(3).plusMonths(6).toString());
    upkeep();
    assertThat(api.all("/v1/work-orders?plan=" + plan.id())).hasSize(1);
  }

  @Test
  void twoWorkersAtOnceOpenNothingTwice() {
    String model = model();
    List<String> assets = java.util.stream.Stream.generate(() -> ofModel(model)).limit(20).toList();
    Answer plan =
        plan(
            "MODEL",
            model,
            "'calendar': {'every': 1, 'unit': 'YEAR', 'firstOn': '%s'}".formatted(TODAY));
    String one = run();
    String other = run();
    await(one);
    await(other);
    assertThat(api.all("/v1/work-orders?limit=200&plan=" + plan.id()))
        .extracting(order -> order.getJsonObject("asset").getString("id"))
        .containsExactlyInAnyOrderElementsOf(assets);
  }

  @Test
  void aMeterOpensAWorkOrderAtItsReading() {
    String asset = Some.asset(api).id();
    read(asset, "Hours", 100, false).expect(200);
    Answer plan = plan("ASSET", asset, "'meter': {'name': 'hours', 'every': 250.0}");
    assertThat(due(asset).get(0).getJsonNumber("at").doubleValue()).isEqualTo(350);
    read(asset, "hours", 349.5, false).expect(200);
    assertThat(api.all("/v1/work-orders?plan=" + plan.id())).isEmpty();
    Answer reached = read(asset, "HOURS", 351, false).expect(200);
    assertThat(reached.json().getInt("openOrders")).isEqualTo(1);
    read(asset, "Hours", 400, false).expect(200);
    List<JsonObject> orders = api.all("/v1/work-orders?plan=" + plan.id());
    assertThat(orders).hasSize(1);
    finish(orders.get(0).getString("id"));
    assertThat(due(asset).get(0).getJsonNumber("at").doubleValue()).isEqualTo(600);

    assertThat(read(asset, "Hours", 399, false).expect(422).body()).contains("OUT_OF_RANGE");
    // A new meter begins anew; what was counted before counts on.
    JsonObject after = read(asset, "Hours", 10, true).expect(200).json();
    JsonObject meter = after.getJsonArray("meters").getJsonObject(0);
    assertThat(meter.getJsonNumber("value").doubleValue()).isEqualTo(10);
    assertThat(meter.getJsonNumber("total").doubleValue()).isEqualTo(410);
    read(asset, "Hours", 199, false).expect(200);
    assertThat(api.all("/v1/work-orders?state=active&plan=" + plan.id())).isEmpty();
    read(asset, "Hours", 200, false).expect(200);
    assertThat(api.all("/v1/work-orders?state=active&plan=" + plan.id())).hasSize(1);
  }

  @Test
  void aPlanOfAPlaceFollowsWhatComesAndGoes() {
    String site = Some.location(api, "").id();
    String room = Some.location(api, site).id();
    String asset = Some.asset(api).id();
    Answer plan =
        plan(
            "LOCATION",
            site,
            "'calendar': {'every': 1, 'unit': 'MONTH', 'firstOn': '%s'}".formatted(TODAY));
    assertThat(plan.json().getInt("covered")).isZero();
    api.patch("/v1/assets/" + asset, json("{'locationId': '%s'}", room)).expect(200);
    upkeep();
    assertThat(api.all("/v1/work-orders?plan=" + plan.id())).hasSize(1);
    finish(api.all("/v1/work-orders?plan=" + plan.id()).get(0).getString("id"));
    api.patch("/v1/assets/" + asset, json("{'locationId': null}")).expect(200);
    upkeep();
    assertThat(due(asset)).isEmpty();
  }

  @Test
  void anotherRhythmFindsAnewWhatIsDueAndAPauseOpensNothing() {
    String asset = Some.asset(api).id();
    String calendar = "'calendar': {'every': 1, 'unit': 'WEEK', 'firstOn': '%s'}";
    Answer plan = plan("ASSET", asset, calendar.formatted(TODAY) + ", 'active': false");
    upkeep();
    assertThat(api.all("/v1/work-orders?plan=" + plan.id())).isEmpty();
    api.patch(
            "/v1/maintenance-plans/" + plan.id(),
            json("{" + calendar + ", 'active': true}", TODAY.plusDays(40)))
        .expect(200);
    assertThat(due(asset).get(0).getString("on")).isEqualTo(TODAY.plusDays(40).toString());
    Answer fixed =
        api.patch(
                "/v1/maintenance-plans/" + plan.id(),
                json("{'subject': {'kind': 'ASSET', 'id': 'x'}}"))
            .expect(422);
    assertThat(fixed.body()).contains("FIXED");
    api.patch("/v1/maintenance-plans/" + plan.id(), json("{'calendar': null}")).expect(422);
    api.delete("/v1/maintenance-plans/" + plan.id()).expect(204);
    assertThat(due(asset)).isEmpty();
    api.get("/v1/maintenance-plans/" + plan.id()).expect(404);
  }

  @Test
  void whoHasToDoItIsRemindedOnce() {
    String email = "mechanic-" + Some.word() + "@example.test";
    String person =
        api.post("/v1/people", json("{'name': 'Robin', 'email': '%s'}", email)).expect(201).id();
    Answer order =
        api.post(
                "/v1/work-orders",
                json(
                    "{'assetId': '%s', 'title': 'Grease', 'assigneeId': '%s', 'due': '%s'}",
                    Some.asset(api).id(), person, TODAY.plusDays(2)))
            .expect(201);
    await(runNow("service-due"));
    assertThat(Mailbox.of(email).text(1))
        .contains(order.json().getString("number"), "Grease", "/maintenance");
    await(runNow("service-due"));
    assertThat(Mailbox.of(email).count()).isEqualTo(1);
  }

  private static Answer plan(String kind, String id, String more) {
    return api.post(
            "/v1/maintenance-plans",
            json(
                "{'name': 'Plan %s', 'subject': {'kind': '%s', 'id': '%s'}, " + more + "}",
                Some.word(),
                kind,
                id))
        .expect(201);
  }

  private static String model() {
    String maker =
        api.post("/v1/manufacturers", json("{'name': '%s'}", Some.word())).expect(201).id();
    String category =
        api.post("/v1/categories", json("{'name': '%s'}", Some.word())).expect(201).id();
    return api.post(
            "/v1/models",
            json(
                "{'name': '%s', 'manufacturerId': '%s', 'categoryId': '%s'}",
                Some.word(), maker, category))
        .expect(201)
        .id();
  }

  private static String ofModel(String model) {
    String asset = Some.asset(api).id();
    api.patch("/v1/assets/" + asset, json("{'modelId': '%s'}", model)).expect(200);
    return asset;
  }

  private static Answer read(String asset, String meter, double value, boolean replaced) {
    return api.post(
        "/v1/assets/" + asset + "/maintenance/readings",
        json(
            "{'meter': '%s', 'unit': 'h', 'value': " + value + ", 'replaced': " + replaced + "}",
            meter));
  }

  private static List<JsonObject> due(String asset) {
    return api.get("/v1/assets/" + asset + "/maintenance")
        .expect(200)
        .json()
        .getJsonArray("due")
        .getValuesAs(JsonObject.class);
  }

  private static void finish(String order) {
    JsonObject shown = api.get("/v1/work-orders/" + order).expect(200).json();
    if (!shown.getJsonArray("checklist").isEmpty()) {
      api.patch("/v1/work-orders/" + order, json("{'checklist': [{'text': 'Oil', 'done': true}]}"))
          .expect(200);
    }
    api.post("/v1/work-orders/" + order + "/steps", json("{'to': 'DONE'}")).expect(200);
  }

  private static void upkeep() {
    await(run());
  }

  private static String run() {
    return runNow("maintenance-plans");
  }

  private static String runNow(String schedule) {
    return api.post("/v1/jobs/schedules/" + schedule + "/run").expect(200).id();
  }

  private static void await(String job) {
    Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                api.get("/v1/jobs/bulk/" + job)
                    .expect(200)
                    .json()
                    .getJsonObject("job")
                    .getString("state")
                    .equals("completed"));
  }
}
