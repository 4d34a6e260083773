package asset2go.right;

import static asset2go.running.Text.json;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Two sites of one campus, equipment that has to do with both, and somebody of each role: over the
 * whole installation, and over the one site. Whatever belongs to the other has one secret word in
 * its name.
 */
final class PartWorld {

  static final String UNKNOWN = "01890000-0000-7000-8000-000000000000";

  /**
   * Somebody.
   *
   * @param role empty for none at all
   * @param everywhere whether it is held over the whole installation, else over the site
   */
  record Somebody(String role, boolean everywhere, Api api) {
    @Override
    public String toString() {
      return (role.isEmpty() ? "nobody" : role) + (everywhere ? " everywhere" : " of the site");
    }
  }

  private final Api admin = OneSystem.api();
  private final String common = Some.word();
  private final String secret = Some.word();
  private final String alias = Some.word();
  private final List<Somebody> everybody = new ArrayList<>();
  private final String campus = location(null, common + " campus");
  private final String site = location(campus, common + " site");
  private final String room = location(site, common + " room");
  private final String other = location(campus, common + " " + secret);
  private final String hub = asset("HUB-" + common, room);
  private final String inside = asset("IN-" + common, room);
  private final String outside = asset("OUT-" + common + "-" + secret, other);
  private final String holder = Some.person(admin).id();
  private final String stranger =
      admin.post("/v1/people", json("{'name': '%s %s'}", common, alias)).expect(201).id();
  private final String firm =
      admin.post("/v1/companies", json("{'name': '%s %s'}", common, secret)).expect(201).id();
  private final String crew = team(common + " crew");
  private final String strangers = team(common + " crew " + alias);
  private final String batch =
      admin.post("/v1/batches", json("{'name': 'B-%s'}", common)).expect(201).id();
  private final String model = modelWithTerms();
  private final String accepted = acceptance("SIGN-IN-" + common, room, holder);
  private final String acceptedThere =
      acceptance("SIGN-OUT-" + common + "-" + secret, other, stranger);
  private final String run;
  private int reports;

  private final String bookingInside = booking(true, false);
  private final String bookingOutside = booking(false, false);
  private final String seriesInside = series(true, false);
  private final String seriesOutside = series(false, false);

  PartWorld() {
    run =
        new Imports(admin)
            .run(
                "assets",
                "a.csv",
                ("tag,name\nI-" + secret + ",x\n").getBytes(StandardCharsets.UTF_8))
            .getString("id");
    // Each of these would tell of the other site if it were shown whole.
    depend(outside, inside);
    depend(inside, outside);
    handOver(inside, "PERSON", holder);
    handOver(outside, "PERSON", stranger);
    handOver(asset("CREW-" + common, room), "TEAM", crew);
    handOver(asset("CREW-" + common + "-" + secret, other), "TEAM", strangers);
    admin.post("/v1/teams/" + crew + "/members", json("{'personId': '%s'}", stranger)).expect(200);
    // Of the batch is something on both sites.
    admin.patch("/v1/assets/" + outside, json("{'batchId': '%s'}", batch)).expect(200);
    admin.patch("/v1/assets/" + inside, json("{'batchId': '%s'}", batch)).expect(200);
    String moved = asset("MOVED-" + common, other);
    patch(moved, "locationId", room);
    handOver(moved, "LOCATION", other);
    String cased = asset("CASED-" + common, other);
    patch(cased, "containerId", outside);
    patch(cased, "containerId", inside);
    for (String role : Rule.ROLES) {
      everybody.add(new Somebody(role, true, everywhere(role)));
      everybody.add(new Somebody(role, false, scoped(role, site).signIn()));
    }
    everybody.add(new Somebody("", false, Colleague.with(null).signIn()));
  }

  /** A second administrator would let the first be shut out, which another test wants refused. */
  private static Api everywhere(String role) {
    return role.equals("ADMIN") ? OneSystem.get().administrator() : Colleague.with(role).signIn();
  }

  /** Somebody whose only right is this role over a location. */
  static Colleague scoped(String role, String locationId) {
    Colleague colleague = Colleague.with(null);
    grant(colleague, role, "LOCATION", locationId);
    return colleague;
  }

