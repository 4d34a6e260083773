package asset2go.asset;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AssetTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void whatIsMadeCanBeReadChangedAndTrashed() {
    String tag = "A-" + Some.word();
    Answer made =
        api.post(
                "/v1/assets",
                json(
                    """
                    {'tag': '%s', 'name': 'Kern EMB 600', 'serial': 'S-1', 'condition': 'NEW',
                     'purchase': {'date': '2026-02-28', 'price': '1299.90', 'currency': 'EUR'},
                     'notes': 'Grüße, 東京'}
                    """,
                    tag))
            .expect(201);
    assertThat(made.header("Location")).endsWith("/v1/assets/" + made.id());
    Answer read = api.get("/v1/assets/" + made.id()).expect(200);
    assertThat(read.json().getString("notes")).isEqualTo("Grüße, 東京");
    assertThat(read.json().getJsonObject("purchase").getString("price")).isEqualTo("1299.90");
    assertThat(read.json().getString("status")).isEqualTo("AVAILABLE");

    Answer changed =
        api.with("If-Match", read.etag())
            .patch("/v1/assets/" + made.id(), json("{'notes': null, 'name': 'Scale'}"))
            .expect(200);
    assertThat(changed.json().getString("name")).isEqualTo("Scale");
    assertThat(changed.json().get("notes")).isIn(null, JsonValue.NULL);
    assertThat(changed.json().getString("serial")).isEqualTo("S-1");
    assertThat(kinds(made.id())).containsExactly("CHANGED", "CREATED");

    api.with("If-Match", changed.etag()).delete("/v1/assets/" + made.id()).expect(204);
    api.get("/v1/assets/" + made.id()).expect(404);
    assertThat(kinds(made.id())).startsWith("TRASHED");
  }

  @Test
  void aTagThatIsMissingIsGenerated() {
    Answer one = api.post("/v1/assets", json("{'name': 'Lamp'}")).expect(201);
    Answer other = api.post("/v1/assets", json("{'name': 'Lamp'}")).expect(201);
    assertThat(one.json().getString("tag")).isNotBlank();
    assertThat(other.json().getString("tag")).isNotEqualTo(one.json().getString("tag"));
  }

  @Test
  void whatIsWrongWithAFieldHasACodeForPrograms() {
    JsonObject long300 = json("{'name': '%s'}", "x".repeat(301));
    JsonObject error =
        api.post("/v1/assets", long300).expect(422).json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("code")).isEqualTo("TOO_LONG");
    assertThat(error.getJsonArray("words").getString(0)).isEqualTo("300");
    assertCode("{'name': ' '}", "REQUIRED");
    assertCode("{'name': 'n', 'locationId': 'nowhere'}", "UNKNOWN");
  }

  private void assertCode(String draft, String code) {
    assertThat(api.post("/v1/assets", json(draft)).expect(422).json().getJsonArray("errors"))
        .anyMatch(error -> error.asJsonObject().getString("code").equals(code));
  }

  @Test
  void aTagIsTakenOnceInACompanyAndFreeAgainFromTheTrash() {
    String tag = "A-" + Some.word();
    Answer first = Some.asset(api, tag);
    JsonObject same = json("{'tag': '%s', 'name': 'Another'}", tag);
    Answer refused = api.post("/v1/assets", same).expect(409);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    JsonObject error = refused.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("tag");
    assertThat(error.getString("code")).isEqualTo("TAKEN");

    String company =
        api.post("/v1/companies", json("{'name': 'Firm %s'}", Some.word())).expect(201).id();
    api.post("/v1/assets", json("{'tag': '%s', 'name': 'Theirs', 'companyId': '%s'}", tag, company))
        .expect(201);

    api.delete("/v1/assets/" + first.id()).expect(204);
    api.post("/v1/assets", same).expect(201);
  }

  @Test
  void whoReadSomethingOlderChangesNothing() {
    Answer asset = Some.asset(api);
    String path = "/v1/assets/" + asset.id();
    Api anna = api.with("If-Match", asset.etag());
    Api ben = api.with("If-Match", asset.etag());

    anna.patch(path, json("{'name': 'By Anna'}")).expect(200);
    Answer refused = ben.patch(path, json("{'notes': 'By Ben'}")).expect(412);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    ben.delete(path).expect(412);
    ben.post(path + "/transitions", json("{'to': 'IN_MAINTENANCE'}")).expect(412);

    Answer now = api.get(path).expect(200);
    assertThat(now.json().getString("name")).isEqualTo("By Anna");
    api.with("If-Match", now.etag()).patch(path, json("{'notes': 'By Ben'}")).expect(200);
    JsonObject both = api.get(path).expect(200).json();
    assertThat(both.getString("name")).isEqualTo("By Anna");
    assertThat(both.getString("notes")).isEqualTo("By Ben");
  }

  @Test
  void anEtagSparesWhoHasItAlready() {
    Answer asset = Some.asset(api);
    Answer again =
        api.with("If-None-Match", asset.etag()).get("/v1/assets/" + asset.id()).expect(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void aRequestThatIsRepeatedMakesOneAsset() {
    Api once = api.with("Idempotency-Key", "key-" + Some.word());
    String tag = "A-" + Some.word();
    JsonObject body = json("{'tag': '%s', 'name': 'Once'}", tag);
    Answer first = once.post("/v1/assets", body).expect(201);
    Answer again = once.post("/v1/assets", body).expect(201);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.body()).isEqualTo(first.body());
    // The same key for something else is a mistake of the caller's.
    Answer other = once.post("/v1/assets", json("{'name': 'Something else'}"));
    assertThat(other.status()).isIn(409, 422);
    assertThat(api.get("/v1/assets?q=" + tag).expect(200).items()).hasSize(1);
  }

  @Test
  void manyRepeatsAtOnceMakeOneAsset() {
    Api once = api.with("Idempotency-Key", "key-" + Some.word());
    String tag = "A-" + Some.word();
    JsonObject body = json("{'tag': '%s', 'name': 'Once'}", tag);
    List<Answer> answers = Together.times(10, i -> once.post("/v1/assets", body));
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers.stream().filter(answer -> answer.status() == 201).map(Answer::id).distinct())
        .hasSize(1);
    assertThat(once.post("/v1/assets", body).expect(201).json().getString("tag")).isEqualTo(tag);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDouble() {
    String word = Some.word();
    List<String> made =
        IntStream.range(0, 23)
            .mapToObj(
                i ->
                    api.post(
                            "/v1/assets",
                            // The same name for many: the order must still be one.
                            json("{'tag': '%s-%02d', 'name': '%s %d'}", word, i, word, i % 3))
                        .expect(201)
                        .id())
            .toList();
    for (String sort : List.of("tag", "-tag", "name", "-name", "updatedAt", "-createdAt")) {
      List<String> seen = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        String cursor = after.map(value -> "&after=" + encoded(value)).orElse("");
        Answer page =
            api.get("/v1/assets?limit=5&sort=" + sort + "&q=" + word + cursor).expect(200);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
        page.items().forEach(item -> seen.add(item.getString("id")));
        after = page.next();
        if (after.isPresent()) {
          assertThat(page.header("Link")).contains("rel=\"next\"");
        }
      } while (after.isPresent());
      assertThat(seen).as(sort).doesNotHaveDuplicates().hasSameElementsAs(made);
    }
  }

  @Test
  void aPageThatIsReadWhileOthersWriteShowsNothingTwice() {
    String word = Some.word();
    for (int i = 0; i < 10; i++) {
      Some.asset(api, word + "-" + i);
    }
    Answer first = api.get("/v1/assets?limit=5&sort=tag&q=" + word).expect(200);
    Some.asset(api, word + "-00");
    Answer second =
        api.get(
                "/v1/assets?limit=200&sort=tag&q="
                    + word
                    + "&after="
                    + encoded(first.next().orElseThrow()))
            .expect(200);
    assertThat(second.items().stream().map(item -> item.getString("tag")))
        .containsExactly(word + "-5", word + "-6", word + "-7", word + "-8", word + "-9");
  }

  @Test
  void listsAreNarrowedByStatus() {
    String word = Some.word();
    Answer out = Some.asset(api, word + "-1");
    Some.asset(api, word + "-2");
    api.post("/v1/assets/" + out.id() + "/transitions", json("{'to': 'IN_MAINTENANCE'}"))
        .expect(200);
    assertThat(tags("/v1/assets?status=IN_MAINTENANCE,RETIRED&q=" + word))
        .containsExactly(word + "-1");
    assertThat(tags("/v1/assets?status=AVAILABLE&q=" + word)).containsExactly(word + "-2");
    api.get("/v1/assets?status=BROKEN").expect(400);
    api.get("/v1/assets?sort=colour").expect(400);
    api.get("/v1/assets?limit=0").expect(400);
    api.get("/v1/assets?limit=201").expect(400);
    api.get("/v1/assets?after=nonsense").expect(400);
  }

  @Test
  void searchFindsWordsBeginningsPartsAndAccents() {
    String word = Some.word();
    String id =
        api.post(
                "/v1/assets",
                json(
                    "{'tag': 'Q-%s', 'name': 'Überdruckventil Größe %s', 'serial': 'SN/%s+7'}",
                    word, word, word))
            .expect(201)
            .id();
    for (String q :
        List.of(
            word,
            "Q-" + word,
            word.substring(0, 6),
            word.substring(3),
            "uberdruck " + word,
            "SN/" + word + "+7",
            word.toUpperCase(Locale.ROOT))) {
      assertThat(api.get("/v1/search?q=" + encoded(q)).expect(200).items())
          .as(q)
          .anyMatch(hit -> hit.getString("id").equals(id));
    }
    // What means something to Lucene means nothing here.
    for (String q : List.of("*", "a:b", "\"", "(", "AND", "+-&&||!(){}[]^~?:\\/", "%00", "'")) {
      assertThat(api.get("/v1/search?q=" + encoded(q)).status()).as(q).isIn(200, 400);
    }
  }

  @Test
  void anEventTellsFieldByFieldWhatChanged() {
    Answer asset = Some.asset(api);
    api.patch("/v1/assets/" + asset.id(), json("{'name': 'New', 'serial': 'X9'}")).expect(200);
    JsonObject event =
        api.get("/v1/assets/" + asset.id() + "/events?limit=1").expect(200).items().get(0);
    assertThat(event.getJsonArray("changes").toString())
        .contains("\"field\":\"name\"", "\"after\":\"New\"", "\"field\":\"serial\"");
    assertThat(event.getJsonObject("actor").getString("name")).isNotBlank();
    assertThat(event.getString("previousHash")).hasSize(64);
    assertThat(verified(asset.id())).isEqualTo(2);
  }

  @Test
  void aRequestsIdStandsInItsEventAndAnswer() {
    String id = "test-" + Some.word();
    Answer asset = api.with("X-Request-Id", id).post("/v1/assets", json("{'name': 'Traced'}"));
    assertThat(asset.expect(201).header("X-Request-Id")).isEqualTo(id);
    JsonObject event = api.get("/v1/assets/" + asset.id() + "/events").expect(200).items().get(0);
    assertThat(event.getString("requestId")).isEqualTo(id);
  }

  @Test
  void whatCannotBeEditedIsNotEdited() {
    Answer asset = Some.asset(api);
    String path = "/v1/assets/" + asset.id();
    for (String patch :
        List.of(
            "{'status': 'RETIRED'}",
            "{'companyId': 'other'}",
            "{'tag': ''}",
            "{'tag': null}",
            "{'name': null}",
            "{'id': 'other'}",
            "{'version': 7}",
            "{'modelId': 'unknown'}",
            "{'locationId': 'unknown'}",
            "{'purchase': {'price': 'free'}}",
            "{'purchase': {'currency': 'euro'}}",
            "{'condition': 'SHINY'}",
            "{'name': 7}",
            "{'name': {'en': 'Pump'}}")) {
      Answer refused = api.patch(path, json(patch));
      assertThat(refused.status()).as(patch).isIn(400, 422);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }
    api.send("PATCH", path, "application/json", BodyPublishers.noBody()).expect(400);
    assertThat(api.get(path).expect(200).etag()).isEqualTo(asset.etag());
  }

  @Test
  void namesOfAnyLengthAndScriptAreEitherKeptOrRefused() {
    for (String name : List.of("x".repeat(300), "👩‍🔧 𝒳", "‮right to left", "a\tb")) {
      JsonObjectBuilder body = Json.createObjectBuilder().add("name", name);
      Answer answer = api.post("/v1/assets", body.build());
      assertThat(answer.expect(201).json().getString("name")).isEqualTo(name);
    }
    for (String name : List.of("x".repeat(301), "", "   ")) {
      JsonObjectBuilder body = Json.createObjectBuilder().add("name", name);
      assertThat(api.post("/v1/assets", body.build()).expect(422).body()).contains("name");
    }
  }

  private static List<String> tags(String path) {
    return api.get(path).expect(200).items().stream().map(item -> item.getString("tag")).toList();
  }

  private static List<String> kinds(String id) {
    return api.get("/v1/assets/" + id + "/events").expect(200).items().stream()
        .map(event -> event.getString("kind"))
        .toList();
  }

  private static int verified(String id) {
    JsonObject verification = api.get("/v1/assets/" + id + "/events/verify").expect(200).json();
    assertThat(verification.getBoolean("valid")).as(verification.toString()).isTrue();
    return verification.getInt("checked");
  }
}
