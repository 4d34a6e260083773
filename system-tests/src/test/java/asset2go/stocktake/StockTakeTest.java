package asset2go.stocktake;

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
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting by several people, late scans, decisions, and corrections that are written once. */
final class StockTakeTest {

  private static Api api;

  private String word;
  private String site;
  private String room;
  private String otherRoom;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @BeforeEach
  void furnish() {
    word = Some.word();
    site = Some.location(api, "").id();
    room = Some.location(api, site).id();
    otherRoom = Some.location(api, site).id();
  }

  @Test
  void whatIsSeenIsFoundUnexpectedOrInTheWrongPlaceAndTheRestIsMissing() {
    String elsewhere = Some.location(api, "").id();
    List<String> here = assets(3, room);
    String stray = asset("stray", elsewhere);
    String take = open("'locationId': '" + site + "'");
    assertCounts(take, "expected", 3, "pending", 3);
    assertThat(api.get("/v1/search?q=Count%20" + word).expect(200).body()).contains(take);

    Answer scanned =
        scan(
                take,
                one("1", tag(0), room),
                one("2", tag(1), otherRoom),
                one("3", "stray-" + word, room),
                one("4", "nonsense", room))
            .expect(200);
    assertThat(outcomes(scanned)).containsExactly("FOUND", "WRONG_PLACE", "UNEXPECTED", "UNKNOWN");
    assertCounts(take, "pending", 1, "found", 1, "wrongPlace", 1, "unexpected", 1, "unknown", 1);
    assertThat(api.all("/v1/stock-takes/" + take + "/scans?unknown=true"))
        .extracting(scan -> scan.getString("code"))
        .containsExactly("nonsense");

    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    assertThat(state(take)).isEqualTo("REVIEWING");
    assertCounts(take, "pending", 0, "missing", 1);
    assertThat(items(take, "outcome=MISSING")).containsExactly(tag(2) + " MARK_MISSING PROPOSED");
    assertThat(items(take, "outcome=WRONG_PLACE")).containsExactly(tag(1) + " MOVE PROPOSED");
    assertThat(items(take, "review=PROPOSED")).hasSize(3);

    // Nothing is corrected before each correction is decided about.
    api.post("/v1/stock-takes/" + take + "/close").expect(409);
    review(take, "{'decision': 'ACCEPT', 'outcome': 'MISSING'}").expect(200);
    review(take, "{'decision': 'ACCEPT', 'assetIds': ['%s']}", here.get(1)).expect(200);
    review(take, "{'decision': 'DISMISS'}").expect(200);
    review(take, "{'decision': 'ACCEPT', 'assetIds': ['%s']}", here.get(0)).expect(422);
    api.post("/v1/stock-takes/" + take + "/close").expect(200);
    assertThat(closed(take).getJsonObject("reviews").getInt("done")).isEqualTo(2);

    assertThat(status(here.get(2))).isEqualTo("MISSING");
    assertThat(place(here.get(1))).isEqualTo(otherRoom);
    assertThat(place(stray)).isEqualTo(elsewhere);
    JsonObject event = api.get("/v1/assets/" + here.get(1) + "/events").items().get(0);
    assertThat(event.getString("kind")).isEqualTo("MOVED");
    assertThat(event.toString()).contains("reviewedBy", "Stock-take: Count " + word);
    assertThat(api.get("/v1/assets/" + here.get(1) + "/events").items()).hasSize(2);
    here.forEach(StockTakeTest::assertChain);
    assertThat(api.all("/v1/stock-takes/" + take + "/events"))
        .extracting(one -> one.getString("kind"))
        .containsExactly("CLOSED", "CLOSING", "COUNTED", "OPENED");
    // Closed is closed.
    scan(take, one("9", tag(0), room)).expect(409);
    api.post("/v1/stock-takes/" + take + "/cancel").expect(409);
  }

