package asset2go.people;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People and teams: made, changed, removed where nothing refers to them. */
final class PeopleTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void aPersonIsChangedByWhoSawTheLatestVersion() {
    Answer made = Some.person(api);
    String path = "/v1/people/" + made.id();
    String word = Some.word();
    Answer changed =
        api.with("If-Match", made.etag())
            .patch(path, json("{'name': 'Ada %s', 'email': '%s@example.test'}", word, word))
            .expect(200);
    assertThat(changed.json().getString("email")).isEqualTo(word + "@example.test");
    api.with("If-Match", made.etag()).patch(path, json("{'name': 'Late'}")).expect(412);
    assertThat(names("/v1/people?q=ada+" + word)).containsExactly("Ada " + word);
    assertThat(api.get("/v1/search?q=" + word).expect(200).body()).contains(made.id());
    for (String bad : List.of("{'name': ''}", "{'name': null}", "{'email': 'x'}", "{'id': '1'}")) {
      api.patch(path, json(bad)).expect(422);
    }
  }

  @Test
  void whatSomebodySignsInWithIsFixedHere() {
    Colleague colleague = Colleague.with("MEMBER");
    String id = api.get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
    api.patch("/v1/people/" + id, json("{'name': 'Kim New'}")).expect(200);
    Answer refused = api.patch("/v1/people/" + id, json("{'email': 'other@example.test'}"));
    assertThat(refused.expect(422).body()).contains("FIXED");
    api.delete("/v1/people/" + id).expect(409);
    colleague.signIn().get("/v1/me").expect(200);
  }

  @Test
  void somebodyToWhomNothingRefersIsRemoved() {
    String id = Some.person(api).id();
    api.delete("/v1/people/" + id).expect(204);
    api.get("/v1/people/" + id).expect(404);
    api.delete("/v1/people/" + id).expect(404);
  }

  @Test
  void whoHasHeldSomethingIsKept() {
    String id = Some.person(api).id();
    String asset = Some.asset(api).id();
    step(asset, "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", id);
    api.delete("/v1/people/" + id).expect(409);
    step(asset, "{'to': 'AVAILABLE', 'condition': 'GOOD'}");
    api.delete("/v1/people/" + id).expect(409);
  }

  @Test
  void aTeamHasMembers() {
    String word = Some.word();
    Answer team = team(word);
    String path = "/v1/teams/" + team.id();
    Answer person = Some.person(api);
    JsonObject member = json("{'personId': '%s'}", person.id());
    assertThat(api.post(path + "/members", member).expect(200).json().getInt("members"))
        .isEqualTo(1);
    // Twice is as good as once.
    assertThat(api.post(path + "/members", member).expect(200).json().getInt("members"))
        .isEqualTo(1);
    assertThat(names(path + "/members")).containsExactly(person.json().getString("name"));
    assertThat(api.get("/v1/people/" + person.id()).expect(200).body()).contains("Crew " + word);
    api.delete(path + "/members/" + person.id()).expect(204);
    assertThat(api.get(path + "/members").expect(200).items()).isEmpty();
    api.post(path + "/members", json("{'personId': 'nobody'}")).expect(422);
  }

  @Test
  void aTeamsNameIsItsOwn() {
    String word = Some.word();
    Answer team = team(word);
    api.post("/v1/teams", json("{'name': 'CREW %s'}", word)).expect(409);
    Answer other = team(Some.word());
    api.patch("/v1/teams/" + other.id(), json("{'name': 'crew %s'}", word)).expect(409);
    api.with("If-Match", team.etag())
        .patch("/v1/teams/" + team.id(), json("{'notes': 'night shift'}"))
        .expect(200);
    api.with("If-Match", team.etag())
        .patch("/v1/teams/" + team.id(), json("{'notes': 'day shift'}"))
        .expect(412);
    assertThat(api.get("/v1/search?q=" + word).expect(200).items())
        .anyMatch(hit -> hit.getString("kind").equals("TEAM"));
  }

  @Test
  void aTeamThatHoldsSomethingIsNotDissolved() {
    Answer team = team(Some.word());
    String asset = Some.asset(api).id();
    step(asset, "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'TEAM', 'id': '%s'}}", team.id());
    api.delete("/v1/teams/" + team.id()).expect(409);
    step(asset, "{'to': 'AVAILABLE', 'condition': 'GOOD'}");
    api.delete("/v1/teams/" + team.id()).expect(204);
    api.get("/v1/teams/" + team.id()).expect(404);
    // What it had still tells of it.
    JsonObject holder =
        api.get("/v1/assets/" + asset + "/custody").items().get(0).getJsonObject("holder");
    assertThat(holder.getString("name")).isEqualTo(team.json().getString("name"));
    assertThat(holder.getString("kind")).isEqualTo("TEAM");
  }

  @Test
  void whoOnlyHoldsThingsChangesNobody() {
    Api member = Colleague.with("MEMBER").signIn();
    member.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(403);
    member.patch("/v1/people/" + Some.person(api).id(), json("{'name': 'X'}")).expect(403);
  }

  private static Answer team(String word) {
    return api.post("/v1/teams", json("{'name': 'Crew %s'}", word)).expect(201);
  }

  private static void step(String asset, String body, Object... values) {
    api.post("/v1/assets/" + asset + "/transitions", json(body, values)).expect(200);
  }

  private static List<String> names(String path) {
    return api.get(path).expect(200).items().stream().map(row -> row.getString("name")).toList();
  }
}
