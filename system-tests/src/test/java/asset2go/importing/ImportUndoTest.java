package asset2go.importing;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An import of assets is taken back: what it made goes, what it changed is as before, what is
 * others' stays.
 */
final class ImportUndoTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private String imported(String rows) {
    JsonObject run =
        new Imports(api)
            .run("assets", "undo.csv", rows.replace("WORD", word).getBytes(StandardCharsets.UTF_8));
    assertThat(run.getInt("failed")).as(run.toString()).isZero();
    return run.getString("id");
  }

  private JsonObject undone(String id, boolean dryRun) {
    return new Imports(api).undone(id, dryRun);
  }

  private static void counts(JsonObject run, int changed, int refused) {
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
    assertThat(List.of(run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(changed, refused);
  }

  private List<JsonObject> tagged(String tag) {
    return api.get("/v1/assets?tag=" + tag).expect(200).items();
  }

  private JsonObject one(String tag) {
    return tagged(tag).get(0);
  }

  @Test
  void whatItMadeGoesAndWhatItChangedIsAsBefore() {
    String room = Some.location(api, "").json().getString("code");
    String kept =
        api.post(
                "/v1/assets",
                json(
                    "{'tag': 'U-%s-0', 'name': 'Old', 'notes': 'mine', 'purchase': {'price':"
                        + " '5'}}",
                    word))
            .expect(201)
            .id();
    api.post("/v1/assets", json("{'tag': 'U-%s-1', 'name': 'Other'}", word)).expect(201);
    String id =
        imported(
            """
            tag,name,notes,price,currency,location,status,container,serial
            U-WORD-0,New,theirs,7,EUR,%1$s,,,S1
            U-WORD-1,Another,theirs,,,,MISSING,,
            U-WORD-2,Case,,,,%1$s,,,
            U-WORD-3,Inside,,,,,,U-WORD-2,
            U-WORD-4,Touched,,,,,,,
            """
                .formatted(room));
    api.patch("/v1/assets/" + one("U-" + word + "-4").getString("id"), json("{'notes': 'x'}"))
        .expect(200);
    assertThat(one("U-" + word + "-1").getString("status")).isEqualTo("MISSING");

    JsonObject dry = undone(id, true);
    counts(dry, 4, 1);
    assertThat(tagged("U-" + word)).hasSize(5);
    assertThat(one("U-" + word + "-0").getString("name")).isEqualTo("New");

    JsonObject undo = undone(id, false);
    counts(undo, 4, 1);
    JsonObject asset = api.get("/v1/assets/" + kept).json();
    assertThat(asset.getString("name")).isEqualTo("Old");
    assertThat(asset.getString("notes")).isEqualTo("mine");
    assertThat(asset.getJsonObject("purchase").getString("price")).isEqualTo("5");
    assertThat(asset.getJsonObject("purchase").containsKey("currency")).isFalse();
    assertThat(asset.containsKey("location") || asset.containsKey("serial")).isFalse();
    assertThat(one("U-" + word + "-1").getString("name")).isEqualTo("Other");
    assertThat(one("U-" + word + "-1").getString("status")).isEqualTo("AVAILABLE");
    assertThat(tagged("U-" + word + "-2")).isEmpty();
    assertThat(tagged("U-" + word + "-3")).isEmpty();
    assertThat(tagged("U-" + word + "-4")).hasSize(1);
    assertThat(api.get("/v1/assets/" + kept + "/events/verify").json().getBoolean("valid"))
        .isTrue();
    JsonObject refused =
        api.get("/v1/bulk/" + undo.getString("id") + "/items?outcome=refused").items().get(0);
    assertThat(refused.getString("tag")).isEqualTo("U-" + word + "-4");
    assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("CHANGED");
    api.post("/v1/imports/" + id + "/undo", json("{}")).expect(409);
    assertThat(api.get("/v1/imports/" + id).json().getString("undoneBy"))
        .isEqualTo(undo.getString("id"));
  }

  @Test
  void whatSomebodyHasChangedSinceIsTheirs() {
    String id =
        api.post("/v1/assets", json("{'tag': 'V-%s', 'name': 'Old'}", word)).expect(201).id();
    String run = imported("tag,name,notes\nV-WORD,New,theirs\n");
    api.patch("/v1/assets/" + id, json("{'condition': 'GOOD'}")).expect(200);
    counts(undone(run, true), 1, 0);
    api.patch("/v1/assets/" + id, json("{'notes': 'mine'}")).expect(200);
    counts(undone(run, false), 0, 1);
    assertThat(api.get("/v1/assets/" + id).json().getString("notes")).isEqualTo("mine");
  }

  /** What was there, and stands in what the import made, comes out before that goes. */
  @Test
  void whatItPutIntoWhatItMadeComesOutFirst() {
    String id =
        api.post("/v1/assets", json("{'tag': 'X-%s', 'name': 'Old'}", word)).expect(201).id();
    String run =
        imported(
            """
            tag,name,container
            C-WORD,Case,
            D-WORD,Drawer,C-WORD
            X-WORD,Old,D-WORD
            """);
    counts(undone(run, true), 3, 0);
    counts(undone(run, false), 3, 0);
    assertThat(tagged("C-" + word)).isEmpty();
    assertThat(tagged("D-" + word)).isEmpty();
    assertThat(api.get("/v1/assets/" + id).json().containsKey("container")).isFalse();
  }

  @Test
  void onlyWhatHasChangedSomethingCanBeTakenBack() {
    Imports imports = new Imports(api);
    JsonObject dry =
        imports.finished(
            imports
                .start(
                    "assets",
                    "dry.csv",
                    ("tag,name\nW-" + word + ",New\n").getBytes(StandardCharsets.UTF_8),
                    Map.of("dryRun", "true"))
                .expect(202)
                .id());
    assertThat(dry.getBoolean("undoable")).isFalse();
    api.post("/v1/imports/" + dry.getString("id") + "/undo", json("{}")).expect(409);
    api.post("/v1/imports/nothing/undo", json("{}")).expect(404);
  }

  /** The page offers it, asks once, and leads to what became of each. */
  @Test
  void thePageAsksFirst() {
    String id = imported("tag,name\nP-WORD,New\n");
    Api page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + api.token());
    assertThat(page.get("/imports/" + id).expect(200).body()).contains("id=\"ask-undo\"");
    assertThat(page.get("/imports/" + id + "?ask=undo").expect(200).body())
        .contains("id=\"undo-dialog\"", "id=\"rehearse-undo\"", "id=\"confirm-undo\"");
    JsonObject undo = undone(id, false);
    assertThat(page.get("/imports/" + id).expect(200).body())
        .contains("/bulk/" + undo.getString("id"))
        .doesNotContain("id=\"ask-undo\"");
    assertThat(page.get("/bulk/" + undo.getString("id")).expect(200).body())
        .contains("/imports/" + id);
  }
}