  static String grant(Colleague colleague, String role, String kind, String id) {
    String person =
        OneSystem.api().get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
    return OneSystem.api()
        .post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': '%s', 'overKind': '%s', 'overId': '%s'}",
                person, role, kind, id))
        .expect(201)
        .id();
  }

  private String location(@Nullable String parent, String name) {
    String within = parent == null ? "null" : "\"" + parent + "\"";
    return admin
        .post("/v1/locations", json("{'name': '%s', 'parentId': %s}", name, within))
        .expect(201)
        .id();
  }

  private String team(String name) {
    return admin.post("/v1/teams", json("{'name': '%s'}", name)).expect(201).id();
  }

  /** A model whose equipment goes with terms. */
  private String modelWithTerms() {
    String id = admin.post("/v1/models", json("{'name': 'Signed %s'}", common)).expect(201).id();
    admin
        .post(
            "/v1/terms",
            json(
                "{'title': 'Terms', 'text': 'Bring it back.', 'subject': {'kind': 'MODEL', 'id':"
                    + " '%s'}}",
                id))
        .expect(201);
    return id;
  }

  /** Has somebody sign for an asset, and waits for the document. */
  private String acceptance(String tag, String locationId, String person) {
    String asset =
        admin
            .post(
                "/v1/assets",
                json(
                    "{'tag': '%s', 'name': 'Thing', 'locationId': '%s', 'modelId': '%s'}",
                    tag, locationId, model))
            .expect(201)
            .id();
    handOver(asset, "PERSON", person);
    String id = admin.get("/v1/acceptances?person=" + person).items().get(0).getString("id");
    admin.post("/v1/acceptances/" + id + "/signature", signature()).expect(200);
    Awaitility.await("document of " + id)
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get("/v1/acceptances/" + id + "/pdf").status() == 200);
    return id;
  }

  static JsonObject signature() {
    return json(
        "{'name': 'A Name', 'path': 'M10.0,20.0L30.0,40.0L50.0,10.0', 'width': 600, 'height': 180}");
  }

  private String asset(String tag, String locationId) {
    return admin
        .post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'Thing %s', 'locationId': '%s'}", tag, tag, locationId))
        .expect(201)
        .id();
  }

  private void depend(String id, String needed) {
    Answer answer =
        admin.post("/v1/assets/" + id + "/dependencies", json("{'dependsOnId': '%s'}", needed));
    // The way back would be a circle: it is asked for another pair then.
    if (answer.status() == 409) {
      depend(id, asset("NEED-" + common + "-" + secret, other));
    } else {
      answer.expect(200);
    }
  }

  private void handOver(String id, String kind, String to) {
    admin
        .post(
            "/v1/assets/" + id + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': '%s', 'id': '%s'}}", kind, to))
        .expect(200);
  }

  private void patch(String id, String field, String value) {
    String nowhere = field.equals("containerId") ? "'locationId': null, " : "'containerId': null, ";
    admin.patch("/v1/assets/" + id, json("{" + nowhere + "'%s': '%s'}", field, value)).expect(200);
  }

  List<Somebody> everybody() {
    return everybody;
  }

  String asset(boolean within) {
    return within ? inside : outside;
  }

  String newAsset(boolean within) {
    return asset((within ? "N-" : "N-" + secret + "-") + Some.word(), within ? room : other);
  }

  void trash(String id) {
    admin.delete("/v1/assets/" + id).expect(204);
  }

  String location(boolean within) {
    return within ? room : other;
  }

  String newLocation(boolean within) {
    return location(within ? site : other, within ? Some.word() : secret + " " + Some.word());
  }

  String stockTake(boolean within) {
    String name = within ? common : secret;
    return admin
        .post(
            "/v1/stock-takes",
            json("{'name': '%s', 'locationId': '%s'}", name, within ? room : other))
        .expect(201)
        .id();
  }

  String company(boolean within) {
    return within
        ? admin.get("/v1/locations/" + site).json().getJsonObject("company").getString("id")
        : firm;
  }

  String person(boolean within) {
    return within ? holder : stranger;
  }

  String team(boolean within) {
    return within ? crew : strangers;
  }

  String custody(boolean within) {
    return admin.get("/v1/assets/" + asset(within) + "/custody").items().get(0).getString("id");
  }

  String acceptance(boolean within) {
    return within ? accepted : acceptedThere;
  }

  /** A new one each time: what is changed may not be changed again. */
  String workOrder(boolean within) {
    return admin
        .post(
            "/v1/work-orders",
            json("{'assetId': '%s', 'title': 'Work %s'}", asset(within), within ? "" : secret))
        .expect(201)
        .id();
  }

  String document(boolean within) {
    return admin
        .upload(
            "/v1/documents?kind=work-order&of=" + workOrder(within),
            (within ? "bill" : secret) + ".pdf",
            "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
            Map.of())
        .expect(201)
        .id();
  }

  /** Of a new asset and from a new address each time: of one, few are taken in an hour. */
  String faultReport(boolean within) {
    String asset = newAsset(within);
    OneSystem.get()
        .api()
        .with("X-Forwarded-For", "198.19.%d.%d".formatted(reports / 250, reports++ % 250))
        .post(
            "/v1/fault-reports",
            json("{'assetId': '%s', 'text': 'It %s'}", asset, within ? "" : secret))
        .expect(202);
    return admin.all("/v1/fault-reports?state=new&limit=200").stream()
        .filter(one -> one.getJsonObject("asset").getString("id").equals(asset))
        .map(one -> one.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  String plan(boolean within) {
    return admin
        .post("/v1/maintenance-plans", planOf(location(within), within ? "Work" : "Work " + secret))
        .expect(201)
        .id();
  }

  static JsonObject planOf(String locationId, String name) {
    return json(
        "{'name': '%s', 'subject': {'kind': 'LOCATION', 'id': '%s'}, 'calendar':"
            + " {'every': 1, 'unit': 'YEAR', 'firstOn': '2090-01-01'}}",
        name, locationId);
  }

  String batch() {
    return batch;
  }

  String bulkRun() {
    return admin
        .post("/v1/bulk", json("{'kind': 'TRASH', 'ids': ['%s'], 'dryRun': true}", outside))
        .expect(201)
        .id();
  }

  String importRun() {
    return run;
  }

  /** Of an asset, for somebody else: once for those who read, a new one for those who change it. */
  String booking(boolean within, boolean reads) {
    return reads ? (within ? bookingInside : bookingOutside) : book("/v1/bookings", within, "");
  }

  String series(boolean within, boolean reads) {
    return reads
        ? (within ? seriesInside : seriesOutside)
        : book("/v1/booking-series", within, ", 'repeat': {'every': 'DAY', 'times': 2}");
  }

  /** What to send to book an asset for oneself. */
  String wish(String assetId) {
    Instant from = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.HOURS);
    return "{'from': '%s', 'to': '%s', 'lines': [{'assetId': '%s'}]}"
        .formatted(from, from.plus(Duration.ofHours(2)), assetId);
  }

  private String book(String path, boolean within, String more) {
    String booking =
        wish(newAsset(within)).replace("{'from'", "{'personId': '" + person(within) + "', 'from'");
    return admin
        .post(path, json(more.isEmpty() ? booking : "{'booking': " + booking + more + "}"))
        .expect(201)
        .id();
  }

  String hub() {
    return hub;
  }

  /** Has an asset need the hub. */
  void depend(String id) {
    depend(id, hub);
  }

  String secret() {
    return secret;
  }

  String common() {
    return common;
  }

  /** Whether an answer has more of the other site than the question had. */
  boolean tells(Somebody somebody, Answer answer, boolean reads) {
    boolean hands = Set.of("ADMIN", "MANAGER", "TECHNICIAN").contains(somebody.role());
    if (!hands && answer.body().contains(alias)) {
      return true;
    }
    String body =
        answer.body().replace("\"query\":\"" + secret, "").replace("\"q\":\"" + secret, "");
    boolean ids = answer.status() == 200 && reads;
    return body.contains(secret) || ids && (body.contains(outside) || body.contains(other));
  }
}
