package asset2go.custody;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Baskets that go out, come back in parts and change hands; who had what when. */
final class CustodyTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void aBasketGoesOutTogetherAndComesBackInParts() {
    List<String> tags = tags(3);
    String person = Some.person(api).id();
    Answer out =
        api.post(
                "/v1/custodies",
                json(
                    "{'items': %s, 'to': {'kind': 'PERSON', 'id': '%s'}, 'due': '2099-01-31',"
                        + " 'notes': 'for the fair'}",
                    items(tags), person))
            .expect(200);
    String basket = out.json().getString("id");
    assertThat(api.all("/v1/custodies?basket=" + basket)).hasSize(3);
    JsonObject custody = custodyOf(out, 0);
    assertThat(custody.getString("due")).isEqualTo("2099-01-31");
    assertThat(custody.getString("notes")).isEqualTo("for the fair");
    assertThat(status(tags.get(0))).isEqualTo("CHECKED_OUT");

    String first = "{'items': [{'asset': '%s', 'condition': 'POOR', 'notes': 'dented'}]}";
    Answer back = api.post("/v1/custodies/return", json(first, tags.get(0))).expect(200);
    assertThat(custodyOf(back, 0).getString("conditionIn")).isEqualTo("POOR");
    assertThat(custodyOf(back, 0).getString("returnNotes")).isEqualTo("dented");
    assertThat(api.all("/v1/custodies?state=open&basket=" + basket)).hasSize(2);