  @Test
  void twoPeopleCountAtOnceAndEachAssetCountsOnce() {
    int count = 60;
    assets(count, room);
    String take = open("'locationId': '" + site + "'");
    Api other = Colleague.with("TECHNICIAN").signIn();
    Together.times(
        6,
        person -> {
          Api by = person % 2 == 0 ? api : other;
          for (int i = 0; i < count; i++) {
            int asset = person < 3 ? i : count - 1 - i;
            by.post(
                    "/v1/stock-takes/" + take + "/scans",
                    json("{'scans': [%s]}", one(person + "-" + i, tag(asset), room)))
                .expect(200);
          }
          return person;
        });
    assertCounts(take, "pending", 0, "found", count);
    assertThat(api.all("/v1/stock-takes/" + take + "/items?outcome=FOUND&limit=7")).hasSize(count);
    assertThat(api.all("/v1/stock-takes/" + take + "/scans?limit=100")).hasSize(6 * count);
  }

  @Test
  void aScanThatIsSentAgainCountsOnceAndTheLatestOneHolds() {
    assets(2, room);
    String take = open("'locationId': '" + site + "'");
    Instant now = Instant.now();
    String late = at("b", tag(0), otherRoom, now.minusSeconds(60));
    String early = at("a", tag(0), room, now.minusSeconds(120));
    assertThat(outcomes(scan(take, late))).containsExactly("WRONG_PLACE");
    // An earlier scan that arrives later, offline until then, does not count before the later one.
    assertThat(outcomes(scan(take, early))).containsExactly("WRONG_PLACE");
    Answer again = scan(take, early, late, one("c", tag(1), room), one("c", tag(1), room));
    assertThat(
            again.json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(result -> result.getBoolean("repeated")))
        .containsExactly(true, true, false, true);
    assertCounts(take, "wrongPlace", 1, "found", 1, "pending", 0);
    assertThat(api.all("/v1/stock-takes/" + take + "/scans")).hasSize(3);
    // A clock that is ahead does not win for ever.
    scan(take, at("d", tag(0), otherRoom, now.plusSeconds(9999))).expect(200);
    assertThat(outcomes(scan(take, one("e", tag(0), room)))).containsExactly("FOUND");
    // Somewhere else entirely.
    Answer beyond = scan(take, one("f", tag(0), Some.location(api, "").id())).expect(200);
    assertThat(outcomes(beyond)).containsExactly("UNKNOWN");
    assertThat(beyond.body()).contains("locationId");
  }

  @Test
  void aScanThatArrivesAfterCountingTakesItsProposalBack() {
    List<String> assets = assets(1, room);
    String take = open("'locationId': '" + site + "'");
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    assertThat(outcomes(scan(take, one("1", tag(0), room)))).containsExactly("FOUND");
    assertCounts(take, "missing", 0, "found", 1);
    api.post("/v1/stock-takes/" + take + "/close").expect(200);
    assertThat(closed(take).getJsonObject("reviews").getInt("done")).isZero();
    assertThat(status(assets.get(0))).isEqualTo("AVAILABLE");
  }

  @Test
  void whatWasHandledMeanwhileIsNotMissingAndWhatChangesLaterIsLeftAlone() {
    List<String> assets = assets(3, room);
    String take = open("'locationId': '" + site + "'");
    step(assets.get(0), "{'to': 'OUT_OF_SERVICE', 'reason': 'broken'}");
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    assertCounts(take, "left", 1, "missing", 2);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    step(assets.get(1), "{'to': 'IN_MAINTENANCE'}");
    api.post("/v1/stock-takes/" + take + "/close").expect(200);
    closed(take);
    assertThat(status(assets.get(1))).isEqualTo("IN_MAINTENANCE");
    assertThat(status(assets.get(2))).isEqualTo("MISSING");
    assertThat(items(take, "review=REFUSED")).containsExactly(tag(1) + " MARK_MISSING REFUSED");
  }

  @Test
  void whatWasMissingIsFoundAgainAndWhatWasUnderWayArrives() {
    List<String> assets = assets(2, room);
    step(assets.get(0), "{'to': 'MISSING'}");
    step(assets.get(1), "{'to': 'IN_TRANSIT'}");
    String take = open("'locationId': '" + otherRoom + "'");
    scan(take, one("1", tag(0), otherRoom), one("2", tag(1), otherRoom)).expect(200);
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    api.post("/v1/stock-takes/" + take + "/close").expect(200);
    closed(take);
    for (String asset : assets) {
      assertThat(status(asset)).isEqualTo("AVAILABLE");
      assertThat(place(asset)).isEqualTo(otherRoom);
      assertChain(asset);
    }
  }

