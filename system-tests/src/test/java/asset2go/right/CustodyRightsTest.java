package asset2go.right;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes hands within a part: by whom, and what they learn of what lies beyond. */
final class CustodyRightsTest {

  private final Api admin = OneSystem.api();
  private final String word = Some.word();
  private final String here = Some.location(admin, "").id();
  private final String beyond =
      admin.post("/v1/locations", json("{'name': 'Secret %s'}", word)).expect(201).id();
  private final String mine = asset("MINE-" + word, here);
  private final String theirs = asset("THEIRS-" + word, beyond);
  private final String person = Some.person(admin).id();
  private Api technician;

  @BeforeEach
  void give() {
    technician = PartWorld.scoped("TECHNICIAN", here).signIn();
  }

  private String asset(String tag, String locationId) {
    return admin
        .post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'Drill', 'locationId': '%s'}", tag, locationId))
        .expect(201)
        .id();
  }

  private JsonObject basket(String... codes) {
    String items = "{'asset': '" + String.join("'}, {'asset': '", codes) + "'}";
    return json("{'items': [" + items + "], 'to': {'kind': 'PERSON', 'id': '%s'}}", person);
  }

  @Test
  void whatIsBeyondIsUnknownToABasket() {
    Answer whole = technician.post("/v1/custodies", basket(mine, theirs)).expect(422);
    assertThat(whole.body()).contains("UNKNOWN").doesNotContain("THEIRS-");
    assertThat(admin.get("/v1/assets/" + mine).json().getString("status")).isEqualTo("AVAILABLE");
    Answer tag = technician.post("/v1/custodies", basket("THEIRS-" + word)).expect(422);
    Answer nonsense = technician.post("/v1/custodies", basket("THEIRS-x" + word)).expect(422);
    assertThat(tag.body().replace("THEIRS-", "")).contains("UNKNOWN").contains("there is no asset");
    assertThat(nonsense.json().getJsonArray("errors").getJsonObject(0).getString("code"))
        .isEqualTo(tag.json().getJsonArray("errors").getJsonObject(0).getString("code"));
    JsonObject each =
        technician.post("/v1/custodies?bulk=each", basket(mine, theirs)).expect(200).json();
    assertThat(each.getJsonArray("items").getJsonObject(0).containsKey("custody")).isTrue();
    assertThat(each.getJsonArray("items").getJsonObject(1).containsKey("custody")).isFalse();
  }

  @Test
  void aHolderBeyondHasNoName() {
    JsonObject out =
        json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'LOCATION', 'id': '%s'}}", beyond);
    technician.post("/v1/assets/" + mine + "/transitions", out).expect(422);
    admin.post("/v1/assets/" + mine + "/transitions", out).expect(200);
    Answer custody = technician.get("/v1/assets/" + mine + "/custody").expect(200);
    assertThat(custody.body()).contains("•••").doesNotContain("Secret").doesNotContain(beyond);
    assertThat(technician.get("/v1/custodies?state=open").expect(200).body())
        .contains(mine)
        .doesNotContain("Secret");
    assertThat(technician.post("/v1/custodies", basket(mine)).expect(409).body())
        .doesNotContain("Secret");
    assertThat(admin.post("/v1/custodies", basket(mine)).expect(409).body()).contains("Secret");
  }

  @Test
  void listsOfCustodyAreOfThePart() {
    for (String asset : new String[] {mine, theirs}) {
      admin.post("/v1/custodies", basket(asset)).expect(200);
    }
    for (String list :
        new String[] {
          "/v1/custodies", "/v1/custodies?state=open", "/v1/people/" + person + "/holdings"
        }) {
      assertThat(technician.get(list).expect(200).body())
          .as(list)
          .contains(mine)
          .doesNotContain(theirs);
    }
    assertThat(technician.get("/v1/custodies?format=csv").expect(200).body())
        .contains("MINE-" + word)
        .doesNotContain("THEIRS-" + word);
    technician
        .post("/v1/custodies/return", json("{'items': [{'asset': '%s'}]}", theirs))
        .expect(422);
    technician
        .post(
            "/v1/custodies/return", json("{'items': [{'asset': '%s'}], 'condition': 'GOOD'}", mine))
        .expect(200);
  }

  @Test
  void aRecallCountsWhatItDoesNotName() {
    String batch = admin.post("/v1/batches", json("{'name': '%s'}", word)).expect(201).id();
    for (String asset : new String[] {mine, theirs}) {
      admin.patch("/v1/assets/" + asset, json("{'batchId': '%s'}", batch)).expect(200);
    }
    JsonObject recall = technician.get("/v1/batches/" + batch + "/recall").expect(200).json();
    assertThat(recall.getInt("total")).isEqualTo(1);
    assertThat(recall.getInt("others")).isEqualTo(1);
    assertThat(recall.toString()).contains(mine).doesNotContain(theirs);
  }

  @Test
  void auditorsAndMembersOfThePartHandNothingOut() {
    for (String role : new String[] {"MEMBER", "AUDITOR"}) {
      PartWorld.scoped(role, here).signIn().post("/v1/custodies", basket(mine)).expect(403);
    }
  }
}
