package asset2go.booking;

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

/** Bookings of those whose roles are over a part only: two of four cameras stand at their site. */
final class BookingScopeTest {

  private static Api api;
  private static String site;
  private static Shop shop;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
    site = api.post("/v1/locations", json("{'name': 'Site %s'}", Some.word())).expect(201).id();
    shop = Shop.with(api, 4);
    shop.assets().subList(0, 2).forEach(BookingScopeTest::stand);
  }

  private static void stand(String id) {
    api.patch("/v1/assets/" + id, json("{'locationId': '%s'}", site)).expect(200);
  }

  private static Shop by(String role, String kind, String part) {
    Colleague colleague = Colleague.with(null);
    String person = api.get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
    api.post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': '%s', 'overKind': '%s', 'overId': '%s'}",
                person, role, kind, part))
        .expect(201);
    return shop.by(colleague.signIn());
  }

  @Test
  void ofAModelAMemberOfASiteGetsTheAssetsOfTheSite() {
    Shop member = by("MEMBER", "LOCATION", site);
    assertThat(member.checkAny(2, 0, 4).json().getBoolean("possible")).isTrue();
    JsonObject few = member.checkAny(3, 0, 4).json();
    assertThat(few.getBoolean("possible")).isFalse();
    assertThat(few.getJsonArray("lines").getJsonObject(0).getInt("free")).isEqualTo(2);
    member.bookAny(3, 0, 4).expect(409);
    JsonObject booking = member.bookAny(2, 0, 4).expect(201).json();
    assertThat(booking.getJsonArray("lines").getValuesAs(JsonObject.class))
        .extracting(line -> line.getJsonObject("asset").getString("id"))
        .containsExactlyInAnyOrder(shop.asset(0), shop.asset(1));
    member.bookAny(1, 2, 6).expect(409);
    member.bookAny(1, 4, 6).expect(201);
    member.book(shop.asset(2), 10, 11).expect(422);
    // Whoever sees all of the model counts what stands elsewhere, too.
    assertThat(shop.checkAny(2, 0, 4).json().getBoolean("possible")).isTrue();
    assertThat(shop.checkAny(3, 0, 4).json().getBoolean("possible")).isFalse();
  }

  @Test
  void whatIsNeededForRequestsOfOthersIsNotPicked() {
    shop.bookAny(3, 20, 24).expect(201);
    Shop member = by("MEMBER", "LOCATION", site);
    member.bookAny(2, 21, 23).expect(409);
    member.bookAny(1, 21, 23).expect(201);
    shop.bookAny(1, 22, 23).expect(409);
  }

  @Test
  void ofAMixedBookingATechnicianOfTheSiteSeesThatPart() {
    Shop own = Shop.with(api, 2);
    stand(own.asset(0));
    Answer made =
        api.post("/v1/bookings", Shop.wish(30, 34, Shop.one(own.asset(0)), Shop.one(own.asset(1))))
            .expect(201);
    Api technician = by("TECHNICIAN", "LOCATION", site).api();
    String path = "/v1/bookings/" + made.id();
    JsonObject seen = technician.get(path).expect(200).json();
    assertThat(seen.getJsonArray("lines")).hasSize(1);
    assertThat(seen.toString()).doesNotContain(own.asset(1));
    assertThat(technician.get(path + "/events").expect(200).body()).doesNotContain("B-");
    technician.patch(path, json("{'purpose': 'x'}")).expect(403);
    technician.post(path + "/cancel", json("{}")).expect(403);
    technician.post(path + "/check-out", json("{'assetIds': ['%s']}", own.asset(1))).expect(422);
    technician.post(path + "/check-out", json("{}")).expect(200);
    assertThat(api.get(path).json().getString("state")).isEqualTo("CHECKED_OUT");
    technician.post(path + "/check-in", json("{}")).expect(200);
  }

  @Test
  void listsAndCalendarsLeaveOutWhatIsBeyond() {
    String beyond = shop.book(shop.asset(3), 40, 44).expect(201).id();
    String here = shop.book(shop.asset(1), 40, 44).expect(201).id();
    Api technician = by("TECHNICIAN", "LOCATION", site).api();
    assertThat(technician.all("/v1/bookings?from=" + Shop.hour(40) + "&to=" + Shop.hour(44)))
        .extracting(one -> one.getString("id"))
        .contains(here)
        .doesNotContain(beyond);
    technician.get("/v1/bookings/" + beyond).expect(404);
    for (String of : List.of("", "&model=" + shop.modelId(), "&asset=" + shop.asset(3))) {
      String calendar =
          technician
              .get(
                  "/v1/bookings/calendar?from=%s&to=%s".formatted(Shop.hour(40), Shop.hour(44))
                      + of)
              .expect(200)
              .body();
      assertThat(calendar).doesNotContain(shop.asset(3)).doesNotContain(beyond);
    }
    Api auditor = by("AUDITOR", "LOCATION", site).api();
    auditor.get("/v1/bookings/" + here).expect(200);
    auditor.post("/v1/bookings", Shop.wish(50, 51, Shop.one(shop.asset(0)))).expect(403);
  }
}
