package asset2go.right;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles over parts: what they show, what they allow, why, and how soon. */
final class RightsTest {

  private final Api admin = OneSystem.api();
  private final String word = Some.word();
  private final String campus = Some.location(admin, "").id();
  private final String here = Some.location(admin, campus).id();
  private final String there = Some.location(admin, campus).id();
  private final String room = Some.location(admin, here).id();
  private final String mine = asset(room);
  private final String theirs = asset(there);

  private String asset(String locationId) {
    String tag = word + "-" + Some.word();
    return admin
        .post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'Drill', 'locationId': '%s'}", tag, locationId))
        .expect(201)
        .id();
  }

  @Test
  void whoHasNoRoleAndNoGrantSeesNothing() {
    Api nobody = Colleague.with(null).signIn();
    assertThat(nobody.get("/v1/assets").expect(200).json().getInt("total")).isZero();
    assertThat(nobody.get("/v1/locations").expect(200).items()).isEmpty();
    assertThat(nobody.get("/v1/dashboard").expect(200).json().getInt("assets")).isZero();
    nobody.get("/v1/assets/" + mine).expect(404);
    JsonObject me = nobody.get("/v1/me").expect(200).json();
    assertThat(me.getJsonArray("roles")).isEmpty();
  }

  @Test
  void aGrantHoldsAtOnceAndIsTakenBackAtOnce() {
    Colleague colleague = Colleague.with(null);
    Api api = colleague.signIn();
    api.get("/v1/assets/" + mine).expect(404);
    String grant = PartWorld.grant(colleague, "MEMBER", "LOCATION", here);
    api.get("/v1/assets/" + mine).expect(200);
    api.get("/v1/assets/" + theirs).expect(404);
    Answer list = api.get("/v1/assets?q=" + word).expect(200);
    assertThat(list.items()).extracting(row -> row.getString("id")).containsExactly(mine);
    assertThat(list.json().getInt("total")).isEqualTo(1);
    assertThat(api.get("/v1/search?q=" + word).items()).hasSize(1);
    admin.delete("/v1/grants/" + grant).expect(204);
    api.get("/v1/assets/" + mine).expect(404);
    assertThat(api.get("/v1/assets?q=" + word).items()).isEmpty();
  }

  @Test
  void aGrantOverACategoryOrACompanyReachesWhatIsOfIt() {
    String category = named("/v1/categories", "{'name': '%s'}");
    String below = named("/v1/categories", "{'name': '%s', 'parentId': '" + category + "'}");
    String model = named("/v1/models", "{'name': '%s', 'categoryId': '" + below + "'}");
    admin.patch("/v1/assets/" + theirs, json("{'modelId': '%s'}", model)).expect(200);
    Colleague byCategory = Colleague.with(null);
    PartWorld.grant(byCategory, "MEMBER", "CATEGORY", category);
    Api api = byCategory.signIn();
    api.get("/v1/assets/" + theirs).expect(200);
    api.get("/v1/assets/" + mine).expect(404);
    assertThat(api.get("/v1/assets").json().getInt("total")).isEqualTo(1);

    String company = named("/v1/companies", "{'name': '%s'}");
    String owned =
        admin
            .post("/v1/assets", json("{'name': 'Owned', 'companyId': '%s'}", company))
            .expect(201)
            .id();
    Colleague byCompany = Colleague.with(null);
    PartWorld.grant(byCompany, "MANAGER", "COMPANY", company);
    Api manager = byCompany.signIn();
    assertThat(manager.get("/v1/assets").items())
        .extracting(row -> row.getString("id"))
        .containsExactly(owned);
    manager.post("/v1/assets", json("{'name': 'X', 'companyId': '%s'}", company)).expect(201);
    manager.post("/v1/assets", json("{'name': 'X'}")).expect(403);
  }

  private String named(String path, String body) {
    return admin.post(path, json(body, Some.word())).expect(201).id();
  }

  @Test
  void theRoleThatHoldsThereCounts() {
    Colleague colleague = PartWorld.scoped("TECHNICIAN", here);
    PartWorld.grant(colleague, "MEMBER", "LOCATION", there);
    Api api = colleague.signIn();
    api.patch("/v1/assets/" + mine, json("{'notes': 'oiled'}")).expect(200);
    api.patch("/v1/assets/" + theirs, json("{'notes': 'oiled'}")).expect(403);
    api.post("/v1/assets/" + theirs + "/transitions", json("{'to': 'IN_MAINTENANCE'}")).expect(403);
    api.delete("/v1/assets/" + mine).expect(403);
    assertThat(next(api, mine)).isNotEmpty();
    assertThat(next(api, theirs)).isEmpty();
  }

  private static List<?> next(Api api, String id) {
    return api.get("/v1/assets/" + id).expect(200).json().getJsonArray("next");
  }

  @Test
  void movingNeedsTheRightWhereItGoesToo() {
    Colleague colleague = PartWorld.scoped("MANAGER", here);
    Api api = colleague.signIn();
    String box = asset(there);
    api.patch("/v1/assets/" + mine, json("{'locationId': '%s'}", here)).expect(200);
    // What is not seen is not there.
    api.patch("/v1/assets/" + mine, json("{'locationId': '%s'}", there)).expect(422);
    api.patch("/v1/assets/" + mine, json("{'locationId': null, 'containerId': '%s'}", box))
        .expect(422);
    // What is seen, but only seen, is refused.
    PartWorld.grant(colleague, "MEMBER", "LOCATION", there);
    api.patch("/v1/assets/" + mine, json("{'locationId': '%s'}", there)).expect(403);
    api.patch("/v1/assets/" + mine, json("{'locationId': null}")).expect(403);
    api.patch("/v1/locations/" + room, json("{'parentId': '%s'}", there)).expect(403);
    assertThat(admin.get("/v1/assets/" + mine).json().getJsonObject("location").getString("id"))
        .isEqualTo(here);
  }

  @Test
  void placesAreSeenWithTheWayUpToThemAndNothingBeside() {
    Api api = PartWorld.scoped("MEMBER", room).signIn();
    assertThat(api.get("/v1/locations?limit=200").items())
        .extracting(row -> row.getString("id"))
        .containsExactlyInAnyOrder(campus, here, room);
    assertThat(api.get("/v1/locations/" + campus).expect(200).json().getInt("children"))
        .isEqualTo(1);
    api.get("/v1/locations/" + there).expect(404);
    api.get("/v1/assets?location=" + there).expect(404);
    assertThat(api.get("/v1/locations/" + campus + "/assets?deep=true").expect(200).items())
        .extracting(row -> row.getString("id"))
        .containsExactly(mine);
  }

  @Test
  void anOutageCountsWhatItDoesNotName() {
    String between = asset(there);
    String last = asset(room);
    depend(between, mine);
    depend(last, between);
    Api api = PartWorld.scoped("MEMBER", here).signIn();
    JsonObject impact = api.get("/v1/assets/" + mine + "/impact").expect(200).json();
    assertThat(impact.getInt("total")).isEqualTo(1);
    assertThat(impact.getInt("others")).isEqualTo(1);
    assertThat(impact.toString()).contains(last).doesNotContain(between);
    assertThat(api.get("/v1/assets/" + mine + "/dependencies").body()).doesNotContain(between);
  }

  private void depend(String id, String needed) {
    admin
        .post("/v1/assets/" + id + "/dependencies", json("{'dependsOnId': '%s'}", needed))
        .expect(200);
  }

  @Test
  void eventsLeaveOutWhatIsElsewhere() {
    String moved = asset(there);
    admin.patch("/v1/assets/" + moved, json("{'locationId': '%s'}", room)).expect(200);
    depend(moved, theirs);
    Api api = PartWorld.scoped("AUDITOR", here).signIn();
    String tag = admin.get("/v1/assets/" + theirs).json().getString("tag");
    String events = api.get("/v1/assets/" + moved + "/events").expect(200).body();
    assertThat(events).contains("•••", room).doesNotContain(there, tag);
    assertThat(api.get("/v1/assets/" + moved + "/events/verify").json().getBoolean("valid"))
        .isTrue();
  }

  @Test
  void whatATeamMayItsMembersMay() {
    Colleague colleague = Colleague.with(null);
    Api api = colleague.signIn();
    String person = api.get("/v1/me").expect(200).id();
    String name = "team-" + word;
    String team = admin.post("/v1/teams", json("{'name': '%s'}", name)).expect(201).id();
    admin
        .post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': 'MEMBER', 'overKind': 'LOCATION', 'overId': '%s'}",
                team, here))
        .expect(201);
    api.get("/v1/assets/" + mine).expect(404);
    String members = "/v1/teams/" + team + "/members";
    admin.post(members, json("{'personId': '%s'}", person)).expect(200);
    api.get("/v1/assets/" + mine).expect(200);
    JsonObject why = explain(person, mine);
    assertThat(why.getBoolean("sees")).isTrue();
    JsonObject reason = why.getJsonArray("reasons").getJsonObject(0);
    assertThat(reason.getJsonObject("team").getString("name")).isEqualTo(name);
    admin.delete(members + "/" + person).expect(204);
    api.get("/v1/assets/" + mine).expect(404);
  }

  @Test
  void anAdministratorLearnsWhySomebodySeesSomething() {
    Colleague colleague = PartWorld.scoped("TECHNICIAN", here);
    String person = colleague.signIn().get("/v1/me").id();
    JsonObject why = explain(person, mine);
    assertThat(why.getBoolean("sees")).isTrue();
    assertThat(why.getJsonArray("roles").toString()).isEqualTo("[\"TECHNICIAN\"]");
    assertThat(
            why.getJsonArray("reasons")
                .getJsonObject(0)
                .getJsonArray("path")
                .getValuesAs(step -> step.asJsonObject().getString("id")))
        .containsExactly(mine, room, here);
    JsonObject not = explain(person, theirs);
    assertThat(not.getBoolean("sees")).isFalse();
    assertThat(not.getJsonArray("reasons")).isEmpty();
    String self = admin.get("/v1/me").id();
    assertThat(explain(self, mine).toString()).contains("ADMIN");
    admin.get("/v1/rights/explain?person=" + person).expect(400);
    admin.get("/v1/rights/explain?person=x&asset=" + mine).expect(404);
  }

  private JsonObject explain(String person, String asset) {
    return admin.get("/v1/rights/explain?person=" + person + "&asset=" + asset).expect(200).json();
  }

  @Test
  void theSameRightIsGivenOnce() {
    Colleague colleague = PartWorld.scoped("MEMBER", here);
    String person = colleague.signIn().get("/v1/me").id();
    String body = "{'holderId': '%s', 'role': 'MEMBER', 'overKind': '%s', 'overId': '%s'}";
    admin.post("/v1/grants", json(body, person, "LOCATION", here)).expect(409);
    admin.post("/v1/grants", json(body, person, "CATEGORY", here)).expect(422);
    admin.post("/v1/grants", json(body, "nobody", "LOCATION", here)).expect(422);
    assertThat(admin.get("/v1/grants?holder=" + person).items()).hasSize(1);
    assertThat(admin.get("/v1/grants?over=" + here).items()).hasSize(1);
  }

  @Test
  void aRoleOverEverythingCanBeTakenAway() {
    Colleague colleague = Colleague.with("MEMBER");
    Api api = colleague.signIn();
    String person = api.get("/v1/me").id();
    api.get("/v1/assets/" + mine).expect(200);
    admin.patch("/v1/users/" + person, json("{'grantsOnly': true}")).expect(200);
    api.get("/v1/assets/" + mine).expect(404);
    admin.patch("/v1/users/" + person, json("{'role': 'MEMBER', 'grantsOnly': true}")).expect(422);
  }

  @Test
  void aPlaceThatGoesTakesItsGrantsAlong() {
    String empty = Some.location(admin, campus).id();
    Colleague colleague = PartWorld.scoped("MEMBER", empty);
    admin.delete("/v1/locations/" + empty).expect(204);
    assertThat(admin.get("/v1/grants?over=" + empty).items()).isEmpty();
    colleague.signIn().get("/v1/locations/" + campus).expect(404);
  }
}
