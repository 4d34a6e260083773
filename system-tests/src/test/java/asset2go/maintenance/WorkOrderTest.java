package asset2go.maintenance;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work orders on their way over the board, and what becomes of their assets meanwhile. */
final class WorkOrderTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void workTakesAnAssetOutAndItsEndTakesItBack() {
    String asset = Some.asset(api).id();
    Answer order = open(asset, "'takesOut': true");
    assertThat(order.json().getString("number")).matches("WO-\\d{6}");
    assertThat(order.json().getString("state")).isEqualTo("OPEN");
    assertThat(status(asset)).isEqualTo("AVAILABLE");

    step(order.id(), "IN_PROGRESS").expect(200);
    assertThat(status(asset)).isEqualTo("IN_MAINTENANCE");
    assertThat(summary(asset).getString("downSince")).isNotBlank();
    Answer early =
        api.post("/v1/assets/" + asset + "/transitions", json("{'to': 'AVAILABLE'}")).expect(409);
    assertThat(early.body()).contains("ORDER_OPEN", order.json().getString("number"));

    step(order.id(), "ON_HOLD").expect(200);
    assertThat(status(asset)).isEqualTo("IN_MAINTENANCE");
    Answer done =
        api.post(
                "/v1/work-orders/" + order.id() + "/steps",
                json("{'to': 'DONE', 'resolution': 'New brushes', 'condition': 'GOOD'}"))
            .expect(200);
    assertThat(done.json().getString("finishedAt")).isNotBlank();
    assertThat(done.json().getJsonArray("next")).isEmpty();
    JsonObject after = api.get("/v1/assets/" + asset).expect(200).json();
    assertThat(after.getString("status")).isEqualTo("AVAILABLE");
    assertThat(after.getString("condition")).isEqualTo("GOOD");
    JsonObject summary = summary(asset);
    assertThat(summary.containsKey("downSince")).isFalse();
    assertThat(summary.getJsonArray("downtimes")).hasSize(1);
    assertThat(api.all("/v1/work-orders?asset=" + asset)).hasSize(1);
    assertThat(api.get("/v1/assets/" + asset + "/events").body())
        .contains("WORK_OPENED", "WORK_DONE", "New brushes");
    assertChain(asset);
  }

  @Test
  void theLastOfTwoTakesItBackToWhoHasIt() {
    String asset = Some.asset(api).id();
    String person = Some.person(api).id();
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
    String one = open(asset, "'takesOut': true").id();
    String other = open(asset, "'takesOut': true").id();
    step(one, "IN_PROGRESS").expect(200);
    step(other, "IN_PROGRESS").expect(200);
    List<Answer> closed = Together.times(2, i -> step(i == 0 ? one : other, "DONE"));
    assertThat(closed).extracting(Answer::status).containsOnly(200);
    assertThat(status(asset)).isEqualTo("CHECKED_OUT");
    assertChain(asset);
  }

  @Test
  void whatCannotBeMendedGoesOutOfService() {
    String asset = Some.asset(api).id();
    String order = open(asset, "'takesOut': true").id();
    step(order, "IN_PROGRESS").expect(200);
    api.post(
            "/v1/work-orders/" + order + "/steps",
            json("{'to': 'CANCELLED', 'resolution': 'No parts', 'assetTo': 'OUT_OF_SERVICE'}"))
        .expect(200);
    assertThat(status(asset)).isEqualTo("OUT_OF_SERVICE");
    assertThat(summary(asset).getString("downSince")).isNotBlank();
    step(order, "IN_PROGRESS").expect(409);
  }

  @Test
  void workThatTakesNothingOutLeavesTheAssetAlone() {
    String asset = Some.asset(api).id();
    String order = open(asset, "'takesOut': false").id();
    step(order, "IN_PROGRESS").expect(200);
    assertThat(status(asset)).isEqualTo("AVAILABLE");
    step(order, "DONE").expect(200);
    assertThat(status(asset)).isEqualTo("AVAILABLE");
    assertThat(summary(asset).getJsonArray("downtimes")).isEmpty();
  }

  @Test
  void workOnWhatIsRetiredDoesNotBegin() {
    String asset = Some.asset(api).id();
    String order = open(asset, "'takesOut': true").id();
    api.post("/v1/assets/" + asset + "/transitions", json("{'to': 'RETIRED'}")).expect(200);
    Answer refused = step(order, "IN_PROGRESS").expect(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/transition-refused");
    assertThat(api.get("/v1/work-orders/" + order).json().getString("state")).isEqualTo("OPEN");
  }

  @Test
  void theChecklistIsTickedOffBeforeItIsDone() {
    String asset = Some.asset(api).id();
    String order = open(asset, "'checklist': [{'text': 'Brakes'}, {'text': 'Lights'}]").id();
    assertThat(step(order, "DONE").expect(409).body()).contains("CHECKS_OPEN");
    Answer ticked =
        api.patch(
                "/v1/work-orders/" + order,
                json(
                    "{'checklist': [{'text': 'Brakes', 'done': true, 'doneBy': 'Mallory'},"
                        + " {'text': 'Lights', 'done': true}]}"))
            .expect(200);
    assertThat(ticked.body()).contains("doneAt").doesNotContain("Mallory");
    step(order, "DONE").expect(200);
  }

  @Test
  void partsAndCostAddUpAndMayComeLater() {
    String asset = Some.asset(api).id();
    String order =
        open(
                asset,
                "'cost': '20', 'currency': 'EUR', 'minutes': 45,"
                    + " 'parts': [{'name': 'Belt', 'quantity': '2', 'unitPrice': '9.90'}]")
            .id();
    Answer shown = api.get("/v1/work-orders/" + order).expect(200);
    assertThat(shown.json().getString("total")).isEqualTo("39.80");
    step(order, "DONE").expect(200);
    api.patch("/v1/work-orders/" + order, json("{'cost': '25'}")).expect(200);
    Answer fixed = api.patch("/v1/work-orders/" + order, json("{'title': 'No'}")).expect(422);
    assertThat(fixed.body()).contains("FIXED");
    JsonObject cost = summary(asset).getJsonArray("costs").getJsonObject(0);
    assertThat(cost.getString("amount") + cost.getString("currency")).isEqualTo("44.80EUR");
    // A price without a currency says nothing.
    api.post("/v1/work-orders", json("{'assetId': '%s', 'title': 'x', 'cost': '1'}", asset))
        .expect(422);
  }

  @Test
  void theBoardHasTheMostPressingFirst() {
    String asset = Some.asset(api).id();
    String word = Some.word();
    order(asset, "'title': 'c " + word + "', 'priority': 'LOW', 'due': '2020-01-01'");
    order(asset, "'title': 'b " + word + "', 'priority': 'URGENT', 'due': '2031-01-01'");
    order(asset, "'title': 'a " + word + "', 'priority': 'URGENT', 'due': '2030-01-01'");
    assertThat(api.all("/v1/work-orders?limit=1&state=active&q=" + word))
        .extracting(order -> order.getString("title").substring(0, 1))
        .containsExactly("a", "b", "c");
    assertThat(api.all("/v1/work-orders?state=overdue&q=" + word))
        .extracting(order -> order.getBoolean("overdue"))
        .containsExactly(true);
    assertThat(api.all("/v1/work-orders?state=closed&q=" + word)).isEmpty();
    assertThat(api.all("/v1/work-orders?state=open&kind=repair&q=" + word)).hasSize(3);
    assertThat(api.get("/v1/search?q=" + word).expect(200).body()).contains("WORK_ORDER");
    api.get("/v1/work-orders?state=somewhere").expect(400);
    api.get("/v1/work-orders?kind=magic").expect(400);
  }

  @Test
  void oneIsAssignedToSomebodyWhoIsThere() {
    String asset = Some.asset(api).id();
    String person = Some.person(api).id();
    String order = open(asset, "'assigneeId': '" + person + "'").id();
    assertThat(api.all("/v1/work-orders?state=active&assignee=" + person))
        .extracting(one -> one.getString("id"))
        .containsExactly(order);
    api.patch("/v1/work-orders/" + order, json("{'assigneeId': null}")).expect(200);
    assertThat(api.all("/v1/work-orders?assignee=" + person)).isEmpty();
    Answer unknown = api.patch("/v1/work-orders/" + order, json("{'assigneeId': 'x'}")).expect(422);
    assertThat(unknown.body()).contains("UNKNOWN");
    assertThat(api.get("/v1/work-orders/" + order + "/events").items())
        .extracting(event -> event.getString("kind"))
        .containsExactly("CHANGED", "CREATED");
  }

  @Test
  void twoWhoChangeTheSameOneDoNotOverwriteEachOther() {
    Answer order = open(Some.asset(api).id(), "'priority': 'HIGH'");
    Api careful = api.with("If-Match", order.etag());
    careful.patch("/v1/work-orders/" + order.id(), json("{'title': 'One'}")).expect(200);
    careful.patch("/v1/work-orders/" + order.id(), json("{'title': 'Two'}")).expect(412);
    careful.post("/v1/work-orders/" + order.id() + "/steps", json("{'to': 'DONE'}")).expect(412);
  }

  @Test
  void membersLookAndTechniciansWork() {
    String asset = Some.asset(api).id();
    String order = open(asset, "'priority': 'HIGH'").id();
    Api member = Colleague.with("MEMBER").signIn();
    member.get("/v1/work-orders/" + order).expect(200);
    member.post("/v1/work-orders/" + order + "/steps", json("{'to': 'DONE'}")).expect(403);
    Api technician = Colleague.with("TECHNICIAN").signIn();
    technician.post("/v1/work-orders/" + order + "/steps", json("{'to': 'DONE'}")).expect(200);
  }

  private static Answer open(String asset, String more) {
    return order(asset, "'title': 'Look at it', " + more);
  }

  private static Answer order(String asset, String fields) {
    return api.post("/v1/work-orders", json("{'assetId': '%s', " + fields + "}", asset))
        .expect(201);
  }

  private static Answer step(String order, String to) {
    return api.post("/v1/work-orders/" + order + "/steps", json("{'to': '%s'}", to));
  }

  private static String status(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getString("status");
  }

  private static JsonObject summary(String asset) {
    return api.get("/v1/assets/" + asset + "/maintenance").expect(200).json();
  }

  private static void assertChain(String asset) {
    assertThat(
            api.get("/v1/assets/" + asset + "/events/verify")
                .expect(200)
                .json()
                .getBoolean("valid"))
        .isTrue();
  }
}
