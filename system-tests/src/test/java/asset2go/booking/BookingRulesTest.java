package asset2go.booking;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules for bookings of a category, inherited by what is below it. */
final class BookingRulesTest {

  private static Api api;
  private static Api member;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
    member = Colleague.with("MEMBER").signIn();
  }

  @Test
  void aCategoryInheritsWhatItDoesNotSayItself() {
    String above = category("null");
    String below = category("\"" + above + "\"");
    rules(above, "{'longestHours': 4, 'bufferAfterMinutes': 60}");
    rules(below, "{'bufferAfterMinutes': 30}");
    JsonObject policy = api.get("/v1/booking-policies/" + below).expect(200).json();
    assertThat(policy.getJsonObject("effective").getInt("longestHours")).isEqualTo(4);
    assertThat(policy.getJsonObject("effective").getInt("bufferAfterMinutes")).isEqualTo(30);
    assertThat(policy.getJsonObject("own").containsKey("longestHours")).isFalse();
    rules(below, "{}");
    assertThat(
            api.get("/v1/booking-policies/" + below)
                .json()
                .getJsonObject("effective")
                .getInt("bufferAfterMinutes"))
        .isEqualTo(60);
    member.send("PUT", "/v1/booking-policies/" + below, "application/json", body("{}")).expect(403);
  }

  @Test
  void membersAreHeldToTheLongestAndTheFurthestManagersAreNot() {
    String category = category("null");
    Shop shop = shop(category, 1);
    rules(category, "{'longestHours': 4, 'furthestDays': 10}");
    Shop theirs = shop.by(member);
    assertThat(field(theirs.bookAny(1, 0, 5).expect(422))).isEqualTo("to");
    assertThat(field(theirs.bookAny(1, 400, 402).expect(422))).isEqualTo("from");
    theirs.bookAny(1, 0, 4).expect(201);
    shop.bookAny(1, 400, 420).expect(201);
  }

  @Test
  void onlyTheRolesThatMayBookDo() {
    String category = category("null");
    Shop shop = shop(category, 1);
    rules(category, "{'roles': ['TECHNICIAN', 'MANAGER', 'ADMIN']}");
    shop.by(member).bookAny(1, 0, 4).expect(403);
    shop.bookAny(1, 0, 4).expect(201);
  }

  @Test
  void buffersKeepOthersAway() {
    String category = category("null");
    Shop shop = shop(category, 1);
    rules(category, "{'bufferBeforeMinutes': 60, 'bufferAfterMinutes': 60}");
    shop.bookAny(1, 10, 12).expect(201);
    shop.bookAny(1, 13, 14).expect(409);
    shop.book(shop.asset(0), 7, 9).expect(409);
    shop.bookAny(1, 14, 16).expect(201);
    shop.book(shop.asset(0), 6, 8).expect(201);
  }

  @Test
  void whatNeedsApprovalIsKeptFreeUntilSomebodyDecides() {
    String category = category("null");
    Shop shop = shop(category, 1);
    rules(category, "{'approval': true}");
    Shop theirs = shop.by(member);
    assertThat(theirs.checkAny(1, 0, 4).json().getBoolean("approval")).isTrue();
    Answer asked = theirs.bookAny(1, 0, 4).expect(201);
    assertThat(asked.json().getString("state")).isEqualTo("REQUESTED");
    String path = "/v1/bookings/" + asked.id();
    shop.bookAny(1, 2, 6).expect(409);
    api.post(path + "/check-out", json("{'assetIds': ['%s']}", shop.asset(0))).expect(409);
    member.post(path + "/approve", json("{}")).expect(403);
    Answer approved = api.post(path + "/approve", json("{}")).expect(200);
    assertThat(approved.json().getString("state")).isEqualTo("CONFIRMED");
    api.post(path + "/approve", json("{}")).expect(409);
    // Another time has to be approved again.
    Answer moved = member.patch(path, json("{'to': '%s'}", Shop.hour(5))).expect(200);
    assertThat(moved.json().getString("state")).isEqualTo("REQUESTED");
    Answer rejected = api.post(path + "/reject", json("{'reason': 'no'}")).expect(200);
    assertThat(rejected.json().getString("state")).isEqualTo("REJECTED");
    shop.bookAny(1, 2, 6).expect(201);
  }

  private static String category(String parent) {
    return api.post(
            "/v1/categories", json("{'name': 'Kind %s', 'parentId': %s}", Some.word(), parent))
        .expect(201)
        .id();
  }

  private static Shop shop(String category, int count) {
    Shop shop = Shop.with(api, count);
    api.patch("/v1/models/" + shop.modelId(), json("{'categoryId': '%s'}", category)).expect(200);
    return shop;
  }

  private static void rules(String category, String rules) {
    api.send("PUT", "/v1/booking-policies/" + category, "application/json", body(rules))
        .expect(200);
  }

  private static java.net.http.HttpRequest.BodyPublisher body(String text) {
    return java.net.http.HttpRequest.BodyPublishers.ofString(json(text).toString());
  }

  private static String field(Answer answer) {
    return answer.json().getJsonArray("errors").getJsonObject(0).getString("field");
  }
}
