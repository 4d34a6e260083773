package asset2go.asset;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was deleted comes back, whatever has happened meanwhile. */
final class TrashTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private String asset(String more) {
    return api.post(
            "/v1/assets",
            json("{'tag': 'T-%s-%s', 'name': 'Saw'%s}".formatted(word, Some.word(), more)))
        .expect(201)
        .id();
  }

  private void trash(String id) {
    api.delete("/v1/assets/" + id).expect(204);
  }

  private Answer restore(String id) {
    return api.post("/v1/trash/" + id + "/restore", json("{}"));
  }

  @Test
  void itComesBackWithItsHistoryAndItsPlace() {
    String place = Some.location(api, "").id();
    String id = asset(", 'locationId': '" + place + "', 'serial': 'S-" + word + "'");
    trash(id);
    api.get("/v1/assets/" + id).expect(404);
    JsonObject lies = api.get("/v1/trash?q=" + word).expect(200).items().get(0);
    assertThat(lies.getString("id")).isEqualTo(id);
    assertThat(lies.getJsonObject("trashedBy").getString("name")).isNotEmpty();
    assertThat(lies.getJsonObject("location").getString("id")).isEqualTo(place);
    JsonObject back = restore(id).expect(200).json();
    assertThat(back.getJsonObject("location").getString("id")).isEqualTo(place);
    assertThat(api.get("/v1/assets?q=" + word).items()).hasSize(1);
    assertThat(api.get("/v1/trash?q=" + word).items()).isEmpty();
    assertThat(api.get("/v1/assets/" + id + "/events?limit=1").items().get(0).getString("kind"))
        .isEqualTo("RESTORED");
    assertThat(api.get("/v1/assets/" + id + "/events/verify").json().getBoolean("valid")).isTrue();
    restore(id).expect(409);
    restore("nothing").expect(404);
  }

  @Test
  void aTagThatIsTakenByNowIsInTheWay() {
    String id = asset("");
    String tag = api.get("/v1/assets/" + id).json().getString("tag");
    trash(id);
    String other =
        api.post("/v1/assets", json("{'tag': '%s', 'name': 'Other'}", tag)).expect(201).id();
    assertThat(restore(id).expect(409).body()).contains("\"tag\"", "TAKEN");
    api.patch("/v1/assets/" + other, json("{'tag': '%s-2'}", tag)).expect(200);
    restore(id).expect(200);
  }

  @Test
  void aPlaceThatIsGoneIsLeftOut() {
    String place = Some.location(api, "").id();
    String id = asset(", 'locationId': '" + place + "'");
    trash(id);
    api.delete("/v1/locations/" + place).expect(204);
    assertThat(restore(id).expect(200).json().containsKey("location")).isFalse();
  }

  @Test
  void aContainerThatMovedTakesItAlong() {
    String before = Some.location(api, "").id();
    String after = Some.location(api, "").id();
    String rack = asset(", 'locationId': '" + before + "'");
    String inside = asset(", 'containerId': '" + rack + "'");
    trash(inside);
    api.patch("/v1/assets/" + rack, json("{'locationId': '%s'}", after)).expect(200);
    JsonObject back = restore(inside).expect(200).json();
    assertThat(back.getJsonObject("container").getString("id")).isEqualTo(rack);
    assertThat(back.getJsonObject("location").getString("id")).isEqualTo(after);

    trash(inside);
    trash(rack);
    JsonObject alone = restore(inside).expect(200).json();
    assertThat(alone.containsKey("container")).isFalse();
    assertThat(alone.getJsonObject("location").getString("id")).isEqualTo(after);
    restore(rack).expect(200);
  }

  @Test
  void aCircleOfDependenciesIsInTheWay() {
    String a = asset("");
    String b = asset("");
    String c = asset("");
    depend(a, b);
    depend(c, a);
    trash(a);
    depend(b, c);
    assertThat(restore(a).expect(409).body()).contains("CYCLE");
    api.delete("/v1/assets/" + b + "/dependencies/" + c).expect(204);
    restore(a).expect(200);
  }

  private void depend(String id, String needed) {
    api.post("/v1/assets/" + id + "/dependencies", json("{'dependsOnId': '%s'}", needed))
        .expect(200);
  }

  @Test
  void aUniqueValueIsClaimedAgain() {
    String category =
        api.post("/v1/categories", json("{'name': 'Keys %s'}", word)).expect(201).id();
    String field =
        api.post(
                "/v1/fields",
                json(
                    "{'categoryId': '%s', 'name': 'Number', 'kind': 'TEXT', 'unique': true}",
                    category))
            .expect(201)
            .id();
    String model =
        api.post("/v1/models", json("{'name': 'Key %s', 'categoryId': '%s'}", word, category))
            .expect(201)
            .id();
    String has = ", 'modelId': '" + model + "', 'fields': {'" + field + "': 'K1'}";
    String id = asset(has);
    trash(id);
    String other = asset(has);
    assertThat(restore(id).expect(409).body()).contains("TAKEN");
    trash(other);
    restore(id).expect(200);
    restore(other).expect(409);
  }

  @Test
  void ofManyWhoTakeItOutOneDoes() {
    String id = asset("");
    trash(id);
    List<Integer> answers = Together.times(8, i -> restore(id).status());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).allMatch(status -> status == 200 || status == 409);
  }
}