  @Test
  void whatStandsInSomethingThatIsMovedMovesWithIt() {
    List<String> assets = assets(2, room);
    api.patch(
            "/v1/assets/" + assets.get(0),
            json("{'locationId': null, 'containerId': '%s'}", assets.get(1)))
        .expect(200);
    String take = open("'locationId': '" + site + "'");
    scan(take, one("1", tag(0), otherRoom), one("2", tag(1), otherRoom)).expect(200);
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    api.post("/v1/stock-takes/" + take + "/close").expect(200);
    assertThat(closed(take).getJsonObject("reviews").getInt("done")).isEqualTo(2);
    JsonObject inside = api.get("/v1/assets/" + assets.get(0)).json();
    assertThat(inside.getJsonObject("container").getString("id")).isEqualTo(assets.get(1));
    assertThat(place(assets.get(0))).isEqualTo(otherRoom);
  }

  @Test
  void aCategoryIsCountedWhereverItStands() {
    String category = api.post("/v1/categories", json("{'name': '%s'}", word)).expect(201).id();
    String model =
        api.post("/v1/models", json("{'name': '%s', 'categoryId': '%s'}", word, category))
            .expect(201)
            .id();
    List<String> assets = assets(2, room);
    for (String asset : assets) {
      api.patch("/v1/assets/" + asset, json("{'modelId': '%s'}", model)).expect(200);
    }
    step(assets.get(1), "{'to': 'IN_MAINTENANCE'}");
    assertCounts(open("'categoryId': '" + category + "'"), "expected", 1);
    String take = open("'includeAway': true, 'categoryId': '" + category + "'");
    assertCounts(take, "expected", 2);
    Answer scanned =
        api.post(
                "/v1/stock-takes/" + take + "/scans",
                json("{'scans': [{'id': '1', 'code': '%s'}]}", tag(0)))
            .expect(200);
    assertThat(outcomes(scanned)).containsExactly("FOUND");
    api.post("/v1/stock-takes/" + take + "/cancel").expect(200);
    assertThat(state(take)).isEqualTo("CANCELLED");
    scan(take, one("2", tag(1), room)).expect(409);
  }

  @Test
  void whatIsToBeCountedHasToBeSaid() {
    for (String body :
        List.of(
            "{'name': 'x'}",
            "{'name': '', 'locationId': '" + site + "'}",
            "{'name': 'x', 'locationId': 'unknown'}",
            "{'name': 'x', 'categoryId': 'unknown'}",
            "{'name': 'x', 'locationId': '" + site + "', 'categoryId': 'y'}")) {
      api.post("/v1/stock-takes", json(body)).expect(422);
    }
    api.get("/v1/stock-takes?state=some").expect(400);
    Api member = Colleague.with("MEMBER").signIn();
    member.post("/v1/stock-takes", json("{'name': 'x', 'locationId': '%s'}", site)).expect(403);
    String take = open("'locationId': '" + site + "'");
    member.get("/v1/stock-takes/" + take).expect(200);
    member.post("/v1/stock-takes/" + take + "/finish").expect(403);
    review(take, "{'decision': 'ACCEPT'}").expect(409);
    api.get("/v1/stock-takes/" + take + "/items?outcome=some").expect(400);
  }

  /** More than one piece of each kind of work, by several workers or not: the counts hold. */
  @Test
  void aLargeCountIsDoneInPieces() {
    int count = 230;
    List<String> assets = assets(count, room);
    String take = open("'locationId': '" + site + "'");
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    assertCounts(take, "missing", count);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    // Whoever is impatient changes nothing.
    Together.times(4, i -> api.post("/v1/stock-takes/" + take + "/close").expect(200));
    assertThat(closed(take).getJsonObject("reviews").getInt("done")).isEqualTo(count);
    for (String asset : List.of(assets.get(0), assets.get(count / 2), assets.get(count - 1))) {
      assertThat(status(asset)).isEqualTo("MISSING");
      assertThat(api.all("/v1/assets/" + asset + "/events")).hasSize(2);
    }
  }

  private List<String> assets(int count, String place) {
    return IntStream.range(0, count).mapToObj(i -> asset("%03d".formatted(i), place)).toList();
  }

  private String tag(int i) {
    return "%03d-%s".formatted(i, word);
  }

