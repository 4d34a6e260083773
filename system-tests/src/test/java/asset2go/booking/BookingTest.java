package asset2go.booking;

import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.check.GraphSoundness;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Booking, changing, calling off, handing out and taking back. */
final class BookingTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @AfterAll
  static void everythingIsSound() {
    assertThat(GraphSoundness.ofBookings(api)).isEmpty();
  }

  @Test
  void aBookingKeepsItsZoneAndSaysWhatItPromises() {
    Shop shop = Shop.with(api, 2);
    Answer made =
        api.post(
                "/v1/bookings",
                json(
                    "{'from': '%s', 'to': '%s', 'zone': 'Europe/Berlin', 'purpose': 'Wedding',"
                        + " 'lines': [%s, %s]}",
                    Shop.hour(0), Shop.hour(8), Shop.one(shop.asset(0)), shop.any(1)))
            .expect(201);
    assertThat(made.header("Location")).isEqualTo("/v1/bookings/" + made.id());
    JsonObject booking = api.get("/v1/bookings/" + made.id()).expect(200).json();
    assertThat(booking.getString("zone")).isEqualTo("Europe/Berlin");
    assertThat(booking.getString("state")).isEqualTo("CONFIRMED");
    assertThat(booking.getString("from")).isEqualTo(Shop.hour(0).toString());
    assertThat(booking.getJsonArray("lines")).hasSize(2);
    assertThat(booking.getJsonArray("lines").getJsonObject(1).getInt("open")).isEqualTo(1);
    assertThat(api.get("/v1/bookings/" + made.id() + "/events").items().get(0).getString("kind"))
        .isEqualTo("CREATED");
  }

  @Test
  void whatAnImportTakesBackIsBackForItsBookingToo() {
    Shop shop = Shop.with(api, 1);
    String tag = api.get("/v1/assets/" + shop.asset(0)).json().getString("tag");
    String from = Instant.now().minusSeconds(60).toString();
    String to = Instant.now().plus(Duration.ofDays(1)).toString();
    String id =
        api.post(
                "/v1/bookings",
                json(
                    "{'from': '%s', 'to': '%s', 'lines': [%s]}", from, to, Shop.one(shop.asset(0))))
            .expect(201)
            .id();
    api.post("/v1/bookings/" + id + "/check-out", json("{}")).expect(200);
    String file = "tag,name,status,condition\n" + tag + ",Camera,AVAILABLE,GOOD\n";
    JsonObject run = new Imports(api).run("assets", "back.csv", file.getBytes(UTF_8));
    assertThat(run.getInt("updated")).as(run.toString()).isEqualTo(1);
    JsonObject booking = api.get("/v1/bookings/" + id).expect(200).json();
    assertThat(booking.getString("state")).isEqualTo("COMPLETED");
    assertThat(api.get("/v1/bookings/" + id + "/events").items().get(0).getString("kind"))
        .isEqualTo("CHECKED_IN");
    shop.bookAny(1, 0, 4).expect(201);
  }

  @Test
  void whatEndsWhenTheNextBeginsDoesNotClash() {
    Shop shop = Shop.with(api, 1);
    shop.book(shop.asset(0), 0, 4).expect(201);
    shop.book(shop.asset(0), 4, 8).expect(201);
    Answer refused = shop.book(shop.asset(0), 3, 5).expect(409);
    assertThat(refused.json().getString("detail")).contains(Shop.hour(0).toString());
  }

  @Test
  void theNumberOfAModelIsTheLimitAtEveryMoment() {
    Shop shop = Shop.with(api, 3);
    shop.bookAny(2, 0, 4).expect(201);
    shop.bookAny(2, 2, 6).expect(409);
    shop.bookAny(1, 2, 6).expect(201);
    shop.bookAny(1, 3, 5).expect(409);
    shop.bookAny(2, 4, 8).expect(201);
  }

  @Test
  void requestsMoveOutOfTheWayOfAReservationUntilThereIsNoOtherAsset() {
    Shop shop = Shop.with(api, 2);
    shop.bookAny(1, 0, 10).expect(201);
    shop.book(shop.asset(0), 5, 9).expect(201);
    // At no moment more than two; but then no camera is free from 0 to 10.
    shop.book(shop.asset(1), 1, 3).expect(409);
    shop.book(shop.asset(1), 10, 12).expect(201);
  }

  @Test
  void theCheckSaysWhatIsFreeAndWhatClashesBeforeAnybodyBooks() {
    Shop shop = Shop.with(api, 3);
    String booking = shop.bookAny(2, 0, 4).expect(201).id();
    JsonObject check = shop.checkAny(2, 2, 6).json();
    assertThat(check.getBoolean("possible")).isFalse();
    JsonObject line = check.getJsonArray("lines").getJsonObject(0);
    assertThat(line.getInt("free")).isEqualTo(1);
    JsonObject clash = line.getJsonArray("clashes").getJsonObject(0);
    assertThat(clash.getString("from")).isEqualTo(Shop.hour(0).toString());
    assertThat(clash.getString("to")).isEqualTo(Shop.hour(4).toString());
    assertThat(clash.getInt("quantity")).isEqualTo(2);
    assertThat(clash.getJsonObject("booking").getString("id")).isEqualTo(booking);
    assertThat(shop.checkAny(3, 4, 6).json().getBoolean("possible")).isTrue();
  }

  @Test
  void ofOthersAMemberLearnsOnlyWhenSomethingIsTaken() {
    Shop shop = Shop.with(api, 1);
    String others = shop.book(shop.asset(0), 0, 4).expect(201).id();
    Shop member = shop.by(Colleague.with("MEMBER").signIn());
    JsonObject clash =
        member
            .check(shop.asset(0), 2, 6)
            .json()
            .getJsonArray("lines")
            .getJsonObject(0)
            .getJsonArray("clashes")
            .getJsonObject(0);
    assertThat(clash.getString("from")).isEqualTo(Shop.hour(0).toString());
    assertThat(clash.containsKey("booking")).isFalse();
    Answer calendar =
        member
            .api()
            .get(
                "/v1/bookings/calendar?asset=%s&from=%s&to=%s"
                    .formatted(shop.asset(0), Shop.hour(0), Shop.hour(20)))
            .expect(200);
    assertThat(calendar.body()).contains(Shop.hour(0).toString()).doesNotContain(others);
    member.api().get("/v1/bookings/" + others).expect(404);
    member.api().post("/v1/bookings/" + others + "/cancel", json("{}")).expect(404);
    String own = member.book(shop.asset(0), 4, 8).expect(201).id();
    assertThat(member.api().get("/v1/bookings?asset=" + shop.asset(0)).items())
        .extracting(one -> one.getString("id"))
        .containsExactly(own);
    member
        .api()
        .post(
            "/v1/bookings",
            json(
                "{'personId': '%s', 'from': '%s', 'to': '%s', 'lines': [%s]}",
                Some.person(api).id(), Shop.hour(10), Shop.hour(11), Shop.one(shop.asset(0))))
        .expect(403);
    member.api().post("/v1/bookings/" + own + "/check-out", json("{}")).expect(403);
  }

  @Test
  void aBookingDoesNotStandInItsOwnWayWhenItChanges() {
    Shop shop = Shop.with(api, 1);
    Answer made = shop.book(shop.asset(0), 0, 4).expect(201);
    String path = "/v1/bookings/" + made.id();
    api.patch(path, json("{'to': '%s'}", Shop.hour(6))).expect(200);
    shop.book(shop.asset(0), 6, 8).expect(201);
    api.patch(path, json("{'to': '%s'}", Shop.hour(7))).expect(409);
    api.with("If-Match", made.etag()).patch(path, json("{'purpose': 'x'}")).expect(412);
    api.patch(path, json("{'lines': []}")).expect(422);
  }

  @Test
  void whatIsCalledOffIsFreeAgain() {
    Shop shop = Shop.with(api, 1);
    String id = shop.bookAny(1, 0, 4).expect(201).id();
    shop.book(shop.asset(0), 0, 4).expect(409);
    Answer cancelled =
        api.post("/v1/bookings/" + id + "/cancel", json("{'reason': 'rain'}")).expect(200);
    assertThat(cancelled.json().getString("state")).isEqualTo("CANCELLED");
    shop.book(shop.asset(0), 0, 4).expect(201);
    api.post("/v1/bookings/" + id + "/cancel", json("{}")).expect(409);
    api.patch("/v1/bookings/" + id, json("{'purpose': 'x'}")).expect(409);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsField() {
    Shop shop = Shop.with(api, 1);
    refused(Shop.wish(4, 4, shop.any(1)), "to");
    refused(Shop.wish(-200, -190, shop.any(1)), "from");
    refused(Shop.wish(0, 1, json("{'quantity': 2}").toString()), "lines[0]");
    refused(Shop.wish(0, 1, shop.any(1), shop.any(2)), "lines[1]");
    refused(Shop.wish(0, 1, shop.any(0)), "lines[0].quantity");
    refused(Shop.wish(0, 1, Shop.one("unknown")), "lines[0].assetId");
    refused(Shop.wish(0, 1), "lines");
    refused(
        json(
            "{'from': '%s', 'to': '%s', 'zone': 'Moon/Crater', 'lines': [%s]}",
            Shop.hour(0), Shop.hour(1), shop.any(1)),
        "zone");
    api.get("/v1/bookings?state=NEVER").expect(400);
    api.get("/v1/bookings?after=bm9uc2Vuc2U").expect(400);
  }

  private static void refused(JsonObject draft, String field) {
    Answer answer = api.post("/v1/bookings", draft).expect(422);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .as(answer.toString())
        .isEqualTo(field);
  }

  @Test
  void aBookingIsHandedOutAndTakenBackInParts() {
    Shop shop = Shop.with(api, 3);
    String id =
        api.post("/v1/bookings", Shop.wish(0, 8, Shop.one(shop.asset(0)), shop.any(2)))
            .expect(201)
            .id();
    String path = "/v1/bookings/" + id;
    JsonObject first = api.post(path + "/check-out", json("{}")).expect(200).json();
    assertThat(first.getString("state")).isEqualTo("CHECKED_OUT");
    assertThat(status(shop.asset(0))).isEqualTo("CHECKED_OUT");
    api.post(path + "/check-out", assets(shop.asset(1), shop.asset(2))).expect(200);
    JsonObject all = api.get(path).json();
    assertThat(all.getJsonArray("lines").getJsonObject(1).getInt("open")).isZero();
    api.post(path + "/check-in", assets(shop.asset(1))).expect(200);
    assertThat(api.get(path).json().getString("state")).isEqualTo("CHECKED_OUT");
    // Back before its time: others can have it at once, the two that are out they cannot.
    assertThat(shop.checkAny(1, 2, 4).json().getBoolean("possible")).isTrue();
    assertThat(shop.checkAny(2, 2, 4).json().getBoolean("possible")).isFalse();
    JsonObject back =
        api.post(path + "/check-in", json("{'condition': 'FAIR'}")).expect(200).json();
    assertThat(back.getString("state")).isEqualTo("COMPLETED");
    assertThat(status(shop.asset(0))).isEqualTo("AVAILABLE");
    assertThat(shop.checkAny(3, 2, 4).json().getBoolean("possible")).isTrue();
    assertThat(api.get(path + "/events").items().stream().map(e -> e.getString("kind")))
        .containsOnlyOnce("CREATED")
        .contains("CHECKED_OUT", "CHECKED_IN");
  }

  @Test
  void whatIsCheckedInByItselfComesBackToItsBooking() {
    Shop shop = Shop.with(api, 1);
    String path = "/v1/bookings/" + shop.bookAny(1, 0, 8).expect(201).id();
    api.post(path + "/check-out", assets(shop.asset(0))).expect(200);
    api.post(
            "/v1/assets/" + shop.asset(0) + "/transitions",
            json("{'to': 'AVAILABLE', 'condition': 'GOOD'}"))
        .expect(200);
    assertThat(api.get(path).json().getString("state")).isEqualTo("COMPLETED");
  }

  @Test
  void onlyWhatIsPromisedCanBeHandedOut() {
    Shop shop = Shop.with(api, 2);
    String path = "/v1/bookings/" + shop.bookAny(1, 0, 8).expect(201).id();
    shop.book(shop.asset(1), 2, 6).expect(201);
    api.post(path + "/check-out", assets(Some.asset(api).id())).expect(409);
    // The other one is somebody else's from 2 to 6.
    api.post(path + "/check-out", assets(shop.asset(1))).expect(409);
    api.post(path + "/check-out", assets(shop.asset(0))).expect(200);
    api.post(path + "/check-in", assets(shop.asset(1))).expect(409);
  }

  @Test
  void whatIsOutCanBeExtendedUntilSomebodyElseNeedsIt() {
    Shop shop = Shop.with(api, 2);
    String path = "/v1/bookings/" + shop.bookAny(1, 0, 8).expect(201).id();
    api.post(path + "/check-out", assets(shop.asset(0))).expect(200);
    shop.book(shop.asset(0), 12, 16).expect(201);
    api.patch(path, json("{'to': '%s'}", Shop.hour(12))).expect(200);
    // The one that is out is booked from 12 on, though the other is free.
    api.patch(path, json("{'to': '%s'}", Shop.hour(13))).expect(409);
    api.patch(path, json("{'from': '%s'}", Shop.hour(1))).expect(409);
  }

  @Test
  void nothingIsHandedOutPastABookingOfSomebodyElse() {
    Shop shop = Shop.with(api, 1);
    shop.book(shop.asset(0), 0, 4).expect(201);
    LocalDate before = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1);
    checkOut(shop.asset(0), null).expect(409);
    checkOut(shop.asset(0), before.plusDays(5)).expect(409);
    checkOut(shop.asset(0), before).expect(200);
  }

  @Test
  void theLastOneOfAModelIsNotHandedOutPastARequestForAny() {
    Shop shop = Shop.with(api, 2);
    shop.bookAny(1, 0, 4).expect(201);
    checkOut(shop.asset(0), null).expect(200);
    checkOut(shop.asset(1), null).expect(409);
  }

  @Test
  void aBasketGoesOutOnlyAsFarAsBookingsLeaveIt() {
    Shop shop = Shop.with(api, 3);
    shop.book(shop.asset(0), 0, 4).expect(201);
    shop.bookAny(1, 0, 4).expect(201);
    // The first is booked itself; of the others one has to stay.
    Answer refused = basket("", shop.assets()).expect(409);
    assertThat(refused.json().getJsonArray("errors"))
        .extracting(error -> error.asJsonObject().getString("code"))
        .containsExactly("BOOKED", "BOOKED");
    JsonObject each = basket("?bulk=each", shop.assets()).expect(200).json();
    assertThat(each.getJsonArray("items"))
        .extracting(item -> item.asJsonObject().containsKey("error"))
        .containsExactly(true, false, true);
    assertThat(status(shop.asset(1))).isEqualTo("CHECKED_OUT");
  }

  @Test
  void aBasketThatIsTakenBackComesBackToItsBookings() {
    Shop shop = Shop.with(api, 2);
    String first = "/v1/bookings/" + shop.bookAny(1, 0, 8).expect(201).id();
    String second = "/v1/bookings/" + shop.bookAny(1, 0, 8).expect(201).id();
    api.post(first + "/check-out", assets(shop.asset(0))).expect(200);
    api.post(second + "/check-out", assets(shop.asset(1))).expect(200);
    basket("/return", shop.assets()).expect(200);
    assertThat(api.get(first).json().getString("state")).isEqualTo("COMPLETED");
    assertThat(api.get(second).json().getString("state")).isEqualTo("COMPLETED");
  }

  @Test
  void nothingIsBookedForSomebodyWhoHasLeft() {
    Shop shop = Shop.with(api, 1);
    String person = Some.person(api).id();
    api.post("/v1/people/" + person + "/offboarding", json("{}")).expect(200);
    api.post(
            "/v1/bookings",
            json(
                "{'personId': '%s', 'from': '%s', 'to': '%s', 'lines': [%s]}",
                person, Shop.hour(0), Shop.hour(1), Shop.one(shop.asset(0))))
        .expect(422);
  }

  @Test
  void custodyWithoutAnEndKeepsItFromBeingBooked() {
    Shop shop = Shop.with(api, 1);
    checkOut(shop.asset(0), null).expect(200);
    shop.bookAny(1, 0, 4).expect(409);
    JsonObject clash =
        shop.check(shop.asset(0), 0, 4)
            .json()
            .getJsonArray("lines")
            .getJsonObject(0)
            .getJsonArray("clashes")
            .getJsonObject(0);
    assertThat(clash.getString("kind")).isEqualTo("HELD");
    assertThat(clash.containsKey("to")).isFalse();
  }

  @Test
  void whatIsBookedIsNotDeleted() {
    Shop shop = Shop.with(api, 1);
    String id = shop.book(shop.asset(0), 0, 4).expect(201).id();
    assertThat(api.delete("/v1/assets/" + shop.asset(0)).status()).isEqualTo(409);
    api.post("/v1/bookings/" + id + "/cancel", json("{}")).expect(200);
    assertThat(api.delete("/v1/assets/" + shop.asset(0)).status()).isEqualTo(204);
  }

  @Test
  void aListGoesByTheBeginningPageByPage() {
    Shop shop = Shop.with(api, 1);
    for (int hour : new int[] {20, 0, 10}) {
      shop.bookAny(1, hour, hour + 5).expect(201);
    }
    List<JsonObject> all = api.all("/v1/bookings?limit=2&model=" + shop.modelId());
    assertThat(all)
        .extracting(one -> Instant.parse(one.getString("from")))
        .containsExactly(Shop.hour(0), Shop.hour(10), Shop.hour(20));
    assertThat(
            api.get(
                    "/v1/bookings?model=%s&from=%s&to=%s"
                        .formatted(
                            shop.modelId(),
                            Shop.hour(5),
                            Shop.hour(10).plus(Duration.ofMinutes(1))))
                .items())
        .hasSize(1);
  }

  private static Answer checkOut(String asset, LocalDate due) {
    return api.post(
        "/v1/assets/" + asset + "/transitions",
        json(
            "{'to': 'CHECKED_OUT', 'due': %s, 'custodian': {'kind': 'PERSON', 'id': '%s'}}",
            due == null ? "null" : "\"" + due + "\"", Some.person(api).id()));
  }

  private static Answer basket(String what, List<String> assets) {
    String items =
        assets.stream()
            .map(id -> "{'asset': '" + id + "'}")
            .collect(java.util.stream.Collectors.joining(", "));
    return api.post(
        "/v1/custodies" + what,
        json(
            what.equals("/return")
                ? "{'items': [" + items + "], 'condition': 'GOOD'}"
                : "{'items': [" + items + "], 'to': {'kind': 'PERSON', 'id': '%s'}}",
            Some.person(api).id()));
  }

  private static String status(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getString("status");
  }

  private static JsonObject assets(String... ids) {
    return json("{'assetIds': ['%s']}", String.join("\", \"", ids));
  }
}
