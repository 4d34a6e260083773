package asset2go.people;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody leaves, in one step. */
final class OffboardingTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void everythingComesBackAndTheUserIsShutOut() {
    Colleague colleague = Colleague.with("MEMBER");
    Api theirs = colleague.signIn();
    String id = theirs.get("/v1/me").expect(200).json().getString("id");
    String team = api.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(201).id();
    api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", id)).expect(200);
    String drill = Some.asset(api).id();
    String bit = Some.asset(api).id();
    String lost = Some.asset(api).id();
    api.patch("/v1/assets/" + bit, json("{'containerId': '%s'}", drill)).expect(200);
    hand(drill, id, LocalDate.now(ZoneOffset.UTC).minusDays(1));
    hand(lost, id, LocalDate.now(ZoneOffset.UTC).plusDays(1));
    api.post("/v1/assets/" + lost + "/transitions", json("{'to': 'MISSING'}")).expect(200);

    String path = "/v1/people/" + id + "/offboarding";
    JsonObject preview = api.get(path).expect(200).json();
    assertThat(preview.getJsonArray("holdings")).hasSize(3);
    assertThat(preview.getInt("direct")).isEqualTo(2);
    assertThat(preview.getInt("overdue")).isEqualTo(1);

    api.post(path, json("{}")).expect(422);
    Answer left = api.post(path, json("{'condition': 'GOOD', 'notes': 'bye'}")).expect(200);
    assertThat(left.json().getJsonObject("person").getString("leftAt")).isNotBlank();
    assertThat(left.json().getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(item -> item.containsKey("error"))
        .containsExactlyInAnyOrder(true, false);
    assertThat(status(drill)).isEqualTo("AVAILABLE");
    assertThat(status(lost)).isEqualTo("MISSING");
    assertThat(api.get("/v1/teams/" + team + "/members").expect(200).items()).isEmpty();
    colleague.api().login(colleague.email(), colleague.password()).expect(401);

    // Nothing is handed to them any more, neither alone nor in a basket.
    String step = "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}";
    Answer refused = api.post("/v1/assets/" + drill + "/transitions", json(step, id));
    assertThat(refused.expect(409).body()).contains("LEFT");
    String basket = "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}}";
    api.post("/v1/custodies", json(basket, drill, id)).expect(409);

    // What was missing turns up: once more does the rest.
    api.post("/v1/assets/" + lost + "/transitions", json("{'to': 'CHECKED_OUT'}")).expect(200);
    api.post(path, json("{'condition': 'POOR'}")).expect(200);
    assertThat(status(lost)).isEqualTo("AVAILABLE");
    assertThat(api.delete(path).expect(200).body()).doesNotContain("leftAt");
  }

  @Test
  void openWorkIsPassedOn() {
    String leaver = Some.person(api).id();
    String heir = Some.person(api).id();
    String open = work(leaver);
    String closed = work(leaver);
    api.post("/v1/work-orders/" + closed + "/steps", json("{'to': 'DONE'}")).expect(200);
    String path = "/v1/people/" + leaver + "/offboarding";
    JsonObject preview = api.get(path).expect(200).json();
    assertThat(preview.getInt("openWork")).isEqualTo(1);
    assertThat(preview.getJsonArray("work").getJsonObject(0).getString("id")).isEqualTo(open);
    JsonObject left =
        api.post(path, json("{'transferTo': {'kind': 'PERSON', 'id': '%s'}}", heir))
            .expect(200)
            .json();
    assertThat(left.getJsonArray("work")).hasSize(1);
    assertThat(assignee(open)).isEqualTo(heir);
    assertThat(assignee(closed)).isEqualTo(leaver);
    assertThat(api.get("/v1/work-orders/" + open + "/events").expect(200).body())
        .contains("assigneeId", heir);
    // Without somebody who takes over it is nobody's.
    api.post("/v1/people/" + heir + "/offboarding", json("{}")).expect(200);
    assertThat(api.get("/v1/work-orders/" + open).expect(200).json().get("assignee")).isNull();
    assertThat(api.get("/v1/work-orders?state=active&assignee=" + heir).items()).isEmpty();
  }

  private static String work(String person) {
    return api.post(
            "/v1/work-orders",
            json(
                "{'assetId': '%s', 'title': 'Mend', 'assigneeId': '%s'}",
                Some.asset(api).id(), person))
        .expect(201)
        .id();
  }

  private static String assignee(String order) {
    return api.get("/v1/work-orders/" + order)
        .expect(200)
        .json()
        .getJsonObject("assignee")
        .getString("id");
  }