  private String asset(String name, String place) {
    String tag = name + "-" + word;
    return api.post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'Thing %s', 'locationId': '%s'}", tag, tag, place))
        .expect(201)
        .id();
  }

  private String open(String over) {
    String body = "{'name': 'Count " + word + "', " + over + "}";
    String id = api.post("/v1/stock-takes", json(body.replace("%", "%%"))).expect(201).id();
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("COUNTING"));
    return id;
  }

  private static String one(String id, String code, String place) {
    return "{\"id\": \"%s\", \"code\": \"%s\", \"locationId\": \"%s\"}".formatted(id, code, place);
  }

  private static String at(String id, String code, String place, Instant at) {
    return one(id, code, place).replace("}", ", \"at\": \"" + at + "\"}");
  }

  private static Answer scan(String take, String... scans) {
    return api.post(
        "/v1/stock-takes/" + take + "/scans",
        json("{'scans': %s}", List.of(scans).stream().collect(Collectors.joining(",", "[", "]"))));
  }

  @Test
  void aConfinedTokenCorrectsWithinItsPartOnly() {
    List<String> here = assets(1, room);
    String stray = asset("stray", Some.location(api, "").id());
    String asked =
        "{'name': 'Counter', 'role': 'MANAGER', 'overKind': 'LOCATION', 'overId': '%s', 'days': 1}";
    Api program =
        api.as(api.post("/v1/me/tokens", json(asked, room)).expect(201).json().getString("secret"));
    String take =
        program
            .post("/v1/stock-takes", json("{'name': 'Count %s', 'locationId': '%s'}", word, room))
            .expect(201)
            .id();
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(take).equals("COUNTING"));
    // Somebody else has seen in the room what the token knows nothing of.
    scan(take, one("1", "stray-" + word, room)).expect(200);
    program.post("/v1/stock-takes/" + take + "/finish").expect(200);
    review(take, "{'decision': 'ACCEPT'}").expect(200);
    program.post("/v1/stock-takes/" + take + "/close").expect(200);
    JsonObject reviews = closed(take).getJsonObject("reviews");
    assertThat(reviews.getInt("done")).isEqualTo(1);
    assertThat(reviews.getInt("refused")).isEqualTo(1);
    assertThat(status(here.get(0))).isEqualTo("MISSING");
    assertThat(place(stray)).isNotEqualTo(room);
  }

  private static Answer review(String take, String body, Object... words) {
    return api.post("/v1/stock-takes/" + take + "/reviews", json(body, words));
  }

  private static List<String> outcomes(Answer scanned) {
    return scanned.expect(200).json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(
            result ->
                result.containsKey("error")
                    ? result.getJsonObject("error").getString("code")
                    : result.getString("outcome"))
        .toList();
  }

  private static List<String> items(String take, String query) {
    return api.all("/v1/stock-takes/" + take + "/items?" + query).stream()
        .map(
            item ->
                item.getJsonObject("asset").getString("tag")
                    + " "
                    + item.getString("correction")
                    + " "
                    + item.getString("review"))
        .toList();
  }

  private static JsonObject closed(String take) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> api.get("/v1/stock-takes/" + take).expect(200).json(),
            one -> one.getString("state").equals("CLOSED"));
  }

  private static String state(String take) {
    return api.get("/v1/stock-takes/" + take).expect(200).json().getString("state");
  }

  private static void assertCounts(String take, Object... namesAndCounts) {
    JsonObject counts =
        api.get("/v1/stock-takes/" + take).expect(200).json().getJsonObject("counts");
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      String name = namesAndCounts[i].toString();
      assertThat(counts.getInt(name)).as(name + " of " + counts).isEqualTo(namesAndCounts[i + 1]);
    }
  }

  private static void step(String asset, String body) {
    api.post("/v1/assets/" + asset + "/transitions", json(body)).expect(200);
  }

  private static String status(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getString("status");
  }

  private static String place(String asset) {
    return api.get("/v1/assets/" + asset)
        .expect(200)
        .json()
        .getJsonObject("location")
        .getString("id");
  }

  private static void assertChain(String asset) {
    JsonObject verified = api.get("/v1/assets/" + asset + "/events/verify").expect(200).json();
    assertThat(verified.getBoolean("valid")).as(verified.toString()).isTrue();
  }
}
