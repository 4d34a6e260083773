package asset2go.kit;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kits as a file: what was exported is read back, kits within kits included. */
final class KitFileTest {

  private static final int KITS = 205;

  private final Api api = OneSystem.api();
  private final Imports imports = new Imports(api);
  private final String word = Some.word();

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private String kit(String name, String description, JsonArrayBuilder slots) {
    return api.post(
            "/v1/kits",
            Json.createObjectBuilder()
                .add("name", name)
                .add("description", description)
                .add("slots", slots)
                .build())
        .expect(201)
        .id();
  }

  private static jakarta.json.JsonObjectBuilder slot(
      String name, int quantity, Map<String, Kit.Kind> accepts) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    accepts.forEach(
        (id, kind) ->
            all.add(Json.createObjectBuilder().add("kind", kind.name()).add("id", id).build()));
    return Json.createObjectBuilder()
        .add("name", name)
        .add("quantity", quantity)
        .add("accepts", all);
  }

  private String csv(String q) {
    Answer file = api.get("/v1/kits?format=csv&q=" + encoded(q)).expect(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    return file.body();
  }

  private JsonObject run(String file, boolean dryRun) {
    return imports.finished(
        imports
            .start(
                "kits", "kits.csv", file.getBytes(UTF_8), Map.of("dryRun", String.valueOf(dryRun)))
            .expect(202)
            .id());
  }

  /** The kits of this test by name, without ids and versions. */
  private String shown() {
    return api.all("/v1/kits?q=" + word).stream()
        .map(
            kit ->
                kit.getString("name")
                    + " "
                    + kit.getString("description", "")
                    + " "
                    + kit.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
                        .map(KitFileTest::words)
                        .toList())
        .collect(Collectors.joining("\n"));
  }

  private static String words(JsonObject slot) {
    return slot.getInt("quantity")
        + " "
        + slot.getString("name")
        + slot.getJsonArray("accepts").getValuesAs(JsonObject.class).stream()
            .map(one -> one.getString("kind") + " " + one.getJsonObject("what").getString("name"))
            .toList();
  }

  @Test
  void whatWasExportedIsReadBack() {
    String model = "Lamp, " + word;
    String byOne = made("/v1/manufacturers", "{'name': 'One %s'}", word);
    String byNone = made("/v1/models", "{'name': '%s'}", model);
    String lamp = made("/v1/models", "{'name': '%s', 'manufacturerId': '%s'}", model, byOne);
    String category = made("/v1/categories", "{'name': 'Cables %s'}", word);
    String inner =
        kit(
            "Z inner " + word,
            "First line\nsecond \"line\"",
            Json.createArrayBuilder()
                .add(slot("=Lamp", 2, Map.of(lamp, Kit.Kind.MODEL)))
                .add(slot("Lead", 1, Map.of(category, Kit.Kind.CATEGORY))));
    String middle =
        kit(
            "M middle " + word,
            "",
            Json.createArrayBuilder()
                .add(slot("Light", 3, Map.of(inner, Kit.Kind.KIT)))
                .add(slot("Spare", 1, Map.of(byNone, Kit.Kind.MODEL)))
                .add(slot("SPARE", 4, Map.of(lamp, Kit.Kind.MODEL))));
    String outer =
        kit(
            "A outer " + word,
            "All",
            Json.createArrayBuilder()
                .add(slot("Stage", 2, Map.of(middle, Kit.Kind.KIT)))
                .add(slot("Light", 1, Map.of(inner, Kit.Kind.KIT))));
    String before = shown();
    String file = csv(word);
    assertThat(file.lines().findFirst().orElseThrow())
        .isEqualTo("kit,slot,nth,quantity,accepts,kind,manufacturer,description");
    assertThat(file).contains("'=Lamp", "SPARE,2,4,", "One " + word, "\"Lamp, " + word + "\"");
    for (boolean dryRun : new boolean[] {true, false}) {
      JsonObject same = run(file, dryRun);
      assertThat(imports.errors(same.getString("id"))).isEmpty();
      assertThat(same.getInt("unchanged")).as(same.toString()).isEqualTo(7);
    }
    List.of(outer, middle, inner).forEach(id -> api.delete("/v1/kits/" + id).expect(204));
    assertThat(run(file, true).getInt("created")).isEqualTo(7);
    JsonObject again = run(file, false);
    assertThat(again.getInt("created")).as(again.toString()).isEqualTo(7);
    assertThat(shown()).isEqualTo(before);
    Api member = Colleague.with("MEMBER").signIn();
    Api page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + member.token());
    assertThat(page.get("/kits.csv?q=" + word).expect(200).body()).isEqualTo(csv(word));
    assertThat(page.get("/kits?q=" + word).expect(200).body()).contains("/kits.csv?q=" + word);
  }

  /** More than are read at a time, and more than one batch of rows. */
  @Test
  void allOfItComesHoweverLong() {
    made("/v1/models", "{'name': 'Part %s'}", word);
    StringBuilder rows = new StringBuilder("kit,slot,accepts,kind\n");
    // What stands within the others comes to be known only in the second batch of rows.
    for (int i = 0; i < KITS; i++) {
      for (int j = 0; j < 4; j++) {
        rows.append("Many %s %03d,Part %d,Part %s,%n".formatted(word, i, j, word));
      }
      rows.append("Many %1$s %2$03d,Whole,Many %1$s inner %2$03d,kit%n".formatted(word, i));
    }
    for (int i = 0; i < KITS; i++) {
      rows.append("Many %s inner %03d,Part,Part %s,%n".formatted(word, i, word));
    }
    int all = 6 * KITS;
    assertThat(run(rows.toString(), true).getInt("created")).isEqualTo(all);
    JsonObject run = run(rows.toString(), false);
    assertThat(imports.errors(run.getString("id"))).isEmpty();
    assertThat(run.getInt("created")).as(run.toString()).isEqualTo(all);
    String file = csv("Many " + word);
    assertThat(file.lines().skip(1)).hasSize(all).doesNotHaveDuplicates();
    assertThat(run(file, true).getInt("unchanged")).isEqualTo(all);
  }

  @Test
  void whatCannotStandWithinAnotherIsRefused() {
    made("/v1/models", "{'name': 'Part %s'}", word);
    StringBuilder rows = new StringBuilder("kit,slot,accepts,kind\n");
    row(rows, "1", "Part", "Part " + word, "");
    row(rows, "2", "a", "K" + word + " 1", "kit");
    row(rows, "1", "b", "K" + word + " 2", "kit");
    row(rows, "2", "c", "K" + word + " 2", "kit");
    row(rows, "3", "a", "K" + word + " 2", "");
    row(rows, "4", "a", "K" + word + " 3", "kit");
    row(rows, "5", "a", "K" + word + " 4", "kit");
    row(rows, "6", "a", "K" + word + " 5", "kit");
    row(rows, "2", "a", "Part " + word, "model");
    row(rows, "1", "Part", "K" + word + " 9", "kit");
    row(rows, "9", "x", "nothing " + word, "");
    JsonObject run = run(rows.toString(), false);
    assertThat(imports.errors(run.getString("id")))
        .extracting(error -> error.getInt("line") + " " + error.getString("reason"))
        .containsExactlyInAnyOrder(
            "4 would make a kit part of itself",
            "5 would make a kit part of itself",
            "9 is too deep: kits may be 5 deep",
            "10 is filled by a kit, which fills it alone",
            "11 is the name of no kit, nor of one with a good row in this file",
            "12 is the name of no model, no category and no kit");
    assertThat(run.getInt("created")).as(run.toString()).isEqualTo(5);
  }

  private void row(StringBuilder rows, String kit, String slot, String accepts, String kind) {
    rows.append("K%s %s,%s,%s,%s%n".formatted(word, kit, slot, accepts, kind));
  }

  @Test
  void modelsOfOneNameAreToldApartByWhoMakesThem() {
    String one = made("/v1/manufacturers", "{'name': 'One %s'}", word);
    String two = made("/v1/manufacturers", "{'name': 'Two %s'}", word);
    made("/v1/models", "{'name': 'Twin %s', 'manufacturerId': '%s'}", word, one);
    made("/v1/models", "{'name': 'Twin %s', 'manufacturerId': '%s'}", word, two);
    String rows =
        "kit,slot,accepts,maker\nT%1$s,a,Twin %1$s,two %1$s\nT%1$s,a,Twin %1$s,\n"
            + "T%1$s,a,Twin %1$s,Three\n";
    JsonObject run = run(rows.formatted(word), false);
    assertThat(imports.errors(run.getString("id")))
        .extracting(error -> error.getInt("line") + " " + error.getString("reason"))
        .containsExactlyInAnyOrder(
            "3 is the name of several models", "4 is the name of no model by this manufacturer");
    assertThat(run.getInt("created")).isEqualTo(1);
  }
}
