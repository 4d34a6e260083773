package asset2go.maintenance;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calibrations with their certificates: which counted when, and what goes out without one. */
final class CalibrationTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final byte[] PDF = "%PDF-1.7 certificate".getBytes(StandardCharsets.UTF_8);

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  private static String order(String asset, String kind) {
    return api.post(
            "/v1/work-orders",
            json("{'assetId': '%s', 'title': 'Compare', 'kind': '%s'}", asset, kind))
        .expect(201)
        .id();
  }

  private static Answer done(String asset, String calibration) {
    return api.post(
        "/v1/work-orders/" + order(asset, "CALIBRATION") + "/steps",
        json("{'to': 'DONE', 'calibration': " + calibration + "}"));
  }

  private static String passed(LocalDate on, LocalDate until) {
    return "{'result': 'PASSED', 'on': '%s', 'validUntil': '%s', 'certificate': 'K-1'}"
        .formatted(on, until);
  }

  private static String state(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getString("calibration", null);
  }

  private static List<JsonObject> validOn(String asset, LocalDate day) {
    return api.get("/v1/assets/" + asset + "/calibrations?validOn=" + day).expect(200).items();
  }

  @Test
  void theLatestSaysHowTheAssetStands() {
    String asset = Some.asset(api).id();
    assertThat(state(asset)).isNull();
    done(asset, passed(TODAY.minusYears(3), TODAY.minusYears(2))).expect(200);
    assertThat(state(asset)).isEqualTo("OVERDUE");
    done(asset, passed(TODAY, TODAY.plusYears(1))).expect(200);
    assertThat(state(asset)).isEqualTo("VALID");
    // What is written down afterwards was before that.
    done(asset, "{'result': 'FAILED', 'on': '%s'}".formatted(TODAY.minusYears(1))).expect(200);
    assertThat(state(asset)).isEqualTo("VALID");
    done(asset, "{'result': 'FAILED', 'deviation': 'Half a turn'}").expect(200);
    assertThat(state(asset)).isEqualTo("FAILED");
    List<JsonObject> all = api.all("/v1/assets/" + asset + "/calibrations?limit=2");
    assertThat(all).hasSize(4);
    assertThat(all.get(0).getString("deviation")).isEqualTo("Half a turn");
    assertThat(api.get("/v1/assets/" + asset + "/events").expect(200).body())
        .contains("CALIBRATED", "K-1");
  }

  @Test
  void ofADayOneCountsOrNone() {
    String asset = Some.asset(api).id();
    done(asset, passed(TODAY.minusYears(3), TODAY.minusYears(2))).expect(200);
    done(asset, passed(TODAY.minusYears(1), TODAY.plusYears(1))).expect(200);
    assertThat(validOn(asset, TODAY.minusYears(4))).isEmpty();
    assertThat(validOn(asset, TODAY.minusYears(2))).hasSize(1);
    assertThat(validOn(asset, TODAY.minusYears(2).plusDays(1))).isEmpty();
    assertThat(validOn(asset, TODAY).get(0).getString("on"))
        .isEqualTo(TODAY.minusYears(1).toString());
    api.get("/v1/assets/" + asset + "/calibrations?validOn=yesterday").expect(400);
    api.get("/v1/assets/nothing/calibrations").expect(404);
  }

  @Test
  void listsFindWhatIsOverdue() {
    String word = Some.word();
    String overdue = Some.asset(api, "CAL-O-" + word).id();
    String valid = Some.asset(api, "CAL-V-" + word).id();
    String failed = Some.asset(api, "CAL-F-" + word).id();
    done(overdue, passed(TODAY.minusDays(9), TODAY.minusDays(1))).expect(200);
    done(valid, passed(TODAY, TODAY)).expect(200);
    done(failed, "{'result': 'FAILED'}").expect(200);
    assertThat(found("overdue", word)).containsExactly(overdue);
    assertThat(found("valid", word)).containsExactly(valid);
    assertThat(found("failed", word)).containsExactly(failed);
    api.get("/v1/assets?calibration=somehow").expect(400);
  }

  private static List<String> found(String state, String word) {
    return api.all("/v1/assets?q=" + word + "&calibration=" + state).stream()
        .map(asset -> asset.getString("id"))
        .toList();
  }

  @Test
  void whatIsSaidHasToFit() {
    String asset = Some.asset(api).id();
    String order = order(asset, "CALIBRATION");
    Answer unsaid = api.post("/v1/work-orders/" + order + "/steps", json("{'to': 'DONE'}"));
    assertThat(unsaid.expect(422).body()).contains("calibration.result", "REQUIRED");
    assertThat(done(asset, "{'result': 'PASSED'}").expect(422).body()).contains("validUntil");
    done(asset, passed(TODAY, TODAY.minusDays(1))).expect(422);
    done(asset, passed(TODAY.plusDays(2), TODAY.plusDays(9))).expect(422);
    done(asset, "{'result': 'FAILED', 'validUntil': '%s'}".formatted(TODAY)).expect(422);
    done(asset, "{'result': 'PERHAPS'}").expect(400);
    api.post(
            "/v1/work-orders/" + order(asset, "REPAIR") + "/steps",
            json("{'to': 'DONE', 'calibration': {'result': 'FAILED'}}"))
        .expect(422);
    assertThat(state(asset)).isNull();
  }

  @Test
  void aCategoryMayWantItBeforeSomethingGoesOut() {
    String word = Some.word();
    String above = api.post("/v1/categories", json("{'name': '%s'}", word)).expect(201).id();
    String category =
        api.post("/v1/categories", json("{'name': 'x%s', 'parentId': '%s'}", word, above))
            .expect(201)
            .id();
    String model =
        api.post("/v1/models", json("{'name': '%s', 'categoryId': '%s'}", word, category))
            .expect(201)
            .id();
    String asset =
        api.post("/v1/assets", json("{'tag': 'C-%s', 'name': 'x', 'modelId': '%s'}", word, model))
            .expect(201)
            .id();
    String person = Some.person(api).id();
    JsonObject out =
        json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person);
    JsonObject basket =
        json("{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}}", asset, person);
    api.patch("/v1/categories/" + above, json("{'needsCalibration': true}")).expect(200);
    assertThat(api.post("/v1/assets/" + asset + "/transitions", out).expect(409).body())
        .contains("NOT_CALIBRATED");
    assertThat(api.post("/v1/custodies", basket).expect(409).body()).contains("NOT_CALIBRATED");
    done(asset, passed(TODAY.minusDays(9), TODAY.minusDays(1))).expect(200);
    api.post("/v1/assets/" + asset + "/transitions", out).expect(409);
    done(asset, passed(TODAY, TODAY)).expect(200);
    api.post("/v1/assets/" + asset + "/transitions", out).expect(200);
    // A name that is changed leaves the rest as it was.
    JsonObject renamed =
        api.patch("/v1/categories/" + above, json("{'name': 'y%s'}", word)).expect(200).json();
    assertThat(renamed.getBoolean("needsCalibration")).isTrue();
  }

  @Test
  void aCustodyHasPhotosOfHowItWentOutAndCameBack() {
    String asset = Some.asset(api).id();
    JsonObject taker = json("{'kind': 'PERSON', 'id': '%s'}", Some.person(api).id());
    JsonObject out = json("{'to': 'CHECKED_OUT', 'custodian': " + taker + "}");
    api.post("/v1/assets/" + asset + "/transitions", out).expect(200);
    String path = "/v1/assets/" + asset + "/custody";
    String custody = api.get(path).expect(200).items().get(0).getString("id");
    String of = "/v1/documents?kind=custody&of=" + custody;
    byte[] png = "\u0089PNG\r\n\u001a\n...".getBytes(StandardCharsets.ISO_8859_1);
    api.upload(of, "out.png", png, Map.of()).expect(201);
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'AVAILABLE', 'condition': 'POOR'}"))
        .expect(200);
    api.upload(of, "back.png", png, Map.of()).expect(201);
    JsonObject shown = api.get(path).expect(200).items().get(0);
    assertThat(shown.getJsonArray("documents").getValuesAs(JsonObject.class))
        .extracting(one -> one.getString("name"))
        .containsExactly("out.png", "back.png");
  }

  /** Who has it when it comes back damaged is not asked of those before it was found good. */
  @Test
  void aCalibrationAndAnInspectionSayThatItWasGood() {
    String asset = Some.asset(api).id();
    lend(asset, "FAIR");
    done(asset, passed(TODAY, TODAY)).expect(200);
    String second = lend(asset, "POOR");
    assertThat(suspects(asset)).containsExactly(second);
    String inspection = order(asset, "INSPECTION");
    api.post(
            "/v1/work-orders/" + inspection + "/steps", json("{'to': 'DONE', 'condition': 'GOOD'}"))
        .expect(200);
    String third = lend(asset, "UNUSABLE");
    assertThat(suspects(asset)).containsExactly(third);
  }

  /** Hands it to somebody and takes it back. */
  private static String lend(String asset, String condition) {
    String person = Some.person(api).id();
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'AVAILABLE', 'condition': '%s'}", condition))
        .expect(200);
    return person;
  }

  private static List<String> suspects(String asset) {
    JsonObject trail = api.get("/v1/assets/" + asset + "/custody/damage").expect(200).json();
    return trail.getJsonArray("custodies").getValuesAs(JsonObject.class).stream()
        .map(custody -> custody.getJsonObject("holder").getString("id"))
        .toList();
  }

  @Test
  void ofOneThingFiftyAreKept() {
    String order = order(Some.asset(api).id(), "REPAIR");
    String of = "/v1/documents?kind=work-order&of=" + order;
    List<Answer> answers = Together.times(53, i -> api.upload(of, i + ".pdf", PDF, Map.of()));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(50);
    assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
    assertThat(api.get(of).expect(200).items()).hasSize(50);
  }

  @Test
  void aCertificateIsKeptAndShownToWhoSeesTheAsset() {
    String asset = Some.asset(api).id();
    done(asset, passed(TODAY, TODAY.plusDays(1))).expect(200);
    String id = validOn(asset, TODAY).get(0).getString("id");
    String of = "/v1/documents?kind=calibration&of=" + id;
    JsonObject added = api.upload(of, "K 1.pdf", PDF, Map.of()).expect(201).json();
    assertThat(added.getString("mediaType")).isEqualTo("application/pdf");
    assertThat(validOn(asset, TODAY).get(0).getJsonArray("documents")).hasSize(1);
    Api auditor = Colleague.with("AUDITOR").signIn();
    String path = "/v1/documents/" + added.getString("id");
    Answer content = auditor.get(path + "/content").expect(200);
    assertThat(content.body()).isEqualTo("%PDF-1.7 certificate");
    assertThat(content.header("Content-Disposition")).contains("attachment", "K%201.pdf");
    auditor.delete(path).expect(403);
    auditor.upload(of, "x.pdf", PDF, Map.of()).expect(403);
    api.upload(of, "x.pdf", "MZ no document".getBytes(StandardCharsets.UTF_8), Map.of())
        .expect(422);
    api.upload(of, "x.pdf", new byte[0], Map.of()).expect(400);
    byte[] large = new byte[5 * 1024 * 1024 + 1];
    System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, large, 0, 3);
    api.upload(of, "x.jpg", large, Map.of()).expect(422);
    api.upload("/v1/documents?kind=calibration&of=nothing", "x.pdf", PDF, Map.of()).expect(404);
    api.get("/v1/documents?kind=nothing&of=" + id).expect(400);
    api.delete(path).expect(204);
    api.get(path).expect(404);
    api.get(path + "/content").expect(404);
    assertThat(validOn(asset, TODAY).get(0).getJsonArray("documents")).isEmpty();
  }
}
