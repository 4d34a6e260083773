package asset2go.importing;

import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An import of locations is taken back: what it made goes where it is empty, inner ones first. */
final class LocationUndoTest {

  private final Api api = OneSystem.api();
  private final Imports imports = new Imports(api);
  private final String word = Some.word();

  private String imported(String rows) {
    JsonObject run =
        imports.run("locations", "places.csv", rows.replace("W", word).getBytes(UTF_8));
    assertThat(run.getInt("failed")).as(run.toString()).isZero();
    assertThat(run.getBoolean("undoable")).isTrue();
    return run.getString("id");
  }

  private String made(String code, String name, String kind, String parent) {
    return api.post(
            "/v1/locations",
            json(
                "{'code': '%s%s', 'name': '%s %s', 'kind': %s, 'parentId': %s}",
                word,
                code,
                name,
                word,
                kind.isEmpty() ? "null" : "\"" + kind + "\"",
                parent.isEmpty() ? "null" : "\"" + parent + "\""))
        .expect(201)
        .id();
  }

  /** What there is of this test: code, name, kind and the name of the place around it. */
  private List<String> places() {
    return api.all("/v1/locations?limit=200&q=" + word).stream()
        .map(
            place ->
                (place.getString("code")
                        + " "
                        + place.getString("name")
                        + " "
                        + place.getString("kind", "-")
                        + " "
                        + (place.containsKey("parent")
                            ? place.getJsonObject("parent").getString("name")
                            : "-"))
                    .replace(word, "W"))
        .sorted()
        .toList();
  }

  private String id(String code) {
    return api.all("/v1/locations?limit=200&q=" + word).stream()
        .filter(place -> place.getString("code").equals(word + code))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static void counts(JsonObject run, int changed, int refused) {
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
    assertThat(List.of(run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(changed, refused);
  }

  private Map<String, String> refused(JsonObject run) {
    return api.get("/v1/bulk/" + run.getString("id") + "/items?outcome=refused").items().stream()
        .collect(
            Collectors.toMap(
                item -> item.getString("tag").replace(word, "W"),
                item -> item.getJsonObject("error").getString("code")));
  }

  @Test
  void whatItMadeGoesAndWhatItChangedIsAsBefore() {
    String old = made("-old", "Old", "", "");
    String id =
        imported(
            """
            code,name,kind,parent
            W-room,Room W,,W-house
            W-house,House W,,W-site
            W-site,Site W,SITE,
            W-old,New W,ROOM,W-house
            W-used,Used W,,
            W-named,Named W,,
            W-count,Counted W,,
            """);
    assertThat(places()).contains("W-old New W ROOM House W");
    api.post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'In', 'locationId': '%s'}", word, id("-used")))
        .expect(201);
    api.patch("/v1/locations/" + id("-named"), json("{'name': 'Mine %s'}", word)).expect(200);
    api.post("/v1/stock-takes", json("{'name': '%s', 'locationId': '%s'}", word, id("-count")))
        .expect(201);

    JsonObject dry = imports.undone(id, true);
    counts(dry, 4, 3);
    assertThat(places()).hasSize(7);
    JsonObject undo = imports.undone(id, false);
    counts(undo, 4, 3);
    assertThat(places())
        .containsExactly(
            "W-count Counted W - -", "W-named Mine W - -", "W-old Old W - -", "W-used Used W - -");
    assertThat(refused(undo))
        .isEqualTo(refused(dry))
        .isEqualTo(Map.of("W-used", "NOT_EMPTY", "W-named", "CHANGED", "W-count", "IN_USE"));
    List<JsonObject> items =
        api.get("/v1/bulk/" + undo.getString("id") + "/items?outcome=changed").items();
    assertThat(items)
        .extracting(item -> item.getString("subject"), item -> item.getBoolean("removes"))
        .contains(
            org.assertj.core.groups.Tuple.tuple("LOCATION", true),
            org.assertj.core.groups.Tuple.tuple("LOCATION", false));
    assertThat(items).extracting(item -> item.getString("locationId")).contains(old);
    api.post("/v1/imports/" + id + "/undo", json("{}")).expect(409);
  }

  /** What was turned inside out is turned back, without a place within itself on the way. */
  @Test
  void whatWasMovedIntoEachOtherGoesBack() {
    String outer = made("-a", "A", "", "");
    made("-b", "B", "", outer);
    String id = imported("code,name,parent\nW-c,C W,\nW-b,B W,W-c\nW-a,A W,W-b\n");
    assertThat(places()).containsExactly("W-a A W - B W", "W-b B W - C W", "W-c C W - -");
    counts(imports.undone(id, false), 3, 0);
    assertThat(places()).containsExactly("W-a A W - -", "W-b B W - A W");
  }

  /** Another field is no reason to keep what was a mistake; the same one is somebody's. */
  @Test
  void whatSomebodyHasChangedSinceIsTheirs() {
    String one = made("-1", "One", "", "");
    String two = made("-2", "Two", "", "");
    String id = imported("code,name\nW-1,Wrong W\nW-2,Wrong W\n");
    api.patch("/v1/locations/" + one, json("{'kind': 'HALL'}")).expect(200);
    api.patch("/v1/locations/" + two, json("{'name': 'Right %s'}", word)).expect(200);
    JsonObject undo = imports.undone(id, false);
    counts(undo, 1, 1);
    assertThat(places()).containsExactly("W-1 One W HALL -", "W-2 Right W - -");
    assertThat(refused(undo)).isEqualTo(Map.of("W-2", "CHANGED"));
  }

  /** What somebody has removed already is gone, and the codes are free for the right file. */
  @Test
  void theRightFileGoesInAfterTheWrongOne() {
    String file = "code,name,parent\nW-s,Site W,\nW-r,Room W,W-s\n";
    String wrong = imported(file);
    api.delete("/v1/locations/" + id("-r")).expect(204);
    JsonObject undo = imports.undone(wrong, false);
    counts(undo, 1, 0);
    assertThat(undo.getInt("unchanged")).isEqualTo(1);
    assertThat(places()).isEmpty();
    String right = imported(file);
    assertThat(imports.now(right).getInt("created")).isEqualTo(2);
    assertThat(places()).hasSize(2);
  }

  /** The page asks in the words of places, and leads to what became of each. */
  @Test
  void thePageAsksFirst() {
    String id = imported("code,name\nW-p,Page W\n");
    Api page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + api.token());
    assertThat(page.get("/imports/" + id + "?ask=undo").expect(200).body())
        .contains("id=\"undo-dialog\"", "new locations are removed");
    JsonObject dry = imports.undone(id, true);
    assertThat(page.get("/bulk/" + dry.getString("id")).expect(200).body())
        .contains(word + "-p", "/locations/" + id("-p"), "Removed");
    JsonObject undo = imports.undone(id, false);
    assertThat(page.get("/bulk/" + undo.getString("id")).expect(200).body())
        .contains(word + "-p", "Page " + word)
        .doesNotContain("href=\"/locations/0");
  }
}
