package asset2go.dependency;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.importing.Datacenter;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Question 6: single points of failure by number of dependents. */
final class SinglePointsTest {

  private static final String PATH = "/v1/dependencies/single-points?limit=200&location=";

  private final Api api = OneSystem.api();

  @Test
  void inTheDataCentreTheyAreWhatTheFilesSay() {
    Datacenter datacenter = Datacenter.read();
    String word = Some.word();
    Imports imports = new Imports(api);
    for (String kind : List.of("locations", "assets", "dependencies")) {
      imports.run(kind, kind + ".csv", Datacenter.file(kind, word));
    }
    String region =
        api.all("/v1/locations?limit=200&q=" + word).stream()
            .filter(place -> place.getString("code").equals(word + "-region-1"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    Set<String> there = datacenter.tagsInside("region-1");
    Map<String, Integer> expected = new HashMap<>();
    datacenter.dependencies().stream()
        .map(dependency -> dependency.get("dependsOn"))
        .distinct()
        .forEach(
            tag -> {
              Set<String> hit = new HashSet<>(datacenter.hitBy(tag));
              hit.retainAll(there);
              if (!hit.isEmpty()) {
                expected.put(word + "-" + tag, hit.size());
              }
            });
    assertThat(expected).hasSizeGreaterThan(5);

    JsonObject points = api.get(PATH + region).expect(200).json();
    assertThat(points.containsKey("cut") && !points.isNull("cut")).isFalse();
    List<JsonObject> items = points.getJsonArray("items").getValuesAs(JsonObject.class);
    Map<String, Integer> found = new HashMap<>();
    items.forEach(
        item -> found.put(item.getJsonObject("asset").getString("tag"), item.getInt("stops")));
    assertThat(found).isEqualTo(expected);
    assertThat(items.stream().map(item -> -item.getInt("stops"))).isSorted();
    assertThat(points.getInt("total")).isEqualTo(expected.size());
  }

  @Test
  void bothFeedsOnOnePanelAreOnePoint() {
    String room = Some.location(api, "").id();
    String server = at(room);
    String left = at(room);
    String right = at(room);
    String panel = at(room);
    need(server, left, "MEDIUM");
    need(server, right, "MEDIUM");
    need(left, panel, "HIGH");
    need(right, panel, "HIGH");
    assertThat(stops(api, room)).isEqualTo(Map.of(panel, 3, left, 0, right, 0));
  }

  @Test
  void whatSomebodyMayNotSeeIsFollowedButNeitherNamedNorCounted() {
    String mine = Some.location(api, "").id();
    String theirs = Some.location(api, "").id();
    String server = at(mine);
    String hidden = at(theirs);
    String alsoHidden = at(theirs);
    String panel = at(mine);
    need(server, hidden, "HIGH");
    need(alsoHidden, panel, "HIGH");
    need(hidden, panel, "HIGH");
    Api member = Colleague.over("MEMBER", "LOCATION", mine).signIn();
    Answer answer = member.get(PATH).expect(200);
    assertThat(stops(answer)).isEqualTo(Map.of(panel, 1));
    assertThat(answer.json().getInt("total")).isEqualTo(1);
    assertThat(answer.body()).doesNotContain(hidden).doesNotContain(alsoHidden);
    member.get(PATH + theirs).expect(404);
    assertThat(stops(Colleague.with(null).signIn().get(PATH).expect(200))).isEmpty();
  }

  @Test
  void theWholeInstallationIsAnsweredToo() {
    String room = Some.location(api, "").id();
    need(at(room), at(room), "HIGH");
    JsonObject points = api.get("/v1/dependencies/single-points").expect(200).json();
    assertThat(points.getInt("total")).isPositive();
    assertThat(points.getJsonArray("items")).hasSizeLessThanOrEqualTo(50);
    api.get("/v1/dependencies/single-points?limit=201").expect(400);
  }

  private String at(String place) {
    return api.post("/v1/assets", json("{'name': 'Part', 'locationId': '%s'}", place))
        .expect(201)
        .id();
  }

  private void need(String asset, String needed, String criticality) {
    api.post(
            "/v1/assets/" + asset + "/dependencies",
            json("{'dependsOnId': '%s', 'criticality': '%s'}", needed, criticality))
        .expect(200);
  }

  private static Map<String, Integer> stops(Api api, String place) {
    return stops(api.get(PATH + place).expect(200));
  }

  private static Map<String, Integer> stops(Answer answer) {
    Map<String, Integer> stops = new HashMap<>();
    answer
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .forEach(
            item -> stops.put(item.getJsonObject("asset").getString("id"), item.getInt("stops")));
    return stops;
  }
}
