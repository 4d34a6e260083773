package asset2go.right;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who changed what, of everything: for those only who may see everything. */
final class AuditTest {

  private static final Api API = OneSystem.api();

  @Test
  void whatAPersonDidToAnythingIsThereTheNewestFirst() {
    Colleague keeper = Colleague.with("MANAGER");
    Api by = keeper.signIn();
    String team = by.post("/v1/teams", json("{'name': 'Team %s'}", Some.word())).expect(201).id();
    String place =
        by.post("/v1/locations", json("{'name': 'Place %s', 'kind': 'ROOM'}", Some.word()))
            .expect(201)
            .id();
    String asset =
        by.post("/v1/assets", json("{'name': 'Drill', 'locationId': '%s'}", place))
            .expect(201)
            .id();
    by.patch("/v1/assets/" + asset, json("{'name': 'Hammer drill'}")).expect(200);
    by.delete("/v1/assets/" + asset).expect(204);
    String actor = by.get("/v1/me").expect(200).json().getString("id");

    List<JsonObject> events = all(API, "/v1/audit?limit=2&actor=" + actor);
    assertThat(events)
        .extracting(AuditTest::line)
        .containsExactly(
            "TRASHED Asset " + asset,
            "CHANGED Asset " + asset,
            "CREATED Asset " + asset,
            "CREATED Location " + place,
            "CREATED Team " + team,
            "USER_JOINED Person " + actor);
    assertThat(events.getFirst().getJsonObject("subject").getBoolean("removed")).isTrue();
    assertThat(events.get(1).getJsonArray("changes").getJsonObject(0))
        .isEqualTo(json("{'field': 'name', 'before': 'Drill', 'after': 'Hammer drill'}"));

    assertThat(all(API, "/v1/audit?of=Team,Location&actor=" + actor)).hasSize(2);
    assertThat(all(API, "/v1/audit?kind=CHANGED&subject=" + asset)).hasSize(1);
    assertThat(all(API, "/v1/audit?to=2020-01-01&actor=" + actor)).isEmpty();
    assertThat(API.get("/v1/audit?format=csv&actor=" + actor).expect(200).body())
        .startsWith("at,actor,kind,of,name,id,seq,field,before,after,request\r\n")
        .contains(",Asset,", ",name,Drill,Hammer drill,");
  }

  /** Both have the same id. */
  @Test
  void whatHappensToACategoryAndItsBookingRulesIsOneStory() {
    String category =
        API.post("/v1/categories", json("{'name': 'Drills %s'}", Some.word())).expect(201).id();
    API.send(
            "PUT",
            "/v1/booking-policies/" + category,
            "application/json",
            BodyPublishers.ofString(json("{'approval': true}").toString()))
        .expect(200);
    API.patch("/v1/categories/" + category, json("{'name': 'Drills %s'}", Some.word())).expect(200);
    assertThat(all(API, "/v1/audit?subject=" + category))
        .extracting(AuditTest::line)
        .containsExactly(
            "CHANGED Category " + category,
            "BOOKING_RULES_CHANGED Category " + category,
            "CREATED Category " + category);
  }

  /** What is rare is found however far away it is, page by page. */
  @Test
  void whatIsNarrowedGoesOnBehindAllThatWasLookedAt() {
    Answer page = API.get("/v1/audit?kind=NO_SUCH_KIND").expect(200);
    assertThat(page.items()).isEmpty();
    assertThat(all(API, "/v1/audit?kind=NO_SUCH_KIND")).isEmpty();
  }

  @Test
  void itIsForAdministratorsAndAuditorsOfEverything() {
    Colleague.with("AUDITOR").signIn().get("/v1/audit").expect(200);
    Colleague.with("MANAGER").signIn().get("/v1/audit").expect(403);
    String place = Some.location(API, "").id();
    Colleague.over("AUDITOR", "LOCATION", place).signIn().get("/v1/audit").expect(403);
    String token =
        API.post(
                "/v1/me/tokens",
                json(
                    "{'name': 'Part', 'role': 'ADMIN', 'overKind': 'LOCATION', 'overId': '%s',"
                        + " 'days': 1}",
                    place))
            .expect(201)
            .json()
            .getString("secret");
    OneSystem.get().api().as(token).get("/v1/audit").expect(403);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    API.get("/v1/audit?from=yesterday").expect(400);
    API.get("/v1/audit?after=x").expect(400);
    API.get("/v1/audit?limit=0").expect(400);
    API.get("/v1/audit?format=csv&to=x").expect(400);
  }

  private static List<JsonObject> all(Api who, String path) {
    List<JsonObject> all = new ArrayList<>();
    Answer page = who.get(path).expect(200);
    all.addAll(page.items());
    for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
      page = who.get(path + "&after=" + encoded(next.get())).expect(200);
      all.addAll(page.items());
    }
    return all;
  }

  private static String line(JsonObject event) {
    JsonObject subject = event.getJsonObject("subject");
    return "%s %s %s"
        .formatted(event.getString("kind"), subject.getString("kind"), subject.getString("id"));
  }
}
