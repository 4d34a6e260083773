package asset2go.acceptance;

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
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Terms are asked for, signed on a screen, and kept. */
final class AcceptanceTest {

  private static final String SIGNATURE =
      "{'name': 'Ada L.', 'path': 'M10.0,20.0L30.0,40.0L50.0,10.0', 'width': 600, 'height': 180}";

  private static Api api;
  private static Signing signing;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
    signing = new Signing(api);
  }

  @Test
  void whatIsHandedOutWaitsForTheSignatureAndIsKeptAsADocument() {
    String asset = signing.laptop(signing.category("Take care of it."));
    Answer person = Some.person(api);
    String id = signing.hand(asset, person.id());
    String path = "/v1/acceptances/" + id;
    JsonObject waiting = api.get(path).expect(200).json();
    assertThat(waiting.getString("state")).isEqualTo("WAITING");
    assertThat(waiting.getJsonObject("terms").getString("text")).isEqualTo("Take care of it.");
    assertThat(api.all("/v1/acceptances?state=waiting&person=" + person.id())).hasSize(1);
    assertThat(api.get("/v1/people/" + person.id() + "/offboarding").json().getInt("unsigned"))
        .isEqualTo(1);
    api.get(path + "/pdf").expect(404);

    JsonObject signed = api.post(path + "/signature", json(SIGNATURE)).expect(200).json();
    assertThat(signed.getString("state")).isEqualTo("SIGNED");
    api.post(path + "/signature", json(SIGNATURE)).expect(409);
    String hash = signed.getJsonObject("terms").getString("hash");
    JsonObject event = api.get("/v1/assets/" + asset + "/events?limit=1").items().get(0);
    assertThat(event.getString("kind")).isEqualTo("ACCEPTED");
    assertThat(event.toString()).contains(hash, "Ada L.");
    assertThat(api.get("/v1/assets/" + asset + "/events/verify").json().getBoolean("valid"))
        .isTrue();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              Answer pdf = api.get(path + "/pdf").expect(200);
              assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
              assertThat(pdf.body()).startsWith("%PDF-");
            });
  }

  @Test
  void theNearestTermsCountAndEachEditionStands() {
    String category = signing.category("First wording.");
    String below =
        api.post(
                "/v1/categories",
                json("{'name': 'Thin %s', 'parentId': '%s'}", Some.word(), category))
            .expect(201)
            .id();
    String asset = signing.laptop(below);
    String person = Some.person(api).id();
    String first = signing.hand(asset, person);
    JsonObject second = signing.terms("CATEGORY", category, "Second wording.");
    assertThat(second.getInt("edition")).isEqualTo(2);
    // What was asked before goes on being what was asked.
    assertThat(api.get("/v1/acceptances/" + first).body()).contains("First wording.");
    giveBack(asset);
    assertThat(api.get("/v1/acceptances/" + first).json().getString("state")).isEqualTo("LAPSED");
    api.post("/v1/acceptances/" + first + "/signature", json(SIGNATURE)).expect(409);
    assertThat(api.get("/v1/acceptances/" + signing.hand(asset, person)).body())
        .contains("Second wording.");
    giveBack(asset);
    signing.terms("CATEGORY", below, "Nearer wording.");
    assertThat(api.get("/v1/acceptances/" + signing.hand(asset, person)).body())
        .contains("Nearer wording.");
    giveBack(asset);
    JsonObject model = api.get("/v1/assets/" + asset).json().getJsonObject("model");
    JsonObject nearest = signing.terms("MODEL", model.getString("id"), "Of the model.");
    assertThat(api.get("/v1/acceptances/" + signing.hand(asset, person)).body())
        .contains("Of the model.");
    giveBack(asset);
    api.delete("/v1/terms/" + nearest.getString("id")).expect(204);
    assertThat(api.get("/v1/acceptances/" + signing.hand(asset, person)).body())
        .contains("Nearer wording.");
  }

  @Test
  void aBasketIsSignedOnceForEachTerms() {
    String category = signing.category("Take care of all of it.");
    String one = signing.laptop(category);
    String two = signing.laptop(category);
    String other = Some.asset(api).id();
    String person = Some.person(api).id();
    String body =
        "{'items': [{'asset': '%s'}, {'asset': '%s'}, {'asset': '%s'}],"
            + " 'to': {'kind': 'PERSON', 'id': '%s'}}";
    api.post("/v1/custodies", json(body, one, two, other, person)).expect(200);
    List<JsonObject> asked = api.all("/v1/acceptances?person=" + person);
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).getJsonArray("assets")).hasSize(2);
    // A team signs nothing.
    giveBack(one);
    String team = api.post("/v1/teams", json("{'name': '%s'}", Some.word())).expect(201).id();
    String step = "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'TEAM', 'id': '%s'}}";
    api.post("/v1/assets/" + one + "/transitions", json(step, team)).expect(200);
    assertThat(api.all("/v1/assets/" + one + "/custody").get(0)).doesNotContainKey("acceptance");
  }

  @Test
  void onlyWhoWasAskedOrHandsOutSigns() {
    Api asked = Colleague.with("MEMBER").signIn();
    String me = asked.get("/v1/me").expect(200).json().getString("id");
    String path = "/v1/acceptances/" + signing.waiting(me) + "/signature";
    Colleague.with("MEMBER").signIn().post(path, json(SIGNATURE)).expect(403);
    asked.post(path, json(SIGNATURE.replace("M10", "<M10"))).expect(422);
    asked.post(path, json(SIGNATURE.replace("'Ada L.'", "''"))).expect(422);
    List<Integer> answers = Together.times(4, i -> asked.post(path, json(SIGNATURE)).status());
    assertThat(answers).containsOnly(200, 409);
    assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
    asked
        .post(
            "/v1/terms",
            json("{'title': 'x', 'text': 'y', 'subject': {'kind': 'MODEL', 'id': 'z'}}"))
        .expect(403);
    api.post(
            "/v1/terms",
            json("{'title': 'x', 'text': 'y', 'subject': {'kind': 'MODEL', 'id': 'z'}}"))
        .expect(422);
  }

  private static void giveBack(String asset) {
    api.post(
            "/v1/custodies/return",
            json("{'items': [{'asset': '%s', 'condition': 'GOOD'}]}", asset))
        .expect(200);
  }
}
