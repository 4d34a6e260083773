package asset2go.kit;

import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.check.GraphSoundness;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kits: slots with substitutes, kits within kits, how many can go out, and bookings of them. */
final class KitTest {

  private static final Instant ZERO =
      Instant.now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.DAYS);

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @AfterAll
  static void everythingIsSound() {
    assertThat(GraphSoundness.ofBookings(api)).isEmpty();
  }

  private static String model(int assets, String more) {
    String model =
        api.post("/v1/models", json("{'name': 'Part %s'" + more + "}", Some.word()))
            .expect(201)
            .id();
    for (int i = 0; i < assets; i++) {
      api.post(
              "/v1/assets",
              json("{'tag': 'K-%s', 'name': 'Part', 'modelId': '%s'}", Some.word(), model))
          .expect(201);
    }
    return model;
  }

  private static String slot(String name, int quantity, String... accepts) {
    return "{'name': '%s', 'quantity': %d, 'accepts': [%s]}"
        .formatted(name, quantity, String.join(", ", accepts));
  }

  private static String any(String kind, String id) {
    return "{'kind': '%s', 'id': '%s'}".formatted(kind, id);
  }

  private static String kit(String... slots) {
    return api.post(
            "/v1/kits",
            json("{'name': 'Kit %s', 'slots': [" + String.join(", ", slots) + "]}", Some.word()))
        .expect(201)
        .id();
  }

  private static JsonObject availability(String kit, int from, int to) {
    return api.get("/v1/kits/%s/availability?from=%s&to=%s".formatted(kit, hour(from), hour(to)))
        .expect(200)
        .json();
  }

  private static Instant hour(int hour) {
    return ZERO.plus(Duration.ofHours(hour));
  }

  private static Answer book(int from, int to, String line) {
    return api.post(
        "/v1/bookings",
        json("{'from': '%s', 'to': '%s', 'lines': [" + line + "]}", hour(from), hour(to)));
  }

  private static String wanted(String what, String id, int quantity) {
    return "{'%s': '%s', 'quantity': %d}".formatted(what, id, quantity);
  }

  private static List<String> shortSlots(JsonObject availability) {
    return availability.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
        .filter(slot -> slot.getBoolean("isShort"))
        .map(slot -> slot.getString("name"))
        .toList();
  }

  @Test
  void substitutesCountAndTheShortSlotIsNamed() {
    String camera = model(2, "");
    String older = model(2, "");
    String lamp = model(9, "");
    String kit =
        kit(
            slot("Camera", 1, any("MODEL", camera), any("MODEL", older)),
            slot("Lamp", 2, any("MODEL", lamp)));
    JsonObject before = availability(kit, 0, 4);
    assertThat(before.getInt("complete")).isEqualTo(4);
    // Of the fifth one camera is missing, and of the lamps one, too.
    assertThat(shortSlots(before)).containsExactly("Camera", "Lamp");
    book(0, 4, wanted("modelId", older, 2)).expect(201);
    JsonObject after = availability(kit, 2, 6);
    assertThat(after.getInt("complete")).isEqualTo(2);
    assertThat(shortSlots(after)).containsExactly("Camera");
    assertThat(availability(kit, 4, 6).getInt("complete")).isEqualTo(4);
  }

  @Test
  void slotsDoNotCountTheSameAssetsTwice() {
    String one = model(3, "");
    String two = model(1, "");
    String kit =
        kit(
            slot("Left", 1, any("MODEL", one)),
            slot("Right", 1, any("MODEL", one), any("MODEL", two)));
    assertThat(availability(kit, 0, 4).getInt("complete")).isEqualTo(2);
  }

  @Test
  void aCategoryMeansAllModelsBelowItAndAKitAllItsSlots() {
    String top = api.post("/v1/categories", json("{'name': 'C %s'}", Some.word())).id();
    String below =
        api.post("/v1/categories", json("{'name': 'D %s', 'parentId': '%s'}", Some.word(), top))
            .expect(201)
            .id();
    model(3, ", 'categoryId': '" + below + "'");
    model(2, ", 'categoryId': '" + top + "'");
    String inner = kit(slot("Cable", 2, any("CATEGORY", top)));
    String stand = model(4, "");
    String outer = kit(slot("Stand", 1, any("MODEL", stand)), slot("Light", 1, any("KIT", inner)));
    JsonObject availability = availability(outer, 0, 4);
    assertThat(availability.getInt("complete")).isEqualTo(2);
    assertThat(shortSlots(availability)).containsExactly("Light › Cable");
    assertThat(api.delete("/v1/kits/" + inner).status()).isEqualTo(409);
    api.patch(
            "/v1/kits/" + inner, json("{'slots': [" + slot("Itself", 1, any("KIT", outer)) + "]}"))
        .expect(422);
    assertThat(api.delete("/v1/kits/" + outer).status()).isEqualTo(204);
    assertThat(api.delete("/v1/kits/" + inner).status()).isEqualTo(204);
  }

  @Test
  void aBookingOfKitsTakesModelsForTheirSlots() {
    String camera = model(2, "");
    String older = model(1, "");
    String kit = kit(slot("Camera", 1, any("MODEL", camera), any("MODEL", older)));
    JsonObject check =
        api.post(
                "/v1/bookings/check",
                json(
                    "{'from': '%s', 'to': '%s', 'lines': [" + wanted("kitId", kit, 4) + "]}",
                    hour(0),
                    hour(4)))
            .expect(200)
            .json();
    assertThat(check.getBoolean("possible")).isFalse();
    JsonObject state = check.getJsonArray("kits").getJsonObject(0);
    assertThat(state.getInt("free")).isEqualTo(3);
    assertThat(state.getJsonArray("shortSlots").getString(0)).isEqualTo("Camera");
    Answer refused = book(0, 4, wanted("kitId", kit, 4)).expect(409);
    assertThat(refused.json().getString("detail")).contains("Camera");
    JsonObject booking = book(0, 4, wanted("kitId", kit, 3)).expect(201).json();
    assertThat(booking.getJsonArray("kits").getJsonObject(0).getInt("quantity")).isEqualTo(3);
    assertThat(booking.getJsonArray("lines").getValuesAs(JsonObject.class))
        .extracting(
            line -> line.getJsonObject("model").getString("id"), line -> line.getInt("open"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(camera, 2),
            org.assertj.core.groups.Tuple.tuple(older, 1));
    book(2, 6, wanted("kitId", kit, 1)).expect(409);
    book(4, 6, wanted("kitId", kit, 1)).expect(201);
    String path = "/v1/bookings/" + booking.getString("id");
    JsonObject longer = api.patch(path, json("{'purpose': 'Fair'}")).expect(200).json();
    assertThat(longer.getJsonArray("kits")).hasSize(1);
    api.post(path + "/cancel", json("{}")).expect(200);
    book(2, 4, wanted("kitId", kit, 3)).expect(201);
  }

  @Test
  void everyKitSaysHowItStandsPageByPage() {
    String some = model(2, "");
    String kit = kit(slot("Some", 1, any("MODEL", some)));
    String none = kit(slot("None", 1, any("MODEL", model(0, ""))));
    String path = "/v1/kits/availability?limit=1&from=%s&to=%s".formatted(hour(0), hour(4));
    List<JsonObject> all = api.all(path);
    assertThat(all)
        .extracting(one -> one.getJsonObject("kit").getString("id"))
        .doesNotHaveDuplicates();
    JsonObject filled = of(all, kit);
    assertThat(filled.getInt("complete")).isEqualTo(2);
    assertThat(filled.getJsonArray("shortSlots").getString(0)).isEqualTo("Some");
    assertThat(of(all, none).getInt("complete")).isZero();
    api.get("/v1/kits/availability?limit=51").expect(400);
    api.get("/v1/kits/availability?from=%s&to=%s".formatted(hour(4), hour(0))).expect(400);
  }

  private static JsonObject of(List<JsonObject> all, String kit) {
    return all.stream()
        .filter(one -> one.getJsonObject("kit").getString("id").equals(kit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aKitGoesOutAsABasketOfWhatIsThere() {
    String camera = model(1, "");
    String older = model(2, "");
    String kit =
        kit(
            slot("Camera", 2, any("MODEL", camera), any("MODEL", older)),
            slot("Spare", 1, any("MODEL", older)));
    JsonObject picks = api.get("/v1/kits/" + kit + "/picks").expect(200).json();
    assertThat(picks.getBoolean("complete")).isTrue();
    List<String> tags =
        picks.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
            .flatMap(slot -> slot.getJsonArray("assets").getValuesAs(JsonObject.class).stream())
            .map(asset -> asset.getString("tag"))
            .toList();
    assertThat(tags).hasSize(3).doesNotHaveDuplicates();
    String items =
        tags.stream()
            .map("{'asset': '%s'}"::formatted)
            .collect(java.util.stream.Collectors.joining(", "));
    JsonObject basket =
        api.post(
                "/v1/custodies",
                json(
                    "{'items': [" + items + "], 'to': {'kind': 'PERSON', 'id': '%s'}}",
                    Some.person(api).id()))
            .expect(200)
            .json();
    assertThat(basket.getJsonArray("items")).hasSize(3);
    JsonObject rest = api.get("/v1/kits/" + kit + "/picks").expect(200).json();
    assertThat(rest.getBoolean("complete")).isFalse();
    api.get("/v1/kits/" + kit + "/picks?quantity=0").expect(400);
    api.get("/v1/kits/unknown/picks").expect(404);
  }

  @Test
  void whatIsPromisedToOthersIsNotPicked() {
    String lamp = model(2, "");
    String kit = kit(slot("Lamp", 1, any("MODEL", lamp)));
    book(0, 4, wanted("modelId", lamp, 2)).expect(201);
    String before = hour(0).minus(Duration.ofDays(2)).toString().substring(0, 10);
    String path = "/v1/kits/" + kit + "/picks";
    assertThat(api.get(path + "?due=" + before).json().getBoolean("complete")).isTrue();
    assertThat(api.get(path).json().getBoolean("complete")).isFalse();
  }

  @Test
  void aFileAddsToKitsAndTheSameFileChangesNothing() {
    String lamp = name(model(1, ""));
    String older = name(model(1, ""));
    String category = "F " + Some.word();
    api.post("/v1/categories", json("{'name': '%s'}", category)).expect(201);
    String kit = "Set " + Some.word();
    String file =
        "kit,slot,qty,accepts,description\n%1$s,Lamp,2,%2$s,For fairs\n%1$s,LAMP,,%3$s,\n"
                .formatted(kit, lamp, older)
            + "%1$s,Cable,3,%2$s,\n%1$s,Other,0,%3$s,\n%1$s,Odd,1,no such thing,\n"
                .formatted(kit, category, lamp);
    Imports imports = new Imports(api);
    JsonObject run = imports.run("kits", "kits.csv", file.getBytes(UTF_8));
    assertThat(run.getInt("created")).as(run.toString()).isEqualTo(3);
    assertThat(imports.errors(run.getString("id")))
        .extracting(error -> error.getInt("line"), error -> error.getString("column"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(5, "qty"),
            org.assertj.core.groups.Tuple.tuple(6, "accepts"));
    JsonObject made = api.get("/v1/kits?q=" + kit.substring(4)).expect(200).items().get(0);
    assertThat(made.getString("description")).isEqualTo("For fairs");
    JsonObject slot = made.getJsonArray("slots").getJsonObject(0);
    assertThat(slot.getInt("quantity")).isEqualTo(2);
    assertThat(slot.getJsonArray("accepts").getValuesAs(JsonObject.class))
        .extracting(one -> one.getJsonObject("what").getString("name"))
        .containsExactly(lamp, older);
    assertThat(
            made.getJsonArray("slots")
                .getJsonObject(1)
                .getJsonArray("accepts")
                .getJsonObject(0)
                .getString("kind"))
        .isEqualTo("CATEGORY");
    JsonObject again = imports.run("kits", "kits.csv", file.getBytes(UTF_8));
    assertThat(again.getInt("unchanged")).as(again.toString()).isEqualTo(3);
    String path = "/v1/kits/" + made.getString("id");
    assertThat(api.get(path).json().getInt("version")).isEqualTo(1);
    assertThat(api.get(path + "/events").items()).hasSize(1);
    api.patch(path, json("{'description': 'Seen'}")).expect(200);
    assertThat(api.get(path + "/events").items()).hasSize(2);
  }

  private static String name(String model) {
    return api.get("/v1/models/" + model).expect(200).json().getString("name");
  }

  @Test
  void whatAKitNeedsIsNotDeleted() {
    String lamp = model(0, "");
    String category = api.post("/v1/categories", json("{'name': 'E %s'}", Some.word())).id();
    String kit = kit(slot("Lamp", 1, any("MODEL", lamp), any("CATEGORY", category)));
    assertThat(api.delete("/v1/models/" + lamp).expect(409).body()).contains("Kit ");
    api.delete("/v1/categories/" + category).expect(409);
    api.delete("/v1/kits/" + kit).expect(204);
    api.delete("/v1/models/" + lamp).expect(204);
    api.delete("/v1/categories/" + category).expect(204);
  }

  @Test
  void aKitIsFoundByItsName() {
    String kit = kit(slot("Lamp", 1, any("MODEL", model(0, ""))));
    String name = api.get("/v1/kits/" + kit).json().getString("name");
    assertThat(api.get("/v1/search?q=" + name.substring(4)).expect(200).items())
        .anyMatch(hit -> hit.getString("id").equals(kit) && hit.getString("kind").equals("KIT"));
  }

  @Test
  void fortyAtOnceGetAsManyKitsAsThereAre() {
    String camera = model(3, "");
    String older = model(2, "");
    String kit =
        kit(
            slot("First", 1, any("MODEL", camera), any("MODEL", older)),
            slot("Second", 1, any("MODEL", camera)));
    List<Integer> answers = Together.times(40, i -> book(0, 4, wanted("kitId", kit, 1)).status());
    assertThat(answers).allMatch(status -> status == 201 || status == 409);
    // Two older ones beside two cameras; the third camera has no partner.
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(2);
    assertThat(availability(kit, 0, 4).getInt("complete")).isZero();
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsField() {
    String camera = model(1, "");
    refused("{'name': 'X', 'slots': []}", "slots");
    refused(
        "{'name': 'X', 'slots': [" + slot("A", 1, any("MODEL", "unknown")) + "]}",
        "slots[0].accepts[0].id");
    refused(
        "{'name': 'X', 'slots': ["
            + slot(
                "A", 1, any("MODEL", camera), any("KIT", kit(slot("B", 1, any("MODEL", camera)))))
            + "]}",
        "slots[0].accepts");
    assertThat(book(0, 1, wanted("kitId", "unknown", 1)).expect(422).body()).contains("UNKNOWN");
    api.get("/v1/kits/unknown").expect(404);
    api.get("/v1/kits/unknown/availability").expect(404);
  }

  private static void refused(String draft, String field) {
    Answer answer = api.post("/v1/kits", json(draft)).expect(422);
    assertThat(answer.json().getJsonArray("errors"))
        .extracting((JsonValue error) -> error.asJsonObject().getString("field"))
        .as(answer.toString())
        .contains(field);
  }
}