    api.post(
            "/v1/custodies/return",
            json("{'condition': 'GOOD', 'items': %s}", items(tags.subList(1, 3))))
        .expect(200);
    assertThat(api.all("/v1/custodies?state=open&basket=" + basket)).isEmpty();
    assertThat(api.all("/v1/custodies?state=ended&holder=" + person)).hasSize(3);
    assertThat(tags).allSatisfy(tag -> assertThat(status(tag)).isEqualTo("AVAILABLE"));
    tags.forEach(CustodyTest::assertChain);
  }

  @Test
  void ifOneItemCannotBeNothingIs() {
    List<String> tags = tags(2);
    String holder = Some.person(api).id();
    checkOut(List.of(tags.get(1)), holder).expect(200);
    List<String> asked = List.of(tags.get(0), tags.get(1), "no-such-tag");
    Answer refused = checkOut(asked, Some.person(api).id()).expect(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/conflict");
    List<JsonObject> errors = refused.json().getJsonArray("errors").getValuesAs(JsonObject.class);
    assertThat(errors)
        .extracting(error -> error.getString("field") + " " + error.getString("code"))
        .containsExactly("items[1].asset HELD", "items[2].asset UNKNOWN");
    assertThat(status(tags.get(0))).isEqualTo("AVAILABLE");

    // Only wrong input: 422.
    checkOut(List.of("no-such-tag"), holder).expect(422);
    checkOut(List.of(), holder).expect(422);
    api.post(
            "/v1/custodies",
            json("{'items': %s, 'to': {'kind': 'PERSON', 'id': 'x'}}", items(tags)))
        .expect(422);
    api.post("/v1/custodies", json("{'items': %s, 'to': {}}", items(tags))).expect(422);
    api.post(
            "/v1/custodies?bulk=some",
            json("{'items': %s, 'to': {'kind': 'TEAM', 'id': 'x'}}", items(tags)))
        .expect(400);
  }

  @Test
  void eachForItselfSaysWhatBecameOfEach() {
    List<String> tags = tags(2);
    checkOut(List.of(tags.get(1)), Some.person(api).id()).expect(200);
    String body = "{'items': %s, 'to': {'kind': 'PERSON', 'id': '%s'}}";
    String to = Some.person(api).id();
    Answer dry =
        api.post("/v1/custodies?bulk=each&dryRun=true", json(body, items(tags), to)).expect(200);
    assertThat(errors(dry)).containsExactly("", "HELD");
    assertThat(status(tags.get(0))).isEqualTo("AVAILABLE");
    Answer done = api.post("/v1/custodies?bulk=each", json(body, items(tags), to)).expect(200);
    assertThat(errors(done)).containsExactly("", "HELD");
    assertThat(status(tags.get(0))).isEqualTo("CHECKED_OUT");
  }

  @Test
  void anItemIsWhatItsLabelSays() {
    String tag = tags(1).get(0);
    JsonObject asset = api.get("/v1/assets?q=" + tag).items().get(0);
    String serial = "SN-" + Some.word();
    api.patch("/v1/assets/" + asset.getString("id"), json("{'serial': '%s'}", serial)).expect(200);
    for (String label :
        List.of(
            asset.getString("id"), serial, "https://old.example/q/" + asset.getString("id"), tag)) {
      Answer dry =
          api.post(
                  "/v1/custodies?dryRun=true",
                  json(
                      "{'items': [{'asset': '%s'}], 'to': {'kind': 'LOCATION', 'id': '%s'}}",
                      label, Some.location(api, "").id()))
              .expect(200);
      assertThat(dry.body()).contains(asset.getString("id"));
    }
    // Scanned twice is there once.
    Answer twice = checkOut(List.of(tag, serial), Some.person(api).id()).expect(200);
    assertThat(twice.json().getJsonArray("items")).hasSize(1);
  }

  @Test
  void ofTwoWhoWantTheSameBasketOneHasItWhole() {
    for (int round = 0; round < 5; round++) {
      List<String> tags = tags(12);
      List<String> reversed = new ArrayList<>(tags);
      Collections.reverse(reversed);
      List<String> people = List.of(Some.person(api).id(), Some.person(api).id());
      List<Answer> answers =
          Together.times(8, i -> checkOut(i % 2 == 0 ? tags : reversed, people.get(i % 2)));
      assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
      List<Answer> won = answers.stream().filter(answer -> answer.status() == 200).toList();
      assertThat(won).hasSize(1);
      answers.stream()
          .filter(answer -> answer.status() == 409)
          .forEach(lost -> assertThat(lost.json().getJsonArray("errors")).hasSize(12));
      assertThat(api.all("/v1/custodies?basket=" + won.get(0).json().getString("id"))).hasSize(12);
      tags.forEach(CustodyTest::assertChain);
    }
  }

  @Test
  void ofTwoOverlappingBasketsNothingIsHandedOutTwice() {
    List<String> tags = tags(9);
    List<Answer> answers =
        Together.times(
            9,
            i -> {
              List<String> some =
                  IntStream.range(0, 4).mapToObj(j -> tags.get((i * 2 + j) % 9)).toList();
              return checkOut(some, Some.person(api).id());
            });
    assertThat(answers).extracting(Answer::status).containsOnly(200, 409).contains(200);
    for (String tag : tags) {
      assertThat(api.all("/v1/assets/" + id(tag) + "/custody")).hasSizeLessThanOrEqualTo(1);
      assertChain(tag);
    }
  }

  @Test
  void whatIsPassedOnKeepsItsChain() {
    String tag = tags(1).get(0);
    String from = Some.person(api).id();
    String team = api.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(201).id();
    checkOut(List.of(tag), from).expect(200);
    String body = "{'items': [{'asset': '%s'}], 'to': {'kind': '%s', 'id': '%s'}}";
    api.post("/v1/custodies/transfer", json(body, tag, "TEAM", team)).expect(200);
    assertThat(status(tag)).isEqualTo("CHECKED_OUT");
    List<JsonObject> history = api.all("/v1/assets/" + id(tag) + "/custody");
    assertThat(history).hasSize(2);
    assertThat(history.get(0).getString("previousId")).isEqualTo(history.get(1).getString("id"));
    assertThat(history.get(0).getString("from")).isEqualTo(history.get(1).getString("to"));
    // To the same again, and what nobody has.
    api.post("/v1/custodies/transfer", json(body, tag, "TEAM", team)).expect(409);
    api.post("/v1/custodies/transfer", json(body, tags(1).get(0), "TEAM", team)).expect(409);
    assertChain(tag);
  }

  @Test
  void whatIsInMaintenanceComesBackAndStaysThere() {
    String tag = tags(1).get(0);
    checkOut(List.of(tag), Some.person(api).id()).expect(200);
    step(tag, "{'to': 'IN_MAINTENANCE'}");
    String back = "{'items': [{'asset': '%s', 'condition': 'FAIR'}]}";
    api.post("/v1/custodies/return", json(back, tag)).expect(200);
    JsonObject asset = api.get("/v1/assets/" + id(tag)).json();
    assertThat(asset.getString("status")).isEqualTo("IN_MAINTENANCE");
    assertThat(asset.containsKey("holder")).isFalse();
    step(tag, "{'to': 'AVAILABLE'}");
    api.post("/v1/custodies/return", json(back, tag)).expect(409);
    checkOut(List.of(tag), Some.person(api).id()).expect(200);
    api.post("/v1/custodies/return", json("{'items': [{'asset': '%s'}]}", tag)).expect(422);
    step(tag, "{'to': 'MISSING'}");
    api.post("/v1/custodies/return", json(back, tag)).expect(409);
    assertChain(tag);
  }

  @Test
  void nothingHoldsItself() {
    String outer = tags(1).get(0);
    String inner = tags(1).get(0);
    String body = "{'items': [{'asset': '%s'}], 'to': {'kind': 'ASSET', 'id': '%s'}}";
    api.post("/v1/custodies", json(body, outer, id(outer))).expect(422);
    api.post("/v1/custodies", json(body, inner, id(outer))).expect(200);
    api.post("/v1/custodies", json(body, outer, id(inner))).expect(422);
    api.delete("/v1/assets/" + id(outer)).expect(409);
  }

  @Test
  void whoHadItOnAnyDay() {
    String tag = tags(1).get(0);
    Answer person = Some.person(api);
    checkOut(List.of(tag), person.id()).expect(200);
    String path = "/v1/assets/" + id(tag) + "/custody?on=";
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String from = api.all("/v1/assets/" + id(tag) + "/custody").get(0).getString("from");
    assertThat(api.get(path + from).expect(200).items()).hasSize(1);
    assertThat(api.get(path + today.plusDays(1)).expect(200).body())
        .contains(person.json().getString("name"));
    assertThat(api.get(path + today.minusDays(2)).expect(200).items()).isEmpty();
    api.get(path + "yesterday").expect(400);
    api.get("/v1/assets/unknown/custody").expect(404);
  }

  @Test
  void whatIsOverdueIsListedTheLongestFirst() {
    List<String> tags = tags(3);
    String person = Some.person(api).id();
    String body = "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s'}";
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    api.post("/v1/custodies", json(body, tags.get(0), person, today.minusDays(2))).expect(200);
    api.post("/v1/custodies", json(body, tags.get(1), person, today.minusDays(9))).expect(200);
    api.post("/v1/custodies", json(body, tags.get(2), person, today)).expect(200);
    List<JsonObject> overdue = api.all("/v1/custodies?state=overdue&limit=1&holder=" + person);
    assertThat(overdue)
        .extracting(custody -> custody.getJsonObject("asset").getString("tag"))
        .containsExactly(tags.get(1), tags.get(0));
    assertThat(overdue).allMatch(custody -> custody.getBoolean("overdue"));
  }

  @Test
  void somebodyHasWhatTheirTeamsHaveAndWhatIsInside() {
    List<String> tags = tags(5);
    String person = Some.person(api).id();
    String other = Some.person(api).id();
    String team = api.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(201).id();
    api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", person)).expect(200);
    for (int inside : List.of(2, 3, 4)) {
      api.patch(
              "/v1/assets/" + id(tags.get(inside)),
              json("{'containerId': '%s'}", id(tags.get(inside == 4 ? 3 : 1))))
          .expect(200);
    }
    checkOut(List.of(tags.get(0)), person).expect(200);
    // Inside the team's case, but handed to somebody else; so is what is inside that.
    checkOut(List.of(tags.get(3)), other).expect(200);
    String toTeam = "{'items': [{'asset': '%s'}], 'to': {'kind': 'TEAM', 'id': '%s'}}";
    api.post("/v1/custodies", json(toTeam, tags.get(1), team)).expect(200);
    List<String> ways =
        api.all("/v1/people/" + person + "/holdings?limit=2").stream()
            .map(row -> row.getJsonObject("asset").getString("tag") + " " + row.getString("way"))
            .toList();
    assertThat(ways)
        .containsExactlyInAnyOrder(
            tags.get(0) + " DIRECT", tags.get(1) + " TEAM", tags.get(2) + " INSIDE");
    assertThat(api.all("/v1/teams/" + team + "/holdings")).hasSize(2);
    assertThat(api.all("/v1/people/" + other + "/holdings")).hasSize(2);
  }

  @Test
  void whoOnlyHoldsThingsHandsNothingOut() {
    Api member = Colleague.with("MEMBER").signIn();
    String body = "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': 'x'}}";
    member.post("/v1/custodies", json(body, tags(1).get(0))).expect(403);
    member.get("/v1/custodies").expect(200);
  }

  @Test
  void theDayThatSomethingIsDueChangesUnlessOthersHaveBookedIt() {
    List<String> tags = tags(2);
    String person = Some.person(api).id();
    checkOut(tags, person).expect(200);
    String body = "{'items': %s, 'due': %s, 'notes': 'the fair lasts'}";
    Answer longer =
        api.post("/v1/custodies/due", json(body, items(tags), "\"2099-03-31\"")).expect(200);
    assertThat(custodyOf(longer, 0).getString("due")).isEqualTo("2099-03-31");
    JsonObject asset = api.get("/v1/assets/" + id(tags.get(0))).json();
    assertThat(asset.getString("due")).isEqualTo("2099-03-31");
    assertThat(asset.getString("status")).isEqualTo("CHECKED_OUT");
    JsonObject event = api.get("/v1/assets/" + id(tags.get(0)) + "/events").items().get(0);
    assertThat(event.getString("kind")).isEqualTo("DUE_CHANGED");
    assertThat(event.toString()).contains("the fair lasts");
    // The same again is no change, and of a basket all is or nothing.
    api.post("/v1/custodies/due", json(body, items(tags), "\"2099-03-31\"")).expect(200);
    assertThat(api.get("/v1/assets/" + id(tags.get(0)) + "/events").items().get(0))
        .isEqualTo(event);
    api.post(
            "/v1/bookings",
            json(
                "{'from': '2099-05-01T08:00:00Z', 'to': '2099-05-02T08:00:00Z',"
                    + " 'lines': [{'assetId': '%s'}]}",
                id(tags.get(1))))
        .expect(201);
    Answer booked =
        api.post("/v1/custodies/due", json(body, items(tags), "\"2099-06-30\"")).expect(409);
    assertThat(booked.body()).contains("items[1].asset", "BOOKED");
    api.post("/v1/custodies/due", json(body, items(tags.subList(0, 1)), "null")).expect(200);
    assertThat(api.get("/v1/assets/" + id(tags.get(0))).json().containsKey("due")).isFalse();
    api.post("/v1/custodies/due", json(body, items(tags(1)), "null")).expect(409);
    tags.forEach(CustodyTest::assertChain);
  }

  private static List<String> tags(int count) {
    String word = Some.word();
    return IntStream.range(0, count)
        .mapToObj(i -> Some.asset(api, word + "-" + i).json().getString("tag"))
        .toList();
  }

  private static Answer checkOut(List<String> tags, String person) {
    return api.post(
        "/v1/custodies",
        json("{'items': %s, 'to': {'kind': 'PERSON', 'id': '%s'}}", items(tags), person));
  }

  private static String items(List<String> tags) {
    return tags.stream()
        .map("{\"asset\": \"%s\"}"::formatted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static JsonObject custodyOf(Answer basket, int index) {
    return basket.json().getJsonArray("items").getJsonObject(index).getJsonObject("custody");
  }

  private static List<String> errors(Answer basket) {
    return basket.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.containsKey("error") ? item.getJsonObject("error").getString("code") : "")
        .toList();
  }

  private static String id(String tag) {
    return api.get("/v1/assets?q=" + tag).expect(200).items().stream()
        .filter(asset -> asset.getString("tag").equals(tag))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static String status(String tag) {
    return api.get("/v1/assets/" + id(tag)).expect(200).json().getString("status");
  }

  private static void step(String tag, String body) {
    api.post("/v1/assets/" + id(tag) + "/transitions", json(body)).expect(200);
  }

  private static void assertChain(String tag) {
    JsonObject verified = api.get("/v1/assets/" + id(tag) + "/events/verify").expect(200).json();
    assertThat(verified.getBoolean("valid")).as(verified.toString()).isTrue();
  }
}
