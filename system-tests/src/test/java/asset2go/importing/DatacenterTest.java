package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Text;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real inventory, end to end: in, again, and the questions that it is there for. */
final class DatacenterTest {

  private static final Datacenter DATACENTER = Datacenter.read();
  private static final Map<String, String> IDS = new HashMap<>();
  private static Api api;
  private static JsonObject locations;
  private static JsonObject assets;
  private static JsonObject dependencies;

  @BeforeAll
  static void importOnce() {
    api = OneSystem.api();
    locations = importFile("locations");
    assets = importFile("assets");
    dependencies = importFile("dependencies");
    for (JsonObject asset : api.all("/v1/assets?limit=200")) {
      IDS.put(asset.getString("tag"), asset.getString("id"));
    }
  }

  private static JsonObject importFile(String kind) {
    return new Imports(api).run(kind, kind + ".csv", Datacenter.file(kind));
  }

  @Test
  void everyRowGoesIn() {
    assertCounts(locations, 42, 42, 0);
    assertCounts(assets, 166, 166, 0);
    assertCounts(dependencies, 74, 74, 0);
    assertThat(IDS.keySet())
        .containsAll(DATACENTER.assets().stream().map(asset -> asset.get("tag")).toList());
  }

  @Test
  void filesSentAtOnceAreWrittenInTheirOrder() {
    String word = Some.word();
    Imports imports = new Imports(api);
    List<String> runs =
        Stream.of("locations", "assets", "dependencies")
            .map(
                kind ->
                    imports
                        .start(kind, kind + ".csv", Datacenter.file(kind, word), Map.of())
                        .expect(202)
                        .id())
            .toList();
    assertCounts(imports.finished(runs.get(0)), 42, 42, 0);
    assertCounts(imports.finished(runs.get(1)), 166, 166, 0);
    assertCounts(imports.finished(runs.get(2)), 74, 74, 0);
  }

  @Test
  void importingAgainChangesNothing() {
    List<String> samples = List.of("RACK-0001", "DEV-0001", "PANEL-0001", "FEED-0048");
    Map<String, JsonObject> before = versions(samples);
    assertCounts(importFile("locations"), 42, 0, 42);
    assertCounts(importFile("assets"), 166, 0, 166);
    assertCounts(importFile("dependencies"), 74, 0, 74);
    assertThat(versions(samples)).isEqualTo(before);
  }

  @Test
  void anOutageOfAnythingListsWhatHangsOnIt() {
    Set<String> needed =
        DATACENTER.dependencies().stream()
            .map(dependency -> dependency.get("dependsOn"))
            .collect(Collectors.toSet());
    assertThat(needed).contains("PANEL-0001");
    for (String tag : needed) {
      JsonObject impact = api.get("/v1/assets/" + IDS.get(tag) + "/impact").expect(200).json();
      List<String> hit =
          impact.getJsonArray("items").getValuesAs(JsonObject.class).stream()
              .map(item -> item.getJsonObject("asset").getString("tag"))
              .toList();
      assertThat(hit).as(tag).containsExactlyInAnyOrderElementsOf(DATACENTER.hitBy(tag));
      assertThat(impact.getInt("total")).isEqualTo(hit.size());
      assertThat(impact.getBoolean("truncated")).isFalse();
    }
  }

  @Test
  void oneCallListsEverythingInsideAPlaceRacksIncluded() {
    List<JsonObject> places = api.all("/v1/locations?limit=200");
    for (Map<String, String> row : DATACENTER.locations()) {
      String code = row.get("code");
      String id =
          places.stream()
              .filter(place -> place.getString("code").equals(code))
              .findFirst()
              .orElseThrow()
              .getString("id");
      List<String> inside =
          api
              .get("/v1/locations/" + id + "/assets?deep=true&limit=200")
              .expect(200)
              .items()
              .stream()
              .map(asset -> asset.getString("tag"))
              .toList();
      assertThat(inside).as(code).containsExactlyInAnyOrderElementsOf(DATACENTER.tagsInside(code));
    }
    assertThat(DATACENTER.tagsInside("site-21")).hasSizeGreaterThan(20);
  }

  @Test
  void aDeviceIsWhereItsRackIs() {
    Map<String, String> row =
        DATACENTER.assets().stream()
            .filter(asset -> !asset.get("container").isEmpty())
            .findFirst()
            .orElseThrow();
    JsonObject device = api.get("/v1/assets/" + IDS.get(row.get("tag"))).expect(200).json();
    JsonObject rack = api.get("/v1/assets/" + IDS.get(row.get("container"))).expect(200).json();
    assertThat(device.getJsonObject("container").getString("tag")).isEqualTo(row.get("container"));
    assertThat(device.getJsonObject("location").getString("code"))
        .isEqualTo(rack.getJsonObject("location").getString("code"));
    assertThat(device.getJsonObject("model").getString("name")).isEqualTo(row.get("model"));
    assertThat(device.getJsonObject("model").getJsonObject("manufacturer").getString("name"))
        .isEqualTo(row.get("manufacturer"));
  }

  @Test
  void whatWasImportedIsFoundAndAccountedFor() {
    assertThat(api.get("/v1/search?q=" + Text.encoded("PANEL-0001")).expect(200).items())
        .anyMatch(hit -> hit.getString("id").equals(IDS.get("PANEL-0001")));
    String id = IDS.get("PANEL-0001");
    List<JsonObject> events = api.all("/v1/assets/" + id + "/events");
    assertThat(events.get(events.size() - 1).getString("kind")).isEqualTo("CREATED");
    assertThat(
            api.get("/v1/assets/" + id + "/events/verify").expect(200).json().getBoolean("valid"))
        .isTrue();
    JsonObject dashboard = api.get("/v1/dashboard").expect(200).json();
    assertThat(dashboard.getInt("assets")).isGreaterThanOrEqualTo(166);
    assertThat(dashboard.getJsonObject("byStatus").getInt("AVAILABLE")).isGreaterThanOrEqualTo(166);
  }

  private static Map<String, JsonObject> versions(List<String> tags) {
    return tags.stream()
        .collect(
            Collectors.toMap(
                tag -> tag,
                tag ->
                    api.get("/v1/assets/" + IDS.get(tag) + "/events/verify").expect(200).json()));
  }

  private static void assertCounts(JsonObject run, int total, int created, int unchanged) {
    assertThat(Imports.state(run)).as(run.toString()).isEqualTo("completed");
    assertThat(List.of(run.getInt("total"), run.getInt("processed"), run.getInt("created")))
        .as(run.toString())
        .containsExactly(total, total, created);
    assertThat(List.of(run.getInt("unchanged"), run.getInt("updated"), run.getInt("failed")))
        .as(run.toString())
        .containsExactly(unchanged, 0, 0);
  }
}
