package asset2go.bulk;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many assets at once: each by its own rules, with an answer of its own, and back again. */
final class BulkTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private List<String> assets(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          api.post("/v1/assets", json("{'tag': 'B-%s-%s', 'name': 'Bulk %s'}", word, i, word))
              .expect(201)
              .id());
    }
    return ids;
  }

  private static String quoted(List<String> ids) {
    return "['" + String.join("','", ids) + "']";
  }

  private JsonObject ended(String id) {
    return Awaitility.await("run " + id)
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> api.get("/v1/bulk/" + id).expect(200).json(),
            run -> !List.of("QUEUED", "RUNNING").contains(run.getString("state")));
  }

  private JsonObject run(String body) {
    return ended(api.post("/v1/bulk", json(body)).expect(201).id());
  }

  private static void counts(JsonObject run, int changed, int unchanged, int refused) {
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
    assertThat(List.of(run.getInt("changed"), run.getInt("unchanged"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(changed, unchanged, refused);
  }

  private JsonObject asset(String id) {
    return api.get("/v1/assets/" + id).expect(200).json();
  }

  @Test
  void manyAreEditedAndTakenBack() {
    List<String> ids = assets(5);
    api.patch("/v1/assets/" + ids.get(0), json("{'notes': 'mine'}")).expect(200);
    api.patch("/v1/assets/" + ids.get(1), json("{'notes': 'ours'}")).expect(200);
    JsonObject run =
        run(
            "{'kind': 'EDIT', 'ids': "
                + quoted(ids)
                + ", 'patch': {'notes': 'ours', 'purchase': {'price': '12.50'}}}");
    counts(run, 5, 0, 0);
    assertThat(asset(ids.get(0)).getString("notes")).isEqualTo("ours");
    assertThat(asset(ids.get(4)).getJsonObject("purchase").getString("price")).isEqualTo("12.50");
    api.patch("/v1/assets/" + ids.get(3), json("{'notes': 'later'}")).expect(200);

    JsonObject undo =
        ended(api.post("/v1/bulk/" + run.getString("id") + "/undo", json("{}")).expect(201).id());
    counts(undo, 4, 0, 1);
    assertThat(asset(ids.get(0)).getString("notes")).isEqualTo("mine");
    assertThat(asset(ids.get(2)).containsKey("notes")).isFalse();
    assertThat(asset(ids.get(2)).containsKey("purchase")).isFalse();
    assertThat(asset(ids.get(3)).getString("notes")).isEqualTo("later");
    JsonObject refused =
        api.get("/v1/bulk/" + undo.getString("id") + "/items?outcome=refused").items().get(0);
    assertThat(refused.getString("assetId")).isEqualTo(ids.get(3));
    assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("CHANGED");
    api.post("/v1/bulk/" + run.getString("id") + "/undo", json("{}")).expect(409);
    assertThat(api.get("/v1/assets/" + ids.get(0) + "/events/verify").json().getBoolean("valid"))
        .isTrue();
  }

  @Test
  void theSameAgainChangesNothing() {
    List<String> ids = assets(3);
    String body = "{'kind': 'EDIT', 'ids': " + quoted(ids) + ", 'patch': {'condition': 'FAIR'}}";
    counts(run(body), 3, 0, 0);
    counts(run(body), 0, 3, 0);
  }

  @Test
  void allOfAListAreMovedAndTakenBack() {
    String before = Some.location(api, "").id();
    String after = Some.location(api, "").id();
    List<String> ids = assets(4);
    api.patch("/v1/assets/" + ids.get(0), json("{'locationId': '%s'}", before)).expect(200);
    JsonObject run =
        run(
            "{'kind': 'MOVE', 'query': 'q=Bulk+"
                + word
                + "&sort=-updatedAt', 'patch': {'locationId': '"
                + after
                + "'}}");
    counts(run, 4, 0, 0);
    assertThat(api.get("/v1/assets?location=" + after).items()).hasSize(4);
    ended(api.post("/v1/bulk/" + run.getString("id") + "/undo", json("{}")).expect(201).id());
    assertThat(asset(ids.get(0)).getJsonObject("location").getString("id")).isEqualTo(before);
    assertThat(asset(ids.get(1)).containsKey("location")).isFalse();
  }

  @Test
  void whatCannotTakeAStepStaysAndSaysWhy() {
    List<String> ids = assets(3);
    api.post("/v1/assets/" + ids.get(1) + "/transitions", json("{'to': 'MISSING'}")).expect(200);
    List<String> some = new ArrayList<>(ids);
    some.add("nothing");
    JsonObject run =
        run(
            "{'kind': 'TRANSITION', 'ids': "
                + quoted(some)
                + ", 'transition': {'to': 'IN_MAINTENANCE'}}");
    counts(run, 2, 0, 2);
    List<JsonObject> items = api.get("/v1/bulk/" + run.getString("id") + "/items").items();
    assertThat(items)
        .extracting(item -> item.getString("outcome"))
        .containsExactly("CHANGED", "REFUSED", "CHANGED", "REFUSED");
    assertThat(items.get(1).getJsonObject("error").getString("code")).isEqualTo("NO_STEP");
    assertThat(items.get(3).getJsonObject("error").getString("code")).isEqualTo("UNKNOWN");
    counts(undone(run), 2, 0, 0);
    assertThat(asset(ids.get(0)).getString("status")).isEqualTo("AVAILABLE");
    assertThat(asset(ids.get(1)).getString("status")).isEqualTo("MISSING");
  }

  private JsonObject undone(JsonObject run) {
    return ended(
        api.post("/v1/bulk/" + run.getString("id") + "/undo", json("{}")).expect(201).id());
  }

  /** A way back is a step of its own, with guards of its own. */
  @Test
  void changesOfStatusAreTakenBackWhereAStepLeadsBack() {
    List<String> ids = assets(3);
    String person = Some.person(api).id();
    api.patch("/v1/assets/" + ids.get(0), json("{'condition': 'GOOD'}")).expect(200);
    api.patch("/v1/assets/" + ids.get(2), json("{'condition': 'GOOD'}")).expect(200);
    JsonObject out =
        run(
            "{'kind': 'TRANSITION', 'ids': "
                + quoted(ids)
                + ", 'transition': {'to': 'CHECKED_OUT', 'due': '2031-05-01', 'custodian': {'kind':"
                + " 'PERSON', 'id': '"
                + person
                + "'}}}");
    counts(out, 3, 0, 0);
    api.post("/v1/assets/" + ids.get(2) + "/transitions", json("{'to': 'MISSING'}")).expect(200);
    JsonObject back = undone(out);
    counts(back, 1, 0, 2);
    assertThat(asset(ids.get(0)).getString("status")).isEqualTo("AVAILABLE");
    assertThat(asset(ids.get(0)).containsKey("holder")).isFalse();
    assertThat(asset(ids.get(2)).getString("status")).isEqualTo("MISSING");

    JsonObject in =
        run(
            "{'kind': 'TRANSITION', 'ids': "
                + quoted(List.of(ids.get(1)))
                + ", 'transition': {'to': 'AVAILABLE', 'condition': 'FAIR'}}");
    counts(in, 1, 0, 0);
    counts(undone(in), 1, 0, 0);
    assertThat(asset(ids.get(1)).getString("status")).isEqualTo("CHECKED_OUT");
    assertThat(asset(ids.get(1)).getJsonObject("holder").getString("id")).isEqualTo(person);
    assertThat(asset(ids.get(1)).getString("due")).isEqualTo("2031-05-01");
    assertThat(api.get("/v1/assets/" + ids.get(1) + "/events/verify").json().getBoolean("valid"))
        .isTrue();
  }

  @Test
  void whatIsTriedChangesNothing() {
    List<String> ids = assets(2);
    api.post("/v1/assets/" + ids.get(1) + "/transitions", json("{'to': 'MISSING'}")).expect(200);
    JsonObject run =
        run(
            "{'kind': 'TRANSITION', 'dryRun': true, 'ids': "
                + quoted(ids)
                + ", 'transition': {'to': 'IN_MAINTENANCE'}}");
    counts(run, 1, 0, 1);
    assertThat(asset(ids.get(0)).getString("status")).isEqualTo("AVAILABLE");
    assertThat(run.getBoolean("undoable")).isFalse();
  }

  @Test
  void manyAreDeletedAndComeBack() {
    List<String> ids = assets(3);
    JsonObject run = run("{'kind': 'TRASH', 'ids': " + quoted(ids) + "}");
    counts(run, 3, 0, 0);
    api.get("/v1/assets/" + ids.get(0)).expect(404);
    JsonObject undo =
        ended(api.post("/v1/bulk/" + run.getString("id") + "/undo", json("{}")).expect(201).id());
    counts(undo, 3, 0, 0);
    asset(ids.get(0));
  }

  @Test
  void whatIsNotWellSaidBeginsNothing() {
    for (String body :
        new String[] {
          "{'kind': 'EDIT', 'patch': {'notes': 'x'}}",
          "{'kind': 'EDIT', 'ids': [], 'patch': {'notes': 'x'}}",
          "{'kind': 'EDIT', 'ids': ['a'], 'query': '', 'patch': {'notes': 'x'}}",
          "{'kind': 'EDIT', 'ids': ['a']}",
          "{'kind': 'EDIT', 'ids': ['a'], 'patch': {'tag': 'x'}}",
          "{'kind': 'EDIT', 'ids': ['a'], 'patch': {'purchase': {'colour': 'x'}}}",
          "{'kind': 'EDIT', 'ids': ['a'], 'patch': {'purchase': null}}",
          "{'kind': 'MOVE', 'ids': ['a'], 'patch': {'notes': 'x'}}",
          "{'kind': 'TRANSITION', 'ids': ['a']}",
          "{'kind': 'UNDO', 'ids': ['a']}",
          "{'kind': 'TRASH', 'query': 'colour=red'}",
          "{'ids': ['a']}"
        }) {
      assertThat(api.post("/v1/bulk", json(body)).status()).as(body).isIn(400, 422);
    }
    assertThat(
            api.post(
                    "/v1/bulk",
                    json("{'kind': 'EDIT', 'ids': ['a'], 'patch': {'condition': 'PURPLE'}}"))
                .status())
        .isIn(400, 422);
  }

  @Test
  void everybodyHasTheirOwnRuns() {
    List<String> ids = assets(1);
    Api manager = Colleague.with("MANAGER").signIn();
    String id =
        manager
            .post(
                "/v1/bulk",
                json("{'kind': 'EDIT', 'ids': " + quoted(ids) + ", 'patch': {'notes': 'm'}}"))
            .expect(201)
            .id();
    ended(id);
    assertThat(manager.get("/v1/bulk").items()).extracting(run -> run.getString("id")).contains(id);
    Colleague.with("MEMBER").signIn().get("/v1/bulk").expect(403);
  }

  @Test
  void ofManyWhoUndoItOneDoes() {
    JsonObject run =
        run("{'kind': 'EDIT', 'ids': " + quoted(assets(2)) + ", 'patch': {'notes': 'n'}}");
    String path = "/v1/bulk/" + run.getString("id") + "/undo";
    List<Answer> answers = Together.times(6, i -> api.post(path, json("{}")));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(5);
  }
}
