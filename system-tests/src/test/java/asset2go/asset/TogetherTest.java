package asset2go.asset;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many people at the same things at the same moment. */
final class TogetherTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void ofFiftyTransitionsOneWinsEachStep() {
    String id = Some.asset(api).id();
    int rounds = 4;
    for (int round = 0; round < rounds; round++) {
      String from = round % 2 == 0 ? "AVAILABLE" : "IN_MAINTENANCE";
      String to = round % 2 == 0 ? "IN_MAINTENANCE" : "AVAILABLE";
      JsonObject step = json("{'from': '%s', 'to': '%s'}", from, to);
      List<Integer> statuses =
          Together.times(50, i -> api.post("/v1/assets/" + id + "/transitions", step).status());
      assertThat(statuses).containsOnly(200, 409);
      assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    }
    assertChainOf(id, rounds + 1);
  }

  @Test
  void fiftyWhoDoNotLookLeaveAChainInWhichEachStepFollowsTheOneBefore() {
    String id = Some.asset(api).id();
    List<Answer> answers =
        Together.times(
            50,
            i ->
                api.post(
                    "/v1/assets/" + id + "/transitions",
                    json("{'to': '%s'}", i % 2 == 0 ? "IN_MAINTENANCE" : "AVAILABLE")));
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
    long won = answers.stream().filter(answer -> answer.status() == 200).count();
    List<JsonObject> events = assertChainOf(id, won + 1);
    String status = "AVAILABLE";
    for (JsonObject event : events.subList(1, events.size())) {
      JsonObject change = event.getJsonArray("changes").getJsonObject(0);
      assertThat(change.getString("before")).isEqualTo(status);
      status = change.getString("after");
    }
    assertThat(api.get("/v1/assets/" + id).expect(200).json().getString("status"))
        .isEqualTo(status);
  }

  @Test
  void ofThirtyEditsOfOneVersionOneWins() {
    Answer asset = Some.asset(api);
    Api seen = api.with("If-Match", asset.etag());
    List<Integer> statuses =
        Together.times(
            30,
            i -> seen.patch("/v1/assets/" + asset.id(), json("{'notes': 'by %d'}", i)).status());
    assertThat(statuses).containsOnly(200, 412);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertChainOf(asset.id(), 2);
  }

  @Test
  void editsOfDifferentFieldsAllArrive() {
    Answer asset = Some.asset(api);
    List<String> fields = List.of("name", "serial", "notes", "condition");
    Together.times(
        fields.size(),
        i ->
            api.patch("/v1/assets/" + asset.id(), json("{'%s': 'GOOD'}", fields.get(i)))
                .expect(200));
    JsonObject after = api.get("/v1/assets/" + asset.id()).expect(200).json();
    assertThat(fields).allMatch(field -> after.getString(field).equals("GOOD"));
    assertChainOf(asset.id(), 5);
  }

  @Test
  void ofTwentyWithOneTagOneIsMade() {
    String tag = "C-" + Some.word();
    List<Integer> statuses =
        Together.times(
            20,
            i ->
                api.post("/v1/assets", json("{'tag': '%s', 'name': 'Number %d'}", tag, i))
                    .status());
    assertThat(statuses).containsOnly(201, 409);
    assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
  }

  @Test
  void containersNeverStandInThemselves() {
    for (int round = 0; round < 5; round++) {
      // Each is put into the next, all at once: the last one to come would close the ring.
      List<String> ring = assets(8);
      List<Integer> statuses =
          Together.times(
              ring.size(),
              i ->
                  api.patch(
                          "/v1/assets/" + ring.get(i),
                          json("{'containerId': '%s'}", ring.get((i + 1) % ring.size())))
                      .status());
      assertThat(statuses).containsOnly(200, 409);
      assertThat(Collections.frequency(statuses, 409)).isEqualTo(1);
      for (String id : ring) {
        assertThat(up(id)).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void dependenciesNeverGoInCircles() {
    for (int round = 0; round < 5; round++) {
      List<String> ring = assets(8);
      List<Integer> statuses =
          Together.times(
              ring.size(),
              i ->
                  api.post(
                          "/v1/assets/" + ring.get(i) + "/dependencies",
                          json("{'dependsOnId': '%s'}", ring.get((i + 1) % ring.size())))
                      .status());
      assertThat(Collections.frequency(statuses, 409)).isEqualTo(1);
      assertThat(statuses.stream().filter(status -> status != 409))
          .allMatch(status -> status == 200 || status == 201);
    }
  }

  @Test
  void aLongChainOfDependenciesDoesNotCloseEither() {
    List<String> chain = assets(60);
    for (int i = 0; i + 1 < chain.size(); i++) {
      Answer link =
          api.post(
              "/v1/assets/" + chain.get(i) + "/dependencies",
              json("{'dependsOnId': '%s'}", chain.get(i + 1)));
      assertThat(link.status()).as(link.toString()).isLessThan(300);
    }
    api.post(
            "/v1/assets/" + chain.get(chain.size() - 1) + "/dependencies",
            json("{'dependsOnId': '%s'}", chain.get(0)))
        .expect(409);
  }

  @Test
  void placesNeverStandInThemselves() {
    List<String> ring = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ring.add(Some.location(api, "").id());
    }
    List<Integer> statuses =
        Together.times(
            ring.size(),
            i ->
                api.patch(
                        "/v1/locations/" + ring.get(i),
                        json("{'parentId': '%s'}", ring.get((i + 1) % ring.size())))
                    .status());
    assertThat(statuses).containsOnly(200, 409);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(1);
  }

  private static List<String> assets(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Some.asset(api).id());
    }
    return ids;
  }

  /** The containers around an asset, from the inside out; stops where one comes again. */
  private static List<String> up(String start) {
    List<String> path = new ArrayList<>(List.of(start));
    JsonValue container = container(start);
    while (container != null && container.getValueType() == JsonValue.ValueType.OBJECT) {
      String id = container.asJsonObject().getString("id");
      boolean again = path.contains(id);
      path.add(id);
      if (again) {
        return path;
      }
      container = container(id);
    }
    return path;
  }

  private static JsonValue container(String id) {
    return api.get("/v1/assets/" + id).expect(200).json().get("container");
  }

  /** All events, oldest first, after proving that there are so many, without a gap. */
  private static List<JsonObject> assertChainOf(String id, long length) {
    List<JsonObject> events = new ArrayList<>(api.all("/v1/assets/" + id + "/events?limit=20"));
    Collections.reverse(events);
    assertThat(events.stream().map(event -> event.getJsonNumber("seq").longValue()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, length).boxed().toList());
    JsonObject verification = api.get("/v1/assets/" + id + "/events/verify").expect(200).json();
    assertThat(verification.getBoolean("valid")).as(verification.toString()).isTrue();
    assertThat(verification.getJsonNumber("checked").longValue()).isEqualTo(length);
    return events;
  }
}
