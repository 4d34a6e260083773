package asset2go.placement;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of places, and what moves with what. */
final class LocationsTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  @Test
  void aPlaceIsMadeChangedAndPutElsewhere() {
    String site = made("/v1/locations", "{'name': 'Site', 'code': 'S-%s', 'kind': 'SITE'}", word);
    String hall = made("/v1/locations", "{'name': 'Hall', 'parentId': '%s'}", site);
    String room = made("/v1/locations", "{'name': 'Room', 'parentId': '%s'}", hall);
    assertThat(path(room)).containsExactly(site, hall);
    api.post("/v1/locations", json("{'name': 'Twice', 'code': 'S-%s'}", word)).expect(409);
    api.post("/v1/locations", json("{'name': 'x', 'kind': 'no kind'}")).expect(422);
    Answer seen = api.get("/v1/locations/" + hall).expect(200);
    api.with("If-Match", seen.etag())
        .patch("/v1/locations/" + hall, json("{'name': 'Great hall', 'parentId': null}"))
        .expect(200);
    api.with("If-Match", seen.etag())
        .patch("/v1/locations/" + hall, json("{'name': 'Late'}"))
        .expect(412);
    assertThat(path(room)).containsExactly(hall);
    api.patch("/v1/locations/" + hall, json("{'parentId': '%s'}", room)).expect(409);
    assertThat(api.get("/v1/locations?parent=" + hall).expect(200).items())
        .extracting(place -> place.getString("id"))
        .containsExactly(room);
  }

  @Test
  void onlyAnEmptyPlaceIsRemoved() {
    String site = Some.location(api, "").id();
    String room = Some.location(api, site).id();
    String asset = made("/v1/assets", "{'name': 'Lamp', 'locationId': '%s'}", room);
    api.delete("/v1/locations/" + site).expect(409);
    api.delete("/v1/locations/" + room).expect(409);
    api.patch("/v1/assets/" + asset, json("{'locationId': null}")).expect(200);
    api.delete("/v1/locations/" + room).expect(204);
    api.delete("/v1/locations/" + site).expect(204);
    api.get("/v1/locations/" + site).expect(404);
  }

  /** One edge changes, and nothing is written to what is inside. */
  @Test
  void aContainerThatMovesTakesAlongAllThatIsInside() {
    String here = Some.location(api, "").id();
    String there = Some.location(api, "").id();
    String van = made("/v1/assets", "{'name': 'Van', 'locationId': '%s'}", here);
    String box = made("/v1/assets", "{'name': 'Case', 'containerId': '%s'}", van);
    String lens = made("/v1/assets", "{'name': 'Lens', 'containerId': '%s'}", box);
    assertThat(inside(here)).containsExactlyInAnyOrder(van, box, lens);
    Answer before = api.get("/v1/assets/" + lens).expect(200);
    api.patch("/v1/assets/" + van, json("{'locationId': '%s'}", there)).expect(200);
    assertThat(inside(there)).containsExactlyInAnyOrder(van, box, lens);
    assertThat(inside(here)).isEmpty();
    assertThat(
            api
                .get("/v1/assets/" + lens + "/position")
                .expect(200)
                .json()
                .getJsonArray("path")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(step -> step.getJsonObject("place").getString("id")))
        .startsWith(there)
        .contains(van, box);
    assertThat(api.get("/v1/assets/" + lens).expect(200).json().getJsonNumber("version"))
        .isEqualTo(before.json().getJsonNumber("version"));
    assertThat(api.get("/v1/assets/" + lens + "/events").expect(200).items()).hasSize(1);
    assertThat(api.get("/v1/assets?location=" + there).expect(200).items()).hasSize(3);
  }

  private List<String> inside(String place) {
    return api.all("/v1/locations/" + place + "/assets?deep=true").stream()
        .map(asset -> asset.getString("id"))
        .toList();
  }

  private List<String> path(String place) {
    return api
        .get("/v1/locations/" + place)
        .expect(200)
        .json()
        .getJsonArray("path")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(above -> above.getString("id"))
        .toList();
  }

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }
}
