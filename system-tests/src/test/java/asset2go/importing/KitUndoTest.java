package asset2go.importing;

import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An import of kits is taken back: kits that it made go, slots that it added to others too. */
final class KitUndoTest {

  private final Api api = OneSystem.api();
  private final Imports imports = new Imports(api);
  private final String word = Some.word();
  private final String lamp = model("Lamp");
  private final String spare = model("Spare");

  private String model(String name) {
    String id = api.post("/v1/models", json("{'name': '%s %s'}", name, word)).expect(201).id();
    api.post(
            "/v1/assets",
            json("{'tag': '%s%s', 'name': '%s', 'modelId': '%s'}", name, word, name, id))
        .expect(201);
    return id;
  }

  private String kit(String name) {
    return api.post(
            "/v1/kits",
            json(
                "{'name': '%s %s', 'description': 'Mine', 'slots': [{'name': 'Light', 'quantity':"
                    + " 1, 'accepts': [{'kind': 'MODEL', 'id': '%s'}]}]}",
                name, word, lamp))
        .expect(201)
        .id();
  }

  private String imported(String rows) {
    JsonObject run = imports.run("kits", "kits.csv", rows.replace("W", word).getBytes(UTF_8));
    assertThat(run.getInt("failed")).as(run.toString()).isZero();
    assertThat(run.getBoolean("undoable")).isTrue();
    return run.getString("id");
  }

  private Map<String, String> kits() {
    return api.all("/v1/kits?limit=200&q=" + word).stream()
        .collect(
            Collectors.toMap(
                kit -> kit.getString("name").replace(" " + word, ""),
                kit ->
                    kit.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
                        .map(KitUndoTest::words)
                        .collect(Collectors.joining("; "))
                        .replace(" " + word, "")));
  }

  private static String words(JsonObject slot) {
    return slot.getInt("quantity")
        + " "
        + slot.getString("name")
        + " "
        + slot.getJsonArray("accepts").getValuesAs(JsonObject.class).stream()
            .map(one -> one.getJsonObject("what").getString("name"))
            .toList();
  }

  private String id(String name) {
    return api.get("/v1/kits?q=" + name + "+" + word).items().get(0).getString("id");
  }

  private Answer book(String kit) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(5));
    return api.post(
        "/v1/bookings",
        json(
            "{'from': '%s', 'to': '%s', 'lines': [{'kitId': '%s', 'quantity': 1}]}",
            from, from.plus(Duration.ofHours(2)), kit));
  }

  private static void counts(JsonObject run, int changed, int refused) {
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
    assertThat(List.of(run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(changed, refused);
  }

  private Map<String, String> refused(JsonObject run) {
    return api.get("/v1/bulk/" + run.getString("id") + "/items?outcome=refused").items().stream()
        .collect(
            Collectors.toMap(
                item -> item.getString("name").replace(" " + word, ""),
                item -> item.getJsonObject("error").getString("code")));
  }

  /** Kits within kits as well: those around go first. */
  @Test
  void whatItMadeGoesAndWhatItAddedToOthersToo() {
    String old = kit("Old");
    String id =
        imported(
            """
            kit,slot,quantity,accepts,description
            Inner W,Lamp,2,Lamp W,
            Outer W,Inside,1,Inner W,
            Outer W,Spare,1,Spare W,
            Old W,Light,3,Spare W,Theirs
            Old W,Inside,1,Inner W,
            """);
    assertThat(kits()).hasSize(3).containsEntry("Old", "3 Light [Lamp, Spare]; 1 Inside [Inner]");
    JsonObject dry = imports.undone(id, true);
    counts(dry, 3, 0);
    assertThat(kits()).hasSize(3);
    counts(imports.undone(id, false), 3, 0);
    assertThat(kits()).isEqualTo(Map.of("Old", "1 Light [Lamp]"));
    assertThat(api.get("/v1/kits/" + old).json().getString("description")).isEqualTo("Mine");
    assertThat(api.get("/v1/kits/" + old + "/events").items().get(0).getString("kind"))
        .isEqualTo("CHANGED");
    api.post("/v1/imports/" + id + "/undo", json("{}")).expect(409);
  }

  /** Another slot is no reason to keep what was a mistake. */
  @Test
  void whatSomebodyHasChangedSinceIsTheirs() {
    String old = kit("Old");
    kit("Other");
    String id =
        imported(
            """
            kit,slot,quantity,accepts
            New W,Lamp,1,Lamp W
            Old W,More,1,Spare W
            Other W,Light,5,Lamp W
            """);
    api.patch("/v1/kits/" + id("New"), json("{'description': 'Ours'}")).expect(200);
    String slot = "{'name': '%s', 'quantity': %s, 'accepts': [{'kind': 'MODEL', 'id': '%s'}]}";
    api.patch(
            "/v1/kits/" + old,
            json(
                "{'slots': [" + slot + "," + slot + "," + slot + "]}",
                "Light",
                1,
                lamp,
                "More",
                1,
                spare,
                "Own",
                1,
                spare))
        .expect(200);
    api.patch("/v1/kits/" + id("Other"), json("{'slots': [" + slot + "]}", "Light", 6, lamp))
        .expect(200);
    JsonObject undo = imports.undone(id, false);
    counts(undo, 1, 2);
    assertThat(refused(undo)).isEqualTo(Map.of("New", "CHANGED", "Other", "CHANGED"));
    assertThat(kits())
        .containsEntry("Old", "1 Light [Lamp]; 1 Own [Spare]")
        .containsEntry("Other", "6 Light [Lamp]");
  }

  /** What is booked, by itself or within another, stays; what was booked before is no reason. */
  @Test
  void whatIsBookedStays() {
    String old = kit("Old");
    String early = book(old).expect(201).id();
    String id =
        imported(
            """
            kit,slot,quantity,accepts
            Inner W,Spare,1,Spare W
            Outer W,Inside,1,Inner W
            Old W,Spare,1,Spare W
            """);
    String booking = book(id("Outer")).expect(201).id();
    JsonObject dry = imports.undone(id, true);
    counts(dry, 1, 2);
    assertThat(refused(dry)).isEqualTo(Map.of("Outer", "IN_USE", "Inner", "IN_USE"));
    api.post("/v1/bookings/" + booking + "/cancel", json("{}")).expect(200);
    counts(imports.undone(id, true), 3, 0);
    api.post("/v1/bookings/" + early + "/cancel", json("{}")).expect(200);
    book(old).expect(201);
    JsonObject undo = imports.undone(id, false);
    counts(undo, 2, 1);
    assertThat(refused(undo)).isEqualTo(Map.of("Old", "IN_USE"));
    assertThat(kits()).isEqualTo(Map.of("Old", "1 Light [Lamp]; 1 Spare [Spare]"));
  }

  /** The page asks in the words of kits, and leads to what became of each. */
  @Test
  void thePageAsksFirst() {
    String id = imported("kit,slot,accepts\nPage W,Lamp,Lamp W\n");
    Api page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + api.token());
    assertThat(page.get("/imports/" + id + "?ask=undo").expect(200).body())
        .contains("id=\"undo-dialog\"", "Kits that it made are removed");
    JsonObject dry = imports.undone(id, true);
    assertThat(page.get("/bulk/" + dry.getString("id")).expect(200).body())
        .contains("/kits/" + id("Page"), "Page " + word, "Removed");
  }
}
