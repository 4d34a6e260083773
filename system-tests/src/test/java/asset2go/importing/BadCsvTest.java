package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Text;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Twelve kinds of bad file, and the answer that whoever sent each one needs. */
final class BadCsvTest {

  private static Api api;
  private static Imports imports;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
    imports = new Imports(api);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", "empty");
  }

  @Test
  void aHeaderAloneHasNoRows() {
    assertRefusedOr("tag,name\n", "no row", run -> assertThat(run.getInt("total")).isZero());
  }

  @Test
  void aColumnThatStandsTwiceIsRefused() {
    assertRefused("tag,name,Name\nA-%s,One,Two\n".formatted(Some.word()), "name");
  }

  @Test
  void columnsThatNobodyKnowsAreLeftOutAndSaidToBe() {
    String tag = "U-" + Some.word();
    byte[] file = utf8("tag,name,favourite colour\n%s,Lamp,green\n".formatted(tag));
    JsonObject run = imports.run("assets", "colours.csv", file);
    assertCompleted(run, 1, 0);
    assertThat(run.getJsonObject("mapping")).doesNotContainKey("favourite colour");
    Answer preview =
        api.upload("/v1/imports/preview", "colours.csv", file, Map.of("kind", "assets"));
    assertThat(preview.expect(200).json().getJsonArray("warnings").toString())
        .contains("favourite colour");
    assertThat(asset(tag)).isPresent();
  }

  @Test
  void aFileWithoutARequiredColumnIsRefused() {
    assertRefused("tag,serial\nA-1,123\n", "name");
  }

  @Test
  void aRowWithoutARequiredValueIsReportedAndSkipped() {
    String word = Some.word();
    JsonObject run =
        imports.run(
            "assets",
            "rows.csv",
            utf8("tag,name\n%s-1,Lamp\n%s-2,\n%s-3,Lamp\n".formatted(word, word, word)));
    assertCompleted(run, 2, 1);
    JsonObject error = onlyError(run);
    assertThat(error.getInt("line")).isEqualTo(3);
    assertThat(error.getString("column")).isEqualTo("name");
    assertThat(error.getString("reason")).isNotBlank();
  }

  @Test
  void aFileInAnotherEncodingKeepsItsLetters() {
    for (Charset charset :
        List.of(
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_8)) {
      String tag = "E-" + Some.word();
      String mark = charset.name().startsWith("UTF") ? "\uFEFF" : "";
      String text = "tag;name;serial\r\n%s;Prüfgerät für Größen, weiß;Öl\r\n".formatted(tag);
      JsonObject run = imports.run("assets", "export.csv", (mark + text).getBytes(charset));
      assertCompleted(run, 1, 0);
      assertThat(asset(tag).orElseThrow().getString("name"))
          .as(charset.name())
          .isEqualTo("Prüfgerät für Größen, weiß");
    }
  }

  @Test
  void carriageReturnsAloneEndLinesToo() {
    String word = Some.word();
    JsonObject run =
        imports.run(
            "assets",
            "mac.csv",
            utf8("tag,name\r%s-1,Lamp\r%s-2,\"Two\rlines\"\r".formatted(word, word)));
    assertCompleted(run, 2, 0);
    assertThat(asset(word + "-2").orElseThrow().getString("name")).contains("Two");
  }

  @Test
  void aCellOfAMegabyteCostsItsRowOnly() {
    String word = Some.word();
    String text =
        "tag,name,notes\n%s-1,Lamp,\"%s\"\n%s-2,Lamp,short\n"
            .formatted(word, "x".repeat(1024 * 1024), word);
    JsonObject run = imports.run("assets", "large.csv", utf8(text));
    assertCompleted(run, 1, 1);
    JsonObject error = onlyError(run);
    assertThat(error.getInt("line")).isEqualTo(2);
    assertThat(error.getString("column")).isEqualTo("notes");
    assertThat(error.getString("value")).hasSizeLessThan(1000);
  }

  @Test
  void aSerialThatASpreadsheetHasRuinedIsReported() {
    String word = Some.word();
    JsonObject run =
        imports.run(
            "assets",
            "excel.csv",
            utf8(
                "tag,name,serial\n%s-1,Lamp,4.00638E+12\n%s-2,Lamp,4006381333931\n%s-3,Lamp,12E4X\n"
                    .formatted(word, word, word)));
    assertCompleted(run, 2, 1);
    JsonObject error = onlyError(run);
    assertThat(error.getString("column")).isEqualTo("serial");
    assertThat(error.getString("value")).isEqualTo("4.00638E+12");
    assertThat(asset(word + "-2").orElseThrow().getString("serial")).isEqualTo("4006381333931");
  }

  @Test
  void aFormulaIsTextHereAndHarmlessInWhatWeGiveBack() {
    String word = Some.word();
    String formula = "=HYPERLINK(\"\"http://x.test\"\",\"\"%s\"\")".formatted(word);
    JsonObject run =
        imports.run(
            "assets",
            "formula.csv",
            utf8(
                "tag,name,status\n%s-1,\"%s\",AVAILABLE\n%s-2,Lamp,\"%s\"\n"
                    .formatted(word, formula, word, formula)));
    assertCompleted(run, 1, 1);
    assertThat(asset(word + "-1").orElseThrow().getString("name")).startsWith("=HYPERLINK(");
    for (Answer csv :
        List.of(
            api.get("/v1/imports/" + run.getString("id") + "/errors?format=csv"),
            api.with("Accept", "text/csv").get("/v1/imports/" + run.getString("id") + "/errors"))) {
      assertThat(csv.expect(200).header("Content-Type")).startsWith("text/csv");
      assertThat(csv.body()).contains("HYPERLINK").doesNotContainPattern("(^|[,;\"\n])=HYPERLINK");
    }
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Refusal refusal = refuse("assets", "dependencies.csv", Datacenter.file("dependencies"));
    assertThat(refusal.words()).containsIgnoringCase("dependencies");
    assertThat(refuse("dependencies", "assets.csv", Datacenter.file("assets")).words())
        .isNotBlank();
  }

  @Test
  void aZipIsNoCsvWhateverItsName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("assets.csv"));
      zip.write(Datacenter.file("assets"));
      zip.closeEntry();
    }
    assertThat(refuse("assets", "assets.csv", bytes.toByteArray()).words())
        .containsIgnoringCase("zip");
  }

  @Test
  void whatIsNoImportAtAllIsRefusedAtOnce() {
    byte[] file = utf8("tag,name\nA,B\n");
    assertProblem(api.upload("/v1/imports", "x.csv", file, Map.of()));
    assertProblem(api.upload("/v1/imports", "x.csv", file, Map.of("kind", "people")));
    assertProblem(imports.start("assets", "x.csv", file, Map.of("dryRun", "perhaps")));
    assertProblem(imports.start("assets", "x.csv", file, Map.of("mapping", "{")));
    assertProblem(
        imports.start("assets", "x.csv", file, Map.of("mapping", "{\"tag\":\"nothing\"}")));
    assertProblem(api.post("/v1/imports", Text.json("{'kind': 'assets'}")));
  }

  @Test
  void aDryRunSaysWhatWouldBeAndWritesNothing() {
    String word = Some.word();
    byte[] file = utf8("tag,name,status\n%s-1,Lamp,\n%s-2,Lamp,GONE\n".formatted(word, word));
    String id = imports.start("assets", "dry.csv", file, Map.of("dryRun", "true")).expect(202).id();
    JsonObject dry = imports.finished(id);
    assertCompleted(dry, 1, 1);
    assertThat(dry.getBoolean("dryRun")).isTrue();
    assertThat(asset(word + "-1")).isEmpty();
    JsonObject real = imports.finished(api.post("/v1/imports/" + id + "/run").expect(202).id());
    assertCompleted(real, 1, 1);
    assertThat(asset(word + "-1")).isPresent();
  }

  /** What a user is told who may not go on: at the door, or by the run that failed. */
  private record Refusal(String words) {}

  private static void assertRefused(String text, String word) {
    assertThat(refuse("assets", "file.csv", utf8(text)).words()).containsIgnoringCase(word);
  }

  private static void assertRefusedOr(String text, String word, Consumer<JsonObject> otherwise) {
    Answer answer = imports.start("assets", "file.csv", utf8(text), Map.of());
    if (answer.status() == 202) {
      JsonObject run = imports.finished(answer.id());
      if (Imports.state(run).equals("completed")) {
        otherwise.accept(run);
      } else {
        assertThat(run.getString("message")).containsIgnoringCase(word);
      }
    } else {
      assertProblem(answer);
      assertThat(answer.json().getString("detail")).containsIgnoringCase(word);
    }
  }

  private static Refusal refuse(String kind, String name, byte[] file) {
    long assets = api.get("/v1/dashboard").expect(200).json().getInt("assets");
    Answer answer = imports.start(kind, name, file, Map.of());
    String words;
    if (answer.status() == 202) {
      JsonObject run = imports.finished(answer.id());
      assertThat(Imports.state(run)).as(run.toString()).isEqualTo("failed");
      words = run.getString("message");
    } else {
      assertProblem(answer);
      words = answer.json().getString("detail");
    }
    assertThat((long) api.get("/v1/dashboard").expect(200).json().getInt("assets"))
        .as("nothing is written")
        .isEqualTo(assets);
    return new Refusal(words);
  }

  private static void assertProblem(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isIn(400, 413, 415, 422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  private static void assertCompleted(JsonObject run, int taken, int failed) {
    assertThat(Imports.state(run)).as(run.toString()).isEqualTo("completed");
    assertThat(run.getInt("created")).as(run.toString()).isEqualTo(taken);
    assertThat(run.getInt("failed")).as(run.toString()).isEqualTo(failed);
    assertThat(run.getInt("processed")).isEqualTo(taken + failed);
  }

  private static JsonObject onlyError(JsonObject run) {
    List<JsonObject> errors = imports.errors(run.getString("id"));
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }

  private static Optional<JsonObject> asset(String tag) {
    return api.get("/v1/assets?q=" + tag).expect(200).items().stream()
        .filter(asset -> asset.getString("tag").equals(tag))
        .findFirst();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
