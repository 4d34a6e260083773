package asset2go.catalogue;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CustomFieldsTest {

  private static Api api;

  private String devices;
  private String phones;
  private String phone;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  /** Phones are devices; there is a model of phone. */
  @BeforeEach
  void furnish() {
    devices = category("Devices " + Some.word(), null);
    phones = category("Phones " + Some.word(), devices);
    phone =
        api.post("/v1/models", json("{'name': 'P %s', 'categoryId': '%s'}", Some.word(), phones))
            .expect(201)
            .id();
  }

  @Test
  void aCategoryInheritsTheFieldsAboveIt() {
    String above = field(devices, "Voltage", "'kind': 'NUMBER', 'unit': 'V'");
    String own = field(phones, "IMEI", "'kind': 'TEXT', 'pattern': '[0-9]{15}'");
    assertThat(ids(api.get("/v1/fields?category=" + phones))).containsExactly(above, own);
    assertThat(ids(api.get("/v1/fields?category=" + devices))).containsExactly(above);
    assertThat(ids(api.get("/v1/fields?model=" + phone))).containsExactly(above, own);
    assertThat(
            api.post("/v1/fields", definition(phones, "VOLTAGE", "'kind': 'TEXT'"))
                .expect(409)
                .json()
                .getJsonArray("errors")
                .getJsonObject(0)
                .getString("code"))
        .isEqualTo("TAKEN");
    api.post("/v1/fields", definition(devices, "Imei", "'kind': 'TEXT'")).expect(409);
    api.delete("/v1/categories/" + phones).expect(409);
  }

  @Test
  void aMoveThatWouldInheritANameTwiceIsRefused() {
    String other = category("Machines " + Some.word(), null);
    field(other, "Colour", "'kind': 'TEXT'");
    field(phones, "colour", "'kind': 'TEXT'");
    api.patch("/v1/categories/" + phones, json("{'parentId': '%s'}", other)).expect(409);
    api.patch("/v1/categories/" + phones, json("{'parentId': null}")).expect(200);
  }

  @Test
  void valuesAreTypedAndPatchedOneByOne() {
    String voltage = field(devices, "Voltage", "'kind': 'NUMBER', 'unit': 'V'");
    String bought = field(phones, "Tested", "'kind': 'DATE'");
    String colour = field(phones, "Colour", "'kind': 'CHOICE', 'choices': ['Red', 'Blue']");
    String simlock = field(phones, "Simlock", "'kind': 'BOOLEAN'");
    Answer asset =
        asset(
                "{'%s': 12.5, '%s': '2026-02-28', '%s': 'Red', '%s': false}",
                voltage, bought, colour, simlock)
            .expect(201);
    JsonObject values = asset.json().getJsonObject("fields");
    assertThat(values.getJsonNumber(voltage).doubleValue()).isEqualTo(12.5);
    assertThat(values.getString(bought)).isEqualTo("2026-02-28");
    assertThat(values.getBoolean(simlock)).isFalse();
    assertThat(asset.json().getJsonArray("definitions")).hasSize(4);

    Answer changed =
        api.with("If-Match", api.get("/v1/assets/" + asset.id()).etag())
            .patch("/v1/assets/" + asset.id(), json("{'fields': {'%s': null}}", colour))
            .expect(200);
    assertThat(changed.json().getJsonObject("fields")).hasSize(3).doesNotContainKey(colour);
    JsonObject change = lastChange(api, asset.id());
    assertThat(change.getString("field")).isEqualTo("fields." + colour);
    assertThat(change.getString("before")).isEqualTo("Red");
    assertThat(api.get("/v1/assets/" + asset.id() + "/events/verify").json().getBoolean("valid"))
        .isTrue();
    assertThat(api.get("/v1/assets?model=" + phone).items().get(0).getJsonObject("fields"))
        .isEqualTo(changed.json().getJsonObject("fields"));
  }

  @Test
  void allThatIsWrongWithValuesIsSaidOfEach() {
    String voltage = field(devices, "Voltage", "'kind': 'NUMBER'");
    String imei = field(phones, "IMEI", "'kind': 'TEXT', 'pattern': '[0-9]{15}', 'required': true");
    String manual = field(phones, "Manual", "'kind': 'LINK'");
    Answer refused =
        asset("{'%s': 'high', '%s': 'javascript:alert(1)', 'x': 1}", voltage, manual).expect(422);
    assertThat(refused.json().getJsonArray("errors"))
        .extracting(error -> error.asJsonObject().getString("field"))
        .containsExactlyInAnyOrder(
            "fields." + voltage, "fields." + manual, "fields." + imei, "fields.x");
    asset("{'%s': '123456789012345'}", imei).expect(201);
    asset("{'%s': '12345678901234'}", imei).expect(422);
  }

  @Test
  void whatIsOrderedMayLackWhatItNeedsToBecomeAvailable() {
    String imei = field(phones, "IMEI", "'kind': 'TEXT', 'required': true");
    String id =
        api.post("/v1/assets", json("{'name': 'P', 'modelId': '%s', 'status': 'RECEIVED'}", phone))
            .expect(201)
            .id();
    Answer refused =
        api.post("/v1/assets/" + id + "/transitions", json("{'to': 'AVAILABLE'}")).expect(422);
    assertThat(refused.body()).contains("fields." + imei);
    api.patch("/v1/assets/" + id, json("{'fields': {'%s': 'a'}}", imei)).expect(200);
    api.post("/v1/assets/" + id + "/transitions", json("{'to': 'AVAILABLE'}")).expect(200);
    api.patch("/v1/assets/" + id, json("{'fields': {'%s': null}}", imei)).expect(422);
  }

  @Test
  void aUniqueValueIsHadByOneOfManyWhoWantItAtOnce() {
    String imei = field(phones, "IMEI", "'kind': 'TEXT', 'unique': true");
    List<Integer> answers = Together.times(8, i -> asset("{'%s': 'only one'}", imei).status());
    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).filteredOn(status -> status != 201).allMatch(status -> status == 409);

    String holder = api.get("/v1/assets?model=" + phone).items().get(0).getString("id");
    Answer refused = asset("{'%s': 'only one'}", imei).expect(409);
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("fields." + imei);
    api.patch("/v1/assets/" + holder, json("{'fields': {'%s': 'another'}}", imei)).expect(200);
    String next = asset("{'%s': 'only one'}", imei).expect(201).id();
    api.delete("/v1/assets/" + next).expect(204);
    asset("{'%s': 'only one'}", imei).expect(201);
  }

  @Test
  void aKindIsFixedOnceThereAreValues() {
    String size = field(phones, "Size", "'kind': 'TEXT'");
    api.patch("/v1/fields/" + size, json("{'kind': 'NUMBER', 'unit': 'cm'}")).expect(200);
    asset("{'%s': 5}", size).expect(201);
    assertThat(api.get("/v1/fields/" + size).json().getBoolean("used")).isTrue();
    Answer refused =
        api.patch("/v1/fields/" + size, json("{'kind': 'TEXT', 'unit': null}")).expect(422);
    assertThat(refused.body()).contains("FIXED");
    api.patch("/v1/fields/" + size, json("{'unique': true}")).expect(422);
    api.patch("/v1/fields/" + size, json("{'name': 'Height', 'unit': 'mm'}")).expect(200);
  }

  @Test
  void aSensitiveValueIsForAdministratorsAndManagersOnly() {
    String pin = field(phones, "PIN", "'kind': 'TEXT', 'sensitive': true");
    String secret = "secret" + Some.word();
    String id = asset("{'%s': '%s'}", pin, secret).expect(201).id();
    assertThat(api.get("/v1/assets/" + id).body()).contains(secret);
    assertThat(Colleague.with("MANAGER").signIn().get("/v1/assets/" + id).body()).contains(secret);
    assertThat(api.get("/v1/search?q=" + secret).json().getJsonArray("items")).isEmpty();
    assertThat(api.get("/v1/assets?q=" + secret).items()).isEmpty();
    assertThat(api.get("/v1/assets/" + id + "/events").body()).doesNotContain(secret);
    assertThat(api.get("/v1/assets?field." + pin + "=" + secret).items()).hasSize(1);

    Api toni = Colleague.with("TECHNICIAN").signIn();
    assertThat(toni.get("/v1/assets/" + id).expect(200).body()).doesNotContain(secret, pin);
    assertThat(toni.get("/v1/assets?model=" + phone).expect(200).body())
        .contains(id)
        .doesNotContain(secret);
    toni.get("/v1/assets?field." + pin + "=" + secret).expect(400);
    for (String guess : List.of(secret, "x")) {
      toni.patch("/v1/assets/" + id, json("{'fields': {'%s': '%s'}}", pin, guess)).expect(422);
    }
    toni.patch("/v1/assets/" + id, json("{'notes': 'seen'}")).expect(200);
    assertThat(api.get("/v1/assets/" + id).body()).contains(secret);
  }

  @Test
  void whatBecomesSensitiveIsHiddenInOldEventsAndSearchesToo() {
    String code = field(phones, "Code", "'kind': 'TEXT'");
    String word = Some.word();
    String id = asset("{'%s': '%s'}", code, word).expect(201).id();
    assertThat(api.get("/v1/assets?q=" + word).items()).hasSize(1);
    api.patch("/v1/fields/" + code, json("{'sensitive': true}")).expect(200);
    Api member = Colleague.with("MEMBER").signIn();
    assertThat(member.get("/v1/assets/" + id + "/events").expect(200).body())
        .doesNotContain(word)
        .contains("fields." + code);
    eventually(() -> assertThat(api.get("/v1/assets?q=" + word).items()).isEmpty());
  }

  @Test
  void listsAreNarrowedByANameOrAnId() {
    String name = "Size " + Some.word();
    String size = field(devices, name, "'kind': 'NUMBER', 'filterable': true");
    String five = asset("{'%s': 5}", size).expect(201).id();
    asset("{'%s': 6}", size).expect(201);
    for (String which : List.of(name, name.toUpperCase(java.util.Locale.ROOT), size)) {
      assertThat(api.get("/v1/assets?field." + encoded(which) + "=5.0").expect(200).items())
          .extracting(row -> row.getString("id"))
          .containsExactly(five);
    }
    api.get("/v1/assets?field." + encoded(name) + "=wide").expect(400);
    api.get("/v1/assets?field.nothing-is-called-so=5").expect(400);
  }

  @Test
  void aFieldThatIsRemovedTakesItsValuesAlong() {
    String code = field(phones, "Code", "'kind': 'TEXT', 'unique': true");
    String word = Some.word();
    String id = asset("{'%s': '%s'}", code, word).expect(201).id();
    api.delete("/v1/fields/" + code).expect(204);
    assertThat(api.get("/v1/assets/" + id).json()).doesNotContainKey("fields");
    eventually(() -> assertThat(api.get("/v1/assets?q=" + word).items()).isEmpty());
    eventually(
        () ->
            assertThat(
                    asset2go.graph.Cypher.run(
                        """
                        OPTIONAL MATCH (a:Asset {id: $id})
                        RETURN a[$property] IS NULL
                               AND NOT EXISTS { (:UniqueValue {fieldId: $field}) } AS gone
                        """,
                        Map.of("id", id, "property", "f_" + code, "field", code)))
                .allMatch(row -> row.get("gone").asBoolean()));
  }

  @Test
  void aMemberReadsFieldsAndChangesNone() {
    Api member = Colleague.with("MEMBER").signIn();
    String size = field(phones, "Size", "'kind': 'TEXT'");
    member.get("/v1/fields?category=" + phones).expect(200);
    member.post("/v1/fields", definition(phones, "Mine", "'kind': 'TEXT'")).expect(403);
    member.patch("/v1/fields/" + size, json("{'name': 'Mine'}")).expect(403);
    member.delete("/v1/fields/" + size).expect(403);
  }

  @Test
  void columnsOfAFileAreCustomFieldsByTheirNames() {
    String word = Some.word();
    String name = "Screen " + word;
    String screen = field(devices, name, "'kind': 'NUMBER', 'unit': 'cm'");
    String serial = "Chip " + word;
    String chip = field(phones, serial, "'kind': 'TEXT', 'unique': true");
    String model = api.get("/v1/models/" + phone).json().getString("name");
    String file =
        """
        tag;name;model;%1$s;%2$s
        %3$s-1;One;%4$s;15,5;a
        %3$s-2;Two;%4$s;wide;b
        %3$s-3;Three;%4$s;;a
        %3$s-4;Four;;7;
        %3$s-5;Five;%4$s;;c
        """
            .formatted(name, serial, word, model);
    Imports imports = new Imports(api);
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    JsonObject run = imports.run("assets", "phones.csv", content);
    assertThat(run.getInt("created")).isEqualTo(2);
    assertThat(imports.errors(run.getString("id")))
        .extracting(error -> error.getInt("line"), error -> error.getString("column"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(3, name),
            org.assertj.core.groups.Tuple.tuple(4, serial),
            org.assertj.core.groups.Tuple.tuple(5, name));
    JsonObject one = api.get("/v1/assets?q=" + word + "-1").items().get(0);
    assertThat(one.getJsonObject("fields").getJsonNumber(screen).doubleValue()).isEqualTo(15.5);
    assertThat(one.getJsonObject("fields").getString(chip)).isEqualTo("a");
    asset("{'%s': 'c'}", chip).expect(409);
    assertThat(imports.run("assets", "phones.csv", content).getInt("unchanged")).isEqualTo(2);

    String other = "tag;name;%s\n%s-1;One;c\n%s-5;Five;a\n".formatted(serial, word, word);
    JsonObject swapped = imports.run("assets", "swap.csv", other.getBytes(StandardCharsets.UTF_8));
    assertThat(swapped.getInt("failed")).isEqualTo(2);
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable check) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(check);
  }

  private static String category(String name, String parent) {
    return api.post(
            "/v1/categories",
            json(
                "{'name': '%s', 'parentId': %s}",
                name, parent == null ? "null" : '"' + parent + '"'))
        .expect(201)
        .id();
  }

  private static JsonObject definition(String category, String name, String rest) {
    return json("{'categoryId': '%s', 'name': '%s', " + rest + "}", category, name);
  }

  private static String field(String category, String name, String rest) {
    return api.post("/v1/fields", definition(category, name, rest)).expect(201).id();
  }

  private Answer asset(String fields, Object... values) {
    return api.post(
        "/v1/assets",
        Json.createObjectBuilder()
            .add("name", "P")
            .add("modelId", phone)
            .add("fields", json(fields, values))
            .build());
  }

  private static List<String> ids(Answer list) {
    return list.expect(200).items().stream().map(row -> row.getString("id")).toList();
  }

  private static JsonObject lastChange(Api api, String asset) {
    return api.get("/v1/assets/" + asset + "/events")
        .items()
        .get(0)
        .getJsonArray("changes")
        .getJsonObject(0);
  }
}
