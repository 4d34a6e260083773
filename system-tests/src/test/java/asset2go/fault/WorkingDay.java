package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * All that people do in a day. What they need jobs for is begun in the morning, and has come to its
 * end in the evening; between the two no worker is needed.
 */
final class WorkingDay {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final AtomicInteger STRANGERS = new AtomicInteger();
  private static final Instant START =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);
  private static final String WINDOW = "from=" + START + "&to=" + START.plus(1, ChronoUnit.HOURS);

  private final Api api = OneSystem.api();
  private final String word = Some.word();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final String room = Some.location(api, "").id();
  private final String model = made("/v1/models", "{'name': 'Model %s'}", word);
  private final List<String> assets = IntStream.range(0, 6).mapToObj(this::radio).toList();

  private String counted = "";
  private String opened = "";
  private String transitions = "";
  private String undo = "";
  private String edit = "";

  private String radio(int number) {
    return made(
        "/v1/assets",
        "{'tag': 'R-%s-%s', 'name': 'Radio', 'modelId': '%s', 'locationId': '%s', 'condition': 'GOOD'}",
        word,
        number,
        model,
        room);
  }

  /** What is done by jobs, and gone on with later. */
  void begins() {
    counted = stockTake();
    transitions =
        made(
            "/v1/bulk",
            "{'kind': 'TRANSITION', 'ids': ['%s', '%s'], 'transition': {'to': 'QUARANTINED', 'reason': 'recalled'}}",
            assets.get(4),
            assets.get(5));
    awaitState("/v1/bulk/" + transitions, "COMPLETED");
    awaitState("/v1/stock-takes/" + counted, "COUNTING");
    assertThat(status(4)).isEqualTo("QUARANTINED");
  }

  /** Everything that is answered at once. */
  void goesOn() {
    catalogue();
    custody();
    offboarding();
    bookingsAndKits();
    maintenance();
    faultReport();
    questions();
    lists();
    countsAndCloses();
    opened = stockTake();
    undo = made("/v1/bulk/" + transitions + "/undo", "{}");
    edit =
        made("/v1/bulk", "{'kind': 'EDIT', 'query': 'q=R-%s', 'patch': {'notes': 'seen'}}", word);
  }

  /** What was left to jobs is done, once. */
  void ends() {
    awaitState("/v1/bulk/" + undo, "COMPLETED");
    awaitState("/v1/bulk/" + edit, "COMPLETED");
    awaitState("/v1/stock-takes/" + opened, "COUNTING");
    awaitState("/v1/stock-takes/" + counted, "CLOSED");
    assertThat(status(4)).isEqualTo("AVAILABLE");
    assertThat(status(5)).isEqualTo("AVAILABLE");
    assertThat(status(3)).isEqualTo("MISSING");
    assertThat(api.get("/v1/assets?q=R-" + word).expect(200).items())
        .hasSize(6)
        .allSatisfy(asset -> assertThat(asset.getString("notes", "")).isEqualTo("seen"));
    for (String asset : assets) {
      assertThat(seen("/v1/assets/" + asset + "/events/verify").getBoolean("valid")).isTrue();
    }
  }

  private void catalogue() {
    String category = made("/v1/categories", "{'name': 'Category %s'}", word);
    made("/v1/fields", "{'categoryId': '%s', 'name': 'Volts', 'kind': 'NUMBER'}", category);
    made("/v1/suppliers", "{'name': 'Supplier %s'}", word);
    made("/v1/teams", "{'name': 'Team %s'}", word);
  }

  private void custody() {
    String person = Some.person(api).id();
    handOut(0, person);
    assertThat(api.get("/v1/custodies?state=open&holder=" + person).expect(200).items()).hasSize(1);
    api.post(
            "/v1/custodies/return",
            json("{'condition': 'GOOD', 'items': [{'asset': '%s'}]}", tag(0)))
        .expect(200);
    assertThat(status(0)).isEqualTo("AVAILABLE");
  }

  private void offboarding() {
    String person = Some.person(api).id();
    handOut(0, person);
    String path = "/v1/people/" + person + "/offboarding";
    assertThat(seen(path).getJsonArray("holdings")).hasSize(1);
    JsonObject left = api.post(path, json("{'condition': 'GOOD'}")).expect(200).json();
    assertThat(left.getJsonObject("person").getString("leftAt")).isNotBlank();
    assertThat(seen("/v1/people/" + person + "/offboarding").getJsonArray("holdings")).isEmpty();
    assertThat(status(0)).isEqualTo("AVAILABLE");
  }

  private void handOut(int number, String person) {
    api.post(
            "/v1/custodies",
            json(
                "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s'}",
                tag(number), person, today.plusDays(3)))
        .expect(200);
  }

  private void bookingsAndKits() {
    String kit =
        made(
            "/v1/kits",
            "{'name': 'Kit %s', 'slots': [{'name': 'Radio', 'quantity': 1, 'accepts': [{'kind': 'MODEL', 'id': '%s'}]}]}",
            word,
            model);
    // Two of the six are in quarantine.
    assertThat(seen("/v1/kits/" + kit + "/availability?" + WINDOW).getInt("complete")).isEqualTo(4);
    String line = "{'modelId': '%s', 'quantity': 3}".formatted(model);
    String window = "'from': '%s', 'to': '%s'".formatted(START, START.plus(4, ChronoUnit.HOURS));
    String booking = made("/v1/bookings", "{" + window + ", 'lines': [" + line + "]}");
    Answer clash =
        api.post("/v1/bookings", json("{" + window + ", 'lines': [" + line + "]}")).expect(409);
    assertThat(clash.body()).contains("1 can be had then, not 3");
    assertThat(seen("/v1/kits/" + kit + "/availability?" + WINDOW).getInt("complete")).isEqualTo(1);
    api.get("/v1/kits/availability?" + WINDOW).expect(200);
    api.post("/v1/bookings/" + booking + "/cancel", json("{}")).expect(200);
    assertThat(seen("/v1/kits/" + kit + "/availability?" + WINDOW).getInt("complete")).isEqualTo(4);
  }

  private void maintenance() {
    String order = made("/v1/work-orders", "{'assetId': '%s', 'title': 'Hum'}", assets.get(1));
    step(order, "{'to': 'IN_PROGRESS'}");
    step(order, "{'to': 'DONE', 'resolution': 'Tightened', 'condition': 'GOOD'}");
    String compared =
        made(
            "/v1/work-orders",
            "{'assetId': '%s', 'title': 'Compare', 'kind': 'CALIBRATION'}",
            assets.get(1));
    step(
        compared,
        "{'to': 'DONE', 'calibration': {'result': 'PASSED', 'validUntil': '%s'}}"
            .formatted(today.plusYears(1)));
    assertThat(seen("/v1/assets/" + assets.get(1)).getString("calibration")).isEqualTo("VALID");
    assertThat(
            api.get("/v1/assets/" + assets.get(1) + "/calibrations?validOn=" + today)
                .expect(200)
                .items())
        .hasSize(1);
  }

  private void step(String order, String step) {
    api.post("/v1/work-orders/" + order + "/steps", json(step)).expect(200);
  }

  /** By somebody who is not signed in, from the code on a label; five in an hour at most. */
  private void faultReport() {
    assertThat(page("/q/" + assets.get(2))).contains("/report/" + assets.get(2));
    assertThat(page("/report/" + assets.get(2))).doesNotContain(tag(2));
    Api stranger =
        OneSystem.get().api().with("X-Forwarded-For", "198.51.100." + STRANGERS.incrementAndGet());
    for (int i = 0; i < 5; i++) {
      report(stranger, assets.get(2)).expect(202);
    }
    report(stranger, assets.get(2)).expect(429);
    JsonObject report =
        api.all("/v1/fault-reports?state=new").stream()
            .filter(one -> one.getJsonObject("asset").getString("id").equals(assets.get(2)))
            .findFirst()
            .orElseThrow();
    api.post("/v1/fault-reports/" + report.getString("id") + "/accept", json("{'title': 'Smoke'}"))
        .expect(200);
    assertThat(api.all("/v1/work-orders?asset=" + assets.get(2))).hasSize(1);
  }

  private static Answer report(Api who, String asset) {
    return who.post("/v1/fault-reports", json("{'assetId': '%s', 'text': 'It smokes'}", asset));
  }

  private static String page(String path) {
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(OneSystem.get().web().resolve(path)).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private void questions() {
    String one = assets.get(2);
    String other = assets.get(3);
    api.post("/v1/assets/" + one + "/dependencies", json("{'dependsOnId': '%s'}", other))
        .expect(200);
    assertThat(api.get("/v1/assets/" + other + "/impact").expect(200).body()).contains(one);
    assertThat(seen("/v1/assets/" + other + "/outage").getInt("assets")).isEqualTo(2);
    String batch = made("/v1/batches", "{'name': 'B-%s'}", word);
    api.patch("/v1/assets/" + other, json("{'batchId': '%s'}", batch)).expect(200);
    assertThat(api.get("/v1/batches/" + batch + "/recall").expect(200).body()).contains(one);
    api.get("/v1/dependencies/single-points").expect(200);
    api.get("/v1/assets/" + one + "/position?on=" + today).expect(200);
    api.get("/v1/assets/" + one + "/custody?on=" + today).expect(200);
    api.get("/v1/assets/" + one + "/custody/damage").expect(200);
    assertThat(api.get("/v1/locations/" + room + "/assets?deep=true").expect(200).items())
        .hasSize(6);
    api.get("/v1/me/sight").expect(200);
    api.get("/v1/dashboard").expect(200);
  }

  private void lists() {
    made("/v1/views", "{'name': 'View %s', 'query': 'status=AVAILABLE&sort=-tag'}", word);
    assertThat(tags("/v1/assets?status=AVAILABLE&sort=-tag&q=R-" + word)).hasSize(4);
    assertThat(api.get("/v1/search?q=R-" + word).expect(200).body()).contains("R-" + word);
    Answer file = api.get("/v1/assets?format=csv&tag=R-" + word).expect(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.body().lines()).hasSize(7);
    String thrown = Some.asset(api).id();
    api.delete("/v1/assets/" + thrown).expect(204);
    api.post("/v1/trash/" + thrown + "/restore").expect(200);
  }

  /** All are there but one. */
  private void countsAndCloses() {
    String path = "/v1/stock-takes/" + counted;
    for (int i : new int[] {0, 1, 2, 4, 5}) {
      api.post(
              path + "/scans",
              json(
                  "{'scans': [{'id': '%s', 'code': '%s', 'locationId': '%s'}]}",
                  tag(i), tag(i), room))
          .expect(200);
    }
    api.post(path + "/finish").expect(200);
    assertThat(seen(path).getJsonObject("counts").getInt("missing")).isEqualTo(1);
    api.post(path + "/reviews", json("{'decision': 'ACCEPT'}")).expect(200);
    api.post(path + "/close").expect(200);
  }

  private String stockTake() {
    return made("/v1/stock-takes", "{'name': '%s', 'locationId': '%s'}", word, room);
  }

  private String tag(int number) {
    return "R-" + word + "-" + number;
  }

  private String status(int number) {
    return seen("/v1/assets/" + assets.get(number)).getString("status");
  }

  private Set<String> tags(String path) {
    return api.get(path).expect(200).items().stream()
        .map(asset -> asset.getString("tag"))
        .collect(Collectors.toSet());
  }

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private void awaitState(String path, String state) {
    Awaitility.await(path).atMost(LONG).until(() -> seen(path).getString("state"), state::equals);
  }

  private JsonObject seen(String path) {
    return api.get(path).expect(200).json();
  }
}
