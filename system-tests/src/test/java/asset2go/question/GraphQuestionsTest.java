package asset2go.question;

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
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each question of docs/graph-questions.md, asked of a real inventory, and one who may see a part.
 */
final class GraphQuestionsTest {

  private static final Datacenter DATACENTER = Datacenter.read();
  private static final String SITE = "site-21";
  private static Api api;
  private static String word;
  private static String site;
  private static Api member;

  @BeforeAll
  static void furnish() {
    api = OneSystem.api();
    word = Some.word();
    Imports imports = new Imports(api);
    for (String kind : List.of("locations", "assets", "dependencies")) {
      imports.run(kind, kind + ".csv", Datacenter.file(kind, word));
    }
    site =
        api.all("/v1/locations?limit=200&q=" + word).stream()
            .filter(place -> place.getString("code").equals(word + "-" + SITE))
            .findFirst()
            .orElseThrow()
            .getString("id");
    member = Colleague.over("MEMBER", "LOCATION", site).signIn();
  }

  @Test
  void question1EverythingInABuildingInsideCasesToo() {
    for (Api reader : List.of(api, member)) {
      assertThat(tags(reader.all("/v1/locations/" + site + "/assets?deep=true&limit=50")))
          .isEqualTo(at(SITE));
    }
  }

  @Test
  void question2WhatMayISee() {
    JsonObject mine = member.get("/v1/me/sight").expect(200).json();
    assertThat(mine.getInt("assets")).isEqualTo(at(SITE).size());
    assertThat(mine.getJsonArray("everywhere")).isEmpty();
    JsonObject grant = mine.getJsonArray("parts").getJsonObject(0);
    assertThat(grant.getJsonObject("over").getString("id")).isEqualTo(site);
    assertThat(tags(member.all("/v1/assets?limit=200"))).isEqualTo(at(SITE));
    JsonObject all = api.get("/v1/me/sight").expect(200).json();
    assertThat(all.getInt("assets")).isGreaterThan(at(SITE).size());
    assertThat(all.getJsonArray("parts")).isEmpty();
    JsonObject nothing = Colleague.with(null).signIn().get("/v1/me/sight").expect(200).json();
    assertThat(nothing.getInt("assets")).isZero();
  }

  @Test
  void question2ATeamsPartIsItsMembersPart() {
    Colleague colleague = Colleague.with(null);
    String person = api.get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
    String team = api.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(201).id();
    api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", person)).expect(200);
    api.post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': 'AUDITOR', 'overKind': 'LOCATION', 'overId': '%s'}",
                team, site))
        .expect(201);
    JsonObject sight = colleague.signIn().get("/v1/me/sight").expect(200).json();
    assertThat(sight.getJsonArray("parts").getJsonObject(0).getJsonObject("holder").getString("id"))
        .isEqualTo(team);
    assertThat(sight.getInt("assets")).isEqualTo(at(SITE).size());
  }

  @Test
  void question3WhatBreaksIfThisIsOut() {
    String panel = id("PANEL-0001");
    JsonObject impact = api.get("/v1/assets/" + panel + "/impact").expect(200).json();
    assertThat(
            impact.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonObject("asset").getString("tag")))
        .containsExactlyInAnyOrderElementsOf(named(DATACENTER.hitBy("PANEL-0001")));
  }

  @Test
  void question5WhoHeldItOnADayAndWhereItWas() {
    Answer person = Some.person(api);
    String id = Some.asset(api).id();
    hand(id, person.id());
    String day = Instant.now().toString().substring(0, 10);
    List<JsonObject> held = api.get("/v1/assets/" + id + "/custody?on=" + day).items();
    assertThat(held)
        .extracting(custody -> custody.getJsonObject("holder").getString("id"))
        .containsExactly(person.id());
    assertThat(api.get("/v1/assets/" + id + "/custody?on=2001-01-01").items()).isEmpty();
    JsonObject where = api.get("/v1/assets/" + id("DEV-0001") + "/position?on=" + day).json();
    assertThat(where.getJsonArray("path")).isNotEmpty();
  }

  @Test
  void question5WhoHeldItBetweenTheLastGoodInspectionAndTheDamage() {
    String id = Some.asset(api).id();
    String[] people = {
      Some.person(api).id(), Some.person(api).id(), Some.person(api).id(), Some.person(api).id()
    };
    assertThat(damage(id).containsKey("damage") && !damage(id).isNull("damage")).isFalse();
    hand(id, people[0]);
    back(id, "GOOD"); // the last time that somebody looked and it was good
    hand(id, people[1]);
    back(id, "FAIR");
    hand(id, people[2]);
    back(id, "POOR"); // the damage report
    hand(id, people[3]);
    JsonObject trail = damage(id);
    assertThat(trail.getJsonObject("good").getString("condition")).isEqualTo("GOOD");
    assertThat(trail.getJsonObject("damage").getString("condition")).isEqualTo("POOR");
    assertThat(
            trail.getJsonArray("custodies").getValuesAs(JsonObject.class).stream()
                .map(custody -> custody.getJsonObject("holder").getString("id")))
        .containsExactly(people[2], people[1]);
    back(id, "UNUSABLE"); // worse, but damaged already
    assertThat(damage(id).getJsonObject("damage").getString("condition")).isEqualTo("POOR");
    member.get("/v1/assets/" + id + "/custody/damage").expect(404);
  }

  @Test
  void question6SinglePointsOfFailure() {
    JsonObject points =
        member.get("/v1/dependencies/single-points?limit=200&location=" + site).expect(200).json();
    assertThat(at(SITE))
        .containsAll(
            points.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonObject("asset").getString("tag"))
                .toList());
  }

  @Test
  void question7ARecallWithHolderAndPath() {
    String batch = api.post("/v1/batches", json("{'name': 'B-%s'}", Some.word())).expect(201).id();
    api.patch("/v1/assets/" + id("PANEL-0001"), json("{'batchId': '%s'}", batch)).expect(200);
    JsonObject recall = api.get("/v1/batches/" + batch + "/recall").expect(200).json();
    Set<String> hit = named(DATACENTER.hitBy("PANEL-0001"));
    hit.add(word + "-PANEL-0001");
    assertThat(
            recall.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonObject("asset").getString("tag")))
        .containsAll(hit);
  }

  @Test
  void question8WhatSomebodyHoldsWhoLeaves() {
    Answer person = Some.person(api);
    String id = Some.asset(api).id();
    hand(id, person.id());
    JsonValue open = api.get("/v1/people/" + person.id() + "/offboarding").expect(200).json();
    assertThat(open.toString()).contains(id);
  }

  private static JsonObject damage(String id) {
    return api.get("/v1/assets/" + id + "/custody/damage").expect(200).json();
  }

  private static void hand(String id, String person) {
    api.post(
            "/v1/assets/" + id + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
  }

  private static void back(String id, String condition) {
    api.post(
            "/v1/assets/" + id + "/transitions",
            json("{'to': 'AVAILABLE', 'condition': '%s'}", condition))
        .expect(200);
  }

  private static String id(String tag) {
    return api.get("/v1/assets?q=" + word + "-" + tag).expect(200).items().get(0).getString("id");
  }

  private static Set<String> at(String code) {
    return named(DATACENTER.tagsInside(code));
  }

  private static Set<String> named(Set<String> tags) {
    return tags.stream().map(tag -> word + "-" + tag).collect(Collectors.toSet());
  }

  private static Set<String> tags(List<JsonObject> assets) {
    return assets.stream().map(asset -> asset.getString("tag")).collect(Collectors.toSet());
  }
}