  @Test
  void whatTheyBookedIsCalledOffAndFreeForOthers() {
    String leaver = Some.person(api).id();
    String out = Some.asset(api).id();
    String later = Some.asset(api).id();
    String fetched = book(leaver, out, Instant.now());
    api.post("/v1/bookings/" + fetched + "/check-out", json("{}")).expect(200);
    Instant nextWeek = Instant.now().plus(Duration.ofDays(7));
    String open = book(leaver, later, nextWeek);
    String path = "/v1/people/" + leaver + "/offboarding";
    assertThat(ids(api.get(path).expect(200).json().getJsonArray("bookings")))
        .containsExactly(fetched, open);
    JsonObject outcome = api.post(path, json("{'condition': 'GOOD'}")).expect(200).json();
    assertThat(ids(outcome.getJsonArray("calledOff"))).containsExactly(open);
    assertThat(state(open)).isEqualTo("CANCELLED");
    assertThat(state(fetched)).isEqualTo("COMPLETED");
    book(Some.person(api).id(), later, nextWeek);
    assertThat(ids(api.get(path).expect(200).json().getJsonArray("bookings"))).isEmpty();
    // What they booked for themselves meanwhile was refused or is called off: here it is refused.
    api.post("/v1/bookings", wish(leaver, out, nextWeek)).expect(422);
  }

  private static List<String> ids(JsonArray bookings) {
    return bookings.getValuesAs(JsonObject.class).stream().map(one -> one.getString("id")).toList();
  }

  private static String state(String booking) {
    return api.get("/v1/bookings/" + booking).expect(200).json().getString("state");
  }

  private static String book(String person, String asset, Instant from) {
    return api.post("/v1/bookings", wish(person, asset, from)).expect(201).id();
  }

  private static JsonObject wish(String person, String asset, Instant from) {
    return json(
        "{'personId': '%s', 'from': '%s', 'to': '%s', 'lines': [{'assetId': '%s'}]}",
        person, from, from.plus(Duration.ofHours(3)), asset);
  }

  @Test
  void somebodyElseTakesOver() {
    String leaver = Some.person(api).id();
    String heir = Some.person(api).id();
    String asset = Some.asset(api).id();
    hand(asset, leaver, LocalDate.now(ZoneOffset.UTC));
    String path = "/v1/people/" + leaver + "/offboarding";
    String body = "{'transferTo': {'kind': 'PERSON', 'id': '%s'}}";
    api.post(path, json(body, leaver)).expect(422);
    api.post(path, json(body, "nobody")).expect(422);
    api.post(path, json(body, heir)).expect(200);
    assertThat(api.all("/v1/people/" + heir + "/holdings")).hasSize(1);
    List<JsonObject> history = api.all("/v1/assets/" + asset + "/custody");
    assertThat(history.get(0).getString("previousId")).isEqualTo(history.get(1).getString("id"));
    // The heir of somebody who has left cannot be somebody who has left.
    String next = Some.person(api).id();
    api.post("/v1/people/" + next + "/offboarding", json(body, leaver)).expect(409);
  }

  @Test
  void whoIsHandedSomethingWhileTheyLeaveHasItOrNeverGetsIt() {
    String leaver = Some.person(api).id();
    List<String> assets = IntStream.range(0, 8).mapToObj(i -> Some.asset(api).id()).toList();
    String step = "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}";
    List<Answer> answers =
        Together.times(
            9,
            i ->
                i == 8
                    ? api.post(
                        "/v1/people/" + leaver + "/offboarding", json("{'condition': 'GOOD'}"))
                    : api.post("/v1/assets/" + assets.get(i) + "/transitions", json(step, leaver)));
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409);
    assertThat(api.all("/v1/people/" + leaver + "/holdings")).isEmpty();
    assertThat(assets).allSatisfy(asset -> assertThat(status(asset)).isEqualTo("AVAILABLE"));
  }

  @Test
  void nobodySeesThemselvesOffAndManagersNoUsers() {
    Api manager = Colleague.with("MANAGER").signIn();
    String me = manager.get("/v1/me").expect(200).json().getString("id");
    manager.post("/v1/people/" + me + "/offboarding", json("{}")).expect(409);
    Api member = Colleague.with("MEMBER").signIn();
    String user = member.get("/v1/me").expect(200).json().getString("id");
    manager.post("/v1/people/" + user + "/offboarding", json("{}")).expect(403);
    manager.post("/v1/people/" + Some.person(api).id() + "/offboarding", json("{}")).expect(200);
    member.post("/v1/people/" + Some.person(api).id() + "/offboarding", json("{}")).expect(403);
  }

  private static void hand(String asset, String person, LocalDate due) {
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json(
                "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s'}",
                person, due))
        .expect(200);
  }

  private static String status(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getString("status");
  }
}
