package asset2go.booking;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose bookings it hits where something is out, and all that depends on it. */
final class OutageTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  private static String asset(String more) {
    return api.post("/v1/assets", json("{'tag': 'O-%s', 'name': 'Thing'" + more + "}", Some.word()))
        .expect(201)
        .id();
  }

  private static void depend(String asset, String needed) {
    api.post("/v1/assets/" + asset + "/dependencies", json("{'dependsOnId': '%s'}", needed))
        .expect(200);
  }

  private static String path(String what, String id) {
    return "/v1/%s/%s/outage?from=%s&to=%s".formatted(what, id, Shop.hour(0), Shop.hour(10));
  }

  private static JsonObject outage(Api reader, String id) {
    return reader.get(path("assets", id)).expect(200).json();
  }

  private static List<String> bookings(JsonObject outage) {
    return outage.getJsonArray("bookings").getValuesAs(JsonObject.class).stream()
        .map(hit -> hit.getString("id"))
        .toList();
  }

  @Test
  void whoBookedWhatDependsOnItIsHitHoweverFarAway() {
    String panel = asset("");
    String rack = asset("");
    String server = asset("");
    depend(rack, panel);
    depend(server, rack);
    Shop shop = Shop.with(api, 0);
    String during = shop.book(server, 9, 12).expect(201).id();
    String onItself = shop.book(panel, 2, 3).expect(201).id();
    shop.book(server, 12, 14).expect(201);
    JsonObject outage = outage(api, panel);
    assertThat(bookings(outage)).containsExactly(onItself, during);
    assertThat(outage.getInt("assets")).isEqualTo(3);
    JsonObject hit = outage.getJsonArray("bookings").getJsonObject(1);
    assertThat(hit.getJsonArray("assets").getJsonObject(0).getString("id")).isEqualTo(server);
    assertThat(bookings(outage(api, server))).containsExactly(during);
    assertThat(bookings(api.get("/v1/assets/" + panel + "/outage?depth=1").expect(200).json()))
        .as("in the coming week, one step far: not the server's")
        .containsExactly(onItself);
  }

  @Test
  void anyOfAModelIsHitWhereTooFewAreLeftAndWhoBookedFirstKeepsTheirs() {
    String panel = asset("");
    Shop shop = Shop.with(api, 3);
    depend(shop.asset(0), panel);
    depend(shop.asset(1), panel);
    String first = shop.bookAny(1, 0, 4).expect(201).id();
    assertThat(bookings(outage(api, panel))).as("one is left for it").isEmpty();
    String second = shop.bookAny(2, 2, 6).expect(201).id();
    String later = shop.bookAny(3, 10, 12).expect(201).id();
    JsonObject outage = outage(api, panel);
    assertThat(bookings(outage)).containsExactly(second).doesNotContain(first, later);
    JsonObject few =
        outage.getJsonArray("bookings").getJsonObject(0).getJsonArray("shortages").getJsonObject(0);
    assertThat(few.getJsonObject("model").getString("id")).isEqualTo(shop.modelId());
    assertThat(few.getInt("quantity")).isEqualTo(2);
    assertThat(few.getInt("missing")).isEqualTo(2);
  }

  @Test
  void aLocationIsOutWithAllThatStandsInItAlsoInsideOfCases() {
    String site = Some.location(api, "").id();
    String room =
        api.post("/v1/locations", json("{'name': 'Room %s', 'parentId': '%s'}", Some.word(), site))
            .expect(201)
            .id();
    String box = asset(", 'locationId': '" + room + "'");
    String inside = asset(", 'containerId': '" + box + "'");
    String elsewhere = asset("");
    depend(elsewhere, inside);
    Shop shop = Shop.with(api, 0);
    String one = shop.book(inside, 1, 2).expect(201).id();
    String other = shop.book(elsewhere, 3, 4).expect(201).id();
    JsonObject outage = api.get(path("locations", site)).expect(200).json();
    assertThat(bookings(outage)).containsExactly(one, other);
    assertThat(outage.getInt("assets")).isEqualTo(3);
    assertThat(outage.getInt("total")).isEqualTo(2);
  }

  @Test
  void whatIsStillOutIsHitToo() {
    String camera = asset("");
    String person = Some.person(api).id();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String booking =
        api.post(
                "/v1/bookings",
                json(
                    "{'personId': '%s', 'from': '%s', 'to': '%s', 'lines': [{'assetId': '%s'}]}",
                    person, now, now.plus(Duration.ofHours(1)), camera))
            .expect(201)
            .id();
    api.post("/v1/bookings/" + booking + "/check-out", json("{}")).expect(200);
    assertThat(bookings(outage(api, camera))).containsExactly(booking);
    api.post("/v1/bookings/" + booking + "/check-in", json("{}")).expect(200);
    assertThat(bookings(outage(api, camera))).isEmpty();
  }

  @Test
  void nobodyIsToldOfBookingsThatTheyDoNotSee() {
    String here = Some.location(api, "").id();
    String there = Some.location(api, "").id();
    String panel = asset(", 'locationId': '" + here + "'");
    String inside = asset(", 'locationId': '" + here + "'");
    String outside = asset(", 'locationId': '" + there + "'");
    depend(inside, panel);
    depend(outside, panel);
    Api member = Colleague.over("MEMBER", "LOCATION", here).signIn();
    Api keeper = Colleague.over("TECHNICIAN", "LOCATION", here).signIn();
    Api stranger = Colleague.over("MANAGER", "LOCATION", there).signIn();
    Shop shop = Shop.with(api, 0);
    String own = shop.by(member).book(inside, 1, 2).expect(201).id();
    String others = shop.book(inside, 3, 4).expect(201).id();
    String far = shop.book(outside, 5, 6).expect(201).id();
    assertThat(bookings(outage(api, panel))).containsExactly(own, others, far);
    for (String path : List.of(path("assets", panel), path("locations", here))) {
      Answer theirs = member.get(path).expect(200);
      assertThat(bookings(theirs.json())).containsExactly(own);
      Answer kept = keeper.get(path).expect(200);
      assertThat(bookings(kept.json())).containsExactly(own, others);
      assertThat(kept.body()).doesNotContain(outside).doesNotContain(there);
      assertThat(kept.json().getInt("assets")).isEqualTo(2);
      assertThat(kept.json().getInt("others")).isEqualTo(1);
      stranger.get(path).expect(404);
    }
  }

  @Test
  void aQuestionThatMakesNoSenseIsRefused() {
    String id = asset("");
    api.get("/v1/assets/" + id + "/outage?depth=0").expect(400);
    api.get("/v1/assets/%s/outage?from=%s&to=%s".formatted(id, Shop.hour(2), Shop.hour(1)))
        .expect(400);
    api.get("/v1/assets/%s/outage?from=%s&to=2199-01-01T00:00:00Z".formatted(id, Shop.hour(2)))
        .expect(400);
    api.get("/v1/assets/unknown/outage").expect(404);
    api.get("/v1/locations/unknown/outage").expect(404);
  }
}
