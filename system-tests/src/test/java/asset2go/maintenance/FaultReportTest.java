package asset2go.maintenance;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Mailbox;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Text;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults that anybody reports, and what comes of them. */
final class FaultReportTest {

  private static final AtomicInteger ADDRESS = new AtomicInteger();

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  /** Nobody, from an address of their own. */
  private static Api stranger() {
    int number = ADDRESS.incrementAndGet();
    return OneSystem.get().api().with("X-Forwarded-For", "192.0.2." + number);
  }

  private static Answer report(Api who, String asset, String text) {
    return who.post(
        "/v1/fault-reports", json("{'assetId': '%s', 'text': '%s', 'name': 'Ada'}", asset, text));
  }

  private static String place() {
    return api.post("/v1/locations", json("{'name': '%s'}", Some.word())).expect(201).id();
  }

  private static Answer reject(Api who, String id) {
    return who.post("/v1/fault-reports/" + id + "/reject", json("{'reason': 'As it should be'}"));
  }

  private static List<JsonObject> unread(String asset) {
    return api.all("/v1/fault-reports?state=new").stream()
        .filter(report -> report.getJsonObject("asset").getString("id").equals(asset))
        .toList();
  }

  @Test
  void anybodyReportsAndAWorkOrderComesOfItOnceSomebodyHasDecided() {
    String asset = Some.asset(api).id();
    report(stranger(), asset, "It smokes").expect(202);
    assertThat(api.all("/v1/work-orders?asset=" + asset)).isEmpty();
    String id = unread(asset).get(0).getString("id");
    List<Answer> decided =
        Together.times(
            4, i -> api.post("/v1/fault-reports/" + id + "/accept", json("{'title': 'Smoke'}")));
    assertThat(decided).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    List<JsonObject> orders = api.all("/v1/work-orders?asset=" + asset);
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).getString("description")).contains("It smokes", "Ada");
    JsonObject after = api.get("/v1/fault-reports/" + id).expect(200).json();
    assertThat(after.getString("state")).isEqualTo("ACCEPTED");
    assertThat(after.getJsonObject("order").getString("id"))
        .isEqualTo(orders.get(0).getString("id"));
    reject(api, id).expect(409);
  }

  @Test
  void nobodyLearnsWhetherThereIsSuchAnAsset() {
    Answer there = report(stranger(), Some.asset(api).id(), "x").expect(202);
    Answer nowhere = report(stranger(), "nothing", "x").expect(202);
    assertThat(there.json().keySet()).isEqualTo(nowhere.json().keySet());
    stranger().get("/v1/fault-reports").expect(401);
    Colleague.with("AUDITOR").signIn().get("/v1/fault-reports").expect(403);
  }

  @Test
  void fiveInAnHourFromOneAddress() {
    String asset = Some.asset(api).id();
    Api one = stranger();
    List<Answer> answers = Together.times(8, i -> report(one, asset, "number " + i));
    assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(5);
    Answer refused = report(one, asset, "again").expect(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3601);
    report(stranger(), asset, "somebody else").expect(202);
  }

  @Test
  void aboutOneThingTenInAnHour() {
    String asset = Some.asset(api).id();
    List<Answer> answers = Together.times(12, i -> report(stranger(), asset, "number " + i));
    assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(10);
    assertThat(unread(asset)).hasSize(10);
    // Nor does it tell whether there is such a thing.
    String nothing = Some.word();
    for (int i = 0; i < 10; i++) {
      report(stranger(), nothing, "number " + i).expect(202);
    }
    report(stranger(), nothing, "one more").expect(429);
  }

  @Test
  void whoIsSignedInIsNamed() {
    String asset = Some.asset(api).id();
    Api member = Colleague.with("MEMBER").signIn();
    report(member, asset, "Squeaks").expect(202);
    assertThat(unread(asset).get(0).getJsonObject("user").getString("name")).startsWith("Kim");
    String id = unread(asset).get(0).getString("id");
    reject(member, id).expect(403);
    reject(api, id).expect(200);
    assertThat(unread(asset)).isEmpty();
    JsonObject rejected = api.get("/v1/fault-reports/" + id).expect(200).json();
    assertThat(rejected.getString("state")).isEqualTo("REJECTED");
    assertThat(rejected.getString("reason")).isEqualTo("As it should be");
    api.post("/v1/fault-reports/" + id + "/reject", json("{'reason': ' '}")).expect(422);
  }

  @Test
  void threePhotosAreTakenAndGoWithTheWorkOrder() {
    String asset = Some.asset(api).id();
    Api who = stranger();
    String key = report(who, asset, "It leaks").expect(202).json().getString("photoKey");
    String id = unread(asset).get(0).getString("id");
    List<Answer> sent = Together.times(5, i -> photo(who, key, "leak.jpg", JPEG));
    assertThat(sent).extracting(Answer::status).containsOnly(202);
    String of = "/v1/documents?kind=fault-report&of=" + id;
    List<JsonObject> photos = api.get(of).expect(200).items();
    assertThat(photos).hasSize(3);
    photo(who, key, "leak.jpg", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).expect(422);
    photo(who, key, "leak.jpg", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)).expect(422);
    byte[] large = Arrays.copyOf(JPEG, 5 * 1024 * 1024 + 1);
    photo(who, key, "leak.jpg", large).expect(422);
    // Whoever only sees the asset does not see what a stranger sent, until somebody has looked.
    Api auditor = Colleague.with("AUDITOR").signIn();
    String path = "/v1/documents/" + photos.get(0).getString("id");
    auditor.get(of).expect(404);
    auditor.get(path).expect(404);
    auditor.get(path + "/content").expect(404);
    stranger().get(path + "/content").expect(401);
    String order =
        api.post("/v1/fault-reports/" + id + "/accept", json("{'title': 'Leak'}"))
            .expect(200)
            .json()
            .getJsonObject("order")
            .getString("id");
    assertThat(auditor.get("/v1/documents?kind=work-order&of=" + order).items()).hasSize(3);
    Answer content = auditor.get(path + "/content").expect(200);
    assertThat(content.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(content.header("Content-Security-Policy")).contains("sandbox");
    photo(who, key, "late.jpg", JPEG).expect(202);
    assertThat(api.get("/v1/documents?kind=work-order&of=" + order).items()).hasSize(3);
  }

  @Test
  void aPhotoTellsNotWhetherThereIsSomething() {
    Api who = stranger();
    String key = report(who, "nothing", "x").expect(202).json().getString("photoKey");
    for (int i = 0; i < 5; i++) {
      Answer answer = photo(who, key, "x.jpg", JPEG).expect(202);
      assertThat(answer.body()).isEmpty();
    }
    photo(who, "no key", "x.jpg", JPEG).expect(202);
  }

  private static Answer photo(Api who, String key, String name, byte[] content) {
    return who.upload("/v1/fault-reports/photos?key=" + Text.encoded(key), name, content, Map.of());
  }

  @Test
  void hostileWordsStayWords() {
    String asset = Some.asset(api).id();
    String hostile = "<script>alert(1)</script> $asset }) DETACH DELETE (a) \u202e \\u0000";
    report(stranger(), asset, hostile).expect(202);
    assertThat(unread(asset).get(0).getString("text")).contains("<script>", "DETACH DELETE");
    report(stranger(), asset, "x".repeat(4001)).expect(422);
    report(stranger(), asset, " ").expect(422);
    report(stranger(), "x".repeat(65), "x").expect(422);
    api.delete("/v1/assets/" + asset).expect(204);
    report(stranger(), asset, "gone").expect(202);
    assertThat(unread(asset)).isEmpty();
  }

  @Test
  void onlyWhoWorksOnTheAssetReadsAndDecides() {
    String inside = place();
    String asset = placed("F-" + Some.word(), place());
    report(stranger(), asset, "It leaks").expect(202);
    String id = unread(asset).get(0).getString("id");
    Api elsewhere = Colleague.over("TECHNICIAN", "LOCATION", inside).signIn();
    assertThat(elsewhere.get("/v1/fault-reports?limit=200").expect(200).body()).doesNotContain(id);
    elsewhere.get("/v1/fault-reports/" + id).expect(404);
    reject(elsewhere, id).expect(404);
  }

  /** By a role of their own, a grant, or a grant of their team; nobody else. */
  @Test
  void thoseInChargeHearOfItOnceAnHour() {
    String place = place();
    String tag = "F-" + Some.word();
    String asset = placed(tag, place);
    Colleague technician = Colleague.over("TECHNICIAN", "LOCATION", place);
    Colleague manager = Colleague.with("MANAGER");
    Colleague inTeam = Colleague.with(null);
    String team = api.post("/v1/teams", json("{'name': 'T %s'}", Some.word())).expect(201).id();
    api.post("/v1/teams/" + team + "/members", json("{'personId': '%s'}", user(inTeam)))
        .expect(200);
    api.post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': 'MANAGER', 'overKind': 'LOCATION', 'overId': '%s'}",
                team, place))
        .expect(201);
    List<Colleague> others =
        List.of(
            Colleague.over("AUDITOR", "LOCATION", place),
            Colleague.over("TECHNICIAN", "LOCATION", place()),
            Colleague.with("MEMBER"));
    report(stranger(), asset, "Click on http://evil.example").expect(202);
    report(stranger(), asset, "It smokes").expect(202);
    tell();
    for (Colleague one : List.of(technician, manager, inTeam)) {
      assertThat(letter(one, 2))
          .contains(tag, "(2)", "/maintenance/reports")
          .doesNotContain("evil", "smokes");
    }
    report(stranger(), asset, "Still").expect(202);
    tell();
    assertThat(others).allSatisfy(other -> assertThat(toldAt(other)).isEqualTo("never"));
    assertThat(Mailbox.of(technician.email()).count()).isEqualTo(2);
    hourPasses(technician);
    tell();
    assertThat(letter(technician, 3)).contains(tag, "(3)");
    // Somebody has decided meanwhile: there is nothing left to say.
    report(stranger(), asset, "Again").expect(202);
    unread(asset).forEach(report -> reject(api, report.getString("id")).expect(200));
    hourPasses(technician);
    tell();
    others.forEach(other -> assertThat(Mailbox.of(other.email()).count()).isEqualTo(1));
    assertThat(Mailbox.of(technician.email()).count()).isEqualTo(3);
  }

  private static String placed(String tag, String place) {
    return api.post(
            "/v1/assets", json("{'tag': '%s', 'name': 'Pump', 'locationId': '%s'}", tag, place))
        .expect(201)
        .id();
  }

  private static String user(Colleague colleague) {
    return api.get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
  }

  /** Does what is done every few minutes. */
  private static void tell() {
    String job = api.post("/v1/jobs/schedules/faults-reported/run").expect(200).id();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                api.get("/v1/jobs/bulk/" + job)
                    .expect(200)
                    .json()
                    .getJsonObject("job")
                    .getString("state")
                    .equals("completed"));
  }

  /** Without the line ends of quoted-printable. */
  private static String letter(Colleague to, int number) {
    return Mailbox.of(to.email()).text(number).replaceAll("=\r?\n", "");
  }

  private static String toldAt(Colleague colleague) {
    return Cypher.run(
            "MATCH (u:User {email: $email}) RETURN toString(coalesce(u.faultsToldAt, 'never'))",
            Map.of("email", colleague.email()))
        .get(0)
        .get(0)
        .asString();
  }

  private static void hourPasses(Colleague colleague) {
    Cypher.run(
        """
        MATCH (u:User {email: $email})
        SET u.faultsToldAt = u.faultsToldAt - duration('PT1H'),
            u.faultsDueAt = u.faultsDueAt - duration('PT1H')
        """,
        Map.of("email", colleague.email()));
  }
}
