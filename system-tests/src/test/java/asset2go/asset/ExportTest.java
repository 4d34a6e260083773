package asset2go.asset;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list as a file: whole, only what one may see, harmless, and read back without a change. */
final class ExportTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private String csv(Api who, String query) {
    Answer file = who.get("/v1/assets?format=csv&" + query).expect(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    return file.body();
  }

  @Test
  void whatWasExportedIsReadBackWithoutAChange() {
    String place = Some.location(api, "").id();
    String category = made("/v1/categories", "{'name': 'Things %s'}", word);
    String maker = made("/v1/manufacturers", "{'name': 'Maker %s'}", word);
    String model =
        made(
            "/v1/models",
            "{'name': 'M %s', 'categoryId': '%s', 'manufacturerId': '%s'}",
            word,
            category,
            maker);
    String site = field(category, "Site", "NUMBER", false);
    String formula = field(category, "Formula " + word, "TEXT", false);
    String pin = field(category, "Pin " + word, "TEXT", true);
    String supplier = made("/v1/suppliers", "{'name': 'S, %s'}", word);
    String whole =
        api.post(
                "/v1/assets",
                Json.createObjectBuilder()
                    .add("tag", "X-" + word + "-1")
                    .add("name", "=Whole \"" + word + "\"; 1")
                    .add("serial", "-5")
                    .add("modelId", model)
                    .add("locationId", place)
                    .add("condition", "FAIR")
                    .add("notes", "First line\nsecond, 'line'")
                    .add(
                        "purchase",
                        Json.createObjectBuilder()
                            .add("price", "1.299")
                            .add("currency", "EUR")
                            .add("date", "2025-01-31")
                            .add("supplierId", supplier)
                            .add("orderNumber", "0012"))
                    .add(
                        "fields",
                        Json.createObjectBuilder()
                            .add(site, -12.5)
                            .add(formula, "'=cmd")
                            .add(pin, "4711"))
                    .build())
            .expect(201)
            .id();
    String inside =
        made("/v1/assets", "{'tag': 'X-%s-2', 'name': 'In', 'containerId': '%s'}", word, whole);
    String person = Some.person(api).id();
    String held = made("/v1/assets", "{'tag': 'X-%s-3', 'name': 'Held'}", word);
    api.post(
            "/v1/assets/" + held + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
    String placed = made("/v1/assets", "{'tag': 'X-%s-4', 'name': 'Placed'}", word);
    api.post(
            "/v1/assets/" + placed + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'LOCATION', 'id': '%s'}}", place))
        .expect(200);
    String file = csv(api, "tag=X-" + word + "&sort=-tag");
    assertThat(file.lines().findFirst().orElseThrow()).contains("field.Site", "field.Pin " + word);
    assertThat(file)
        .contains("\"'=Whole \"\"" + word + "\"\"; 1\"", "'-12.5", "''=cmd", "1.2990", "4711");
    assertThat(file.indexOf("X-" + word + "-4")).isLessThan(file.indexOf("X-" + word + "-1"));
    assertThat(inside).isNotEmpty();

    Imports imports = new Imports(api);
    JsonObject run =
        imports.finished(
            imports
                .start(
                    "assets",
                    "assets.csv",
                    file.getBytes(StandardCharsets.UTF_8),
                    Map.of("dryRun", "true", "createMissing", "false"))
                .expect(202)
                .id());
    assertThat(imports.errors(run.getString("id"))).isEmpty();
    assertThat(run.toString())
        .contains("\"unchanged\":4", "\"created\":0", "\"updated\":0", "\"failed\":0");
  }

  private String field(String category, String name, String kind, boolean sensitive) {
    return made(
        "/v1/fields",
        "{'categoryId': '%s', 'name': '%s', 'kind': '%s', 'sensitive': %s}",
        category,
        name,
        kind,
        sensitive);
  }

  @Test
  void oneGetsWhatOneSees() {
    String place = Some.location(api, "").id();
    String category = made("/v1/categories", "{'name': 'Safes %s'}", word);
    String model = made("/v1/models", "{'name': 'S %s', 'categoryId': '%s'}", word, category);
    String pin = field(category, "Code " + word, "TEXT", true);
    String body =
        "{'tag': 'Y-%s-%s', 'name': 'Safe', 'modelId': '%s', 'locationId': %s, 'fields': {'%s':"
            + " 'open %s'}}";
    made("/v1/assets", body, word, 1, model, "\"" + place + "\"", pin, word);
    made("/v1/assets", body, word, 2, model, "null", pin, word);
    assertThat(csv(api, "tag=Y-" + word))
        .contains("Y-" + word + "-1", "Y-" + word + "-2", "open " + word);
    Api member = Colleague.over("MEMBER", "LOCATION", place).signIn();
    assertThat(csv(member, "tag=Y-" + word))
        .contains("Y-" + word + "-1")
        .doesNotContain("Y-" + word + "-2", "open " + word, "Code " + word);
    api.get("/v1/assets?format=csv&status=GONE").expect(400);
    Api page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + member.token());
    assertThat(page.get("/assets.csv?tag=" + encoded("Y-" + word)).expect(200).body())
        .isEqualTo(csv(member, "tag=Y-" + word));
    assertThat(page.get("/assets?tag=Y-" + word).expect(200).body())
        .contains("/assets.csv?tag=Y-" + word);
  }

  /** More than are read at a time. */
  @Test
  void allOfItComesHoweverLong() {
    StringBuilder rows = new StringBuilder("tag,name\n");
    for (int i = 0; i < 1234; i++) {
      rows.append("Z-%s-%04d,Many %d%n".formatted(word, i, i));
    }
    new Imports(api).run("assets", "many.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(csv(api, "tag=Z-" + word + "&limit=5").lines().skip(1).map(row -> row.split(",")[0]))
        .hasSize(1234)
        .doesNotHaveDuplicates()
        .isSorted();
  }
}
