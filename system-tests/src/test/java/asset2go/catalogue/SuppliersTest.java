package asset2go.catalogue;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SuppliersTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void aSupplierIsMadeChangedAndRemoved() {
    String name = "Acme " + Some.word();
    Answer made =
        api.post(
                "/v1/suppliers",
                json("{'name': '%s', 'email': 'sales@acme.test', 'phone': '+49 30 1'}", name))
            .expect(201);
    assertThat(made.header("Location")).endsWith("/v1/suppliers/" + made.id());
    api.post("/v1/suppliers", json("{'name': '%s'}", name.toUpperCase(java.util.Locale.ROOT)))
        .expect(409);
    Answer changed =
        api.with("If-Match", made.etag())
            .patch(
                "/v1/suppliers/" + made.id(),
                json("{'phone': null, 'website': 'https://acme.test/shop'}"))
            .expect(200);
    assertThat(changed.json().getString("email")).isEqualTo("sales@acme.test");
    assertThat(changed.json()).doesNotContainKey("phone");
    api.with("If-Match", made.etag())
        .patch("/v1/suppliers/" + made.id(), json("{'phone': '1'}"))
        .expect(412);
    api.delete("/v1/suppliers/" + made.id()).expect(204);
    api.get("/v1/suppliers/" + made.id()).expect(404);
  }

  @Test
  void whatIsWrongWithASupplierIsSaidOfTheField() {
    for (String draft :
        new String[] {
          "{'name': ' '}",
          "{'name': 'x', 'email': 'nobody'}",
          "{'name': 'x', 'website': 'javascript:alert(1)'}"
        }) {
      Answer refused = api.post("/v1/suppliers", json(draft)).expect(422);
      assertThat(refused.json().getJsonArray("errors")).hasSize(1);
    }
  }

  @Test
  void aMemberReadsSuppliersAndChangesNone() {
    Api member = Colleague.with("MEMBER").signIn();
    String id = supplier("Store " + Some.word());
    member.get("/v1/suppliers/" + id).expect(200);
    member.post("/v1/suppliers", json("{'name': 'Mine'}")).expect(403);
    member.patch("/v1/suppliers/" + id, json("{'name': 'Mine'}")).expect(403);
    member.delete("/v1/suppliers/" + id).expect(403);
  }

  @Test
  void anAssetIsBoughtFromASupplierByIdOrByName() {
    String name = "Shop " + Some.word();
    String id = supplier(name);
    Answer byName = asset("{'supplier': '%s'}", name.toLowerCase(java.util.Locale.ROOT));
    assertThat(byName.expect(201).json().getJsonObject("purchase").getString("supplierId"))
        .isEqualTo(id);
    String asset = asset("{'supplierId': '%s', 'price': '10.00'}", id).expect(201).id();
    assertThat(purchase(asset).getString("supplier")).isEqualTo(name);
    assertThat(api.get("/v1/assets?supplier=" + id).expect(200).items()).hasSize(2);

    Answer unknown = asset("{'supplier': 'Nobody %s'}", Some.word()).expect(422);
    JsonObject error = unknown.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("purchase.supplier");
    assertThat(error.getString("code")).isEqualTo("UNKNOWN");

    api.delete("/v1/suppliers/" + id).expect(409);
    api.patch("/v1/suppliers/" + id, json("{'name': '%s II'}", name)).expect(200);
    assertThat(purchase(asset).getString("supplier")).isEqualTo(name + " II");

    api.patch("/v1/assets/" + asset, json("{'purchase': {'supplier': null}}")).expect(200);
    assertThat(purchase(asset)).doesNotContainKeys("supplier", "supplierId");
    JsonObject change =
        api.get("/v1/assets/" + asset + "/events")
            .items()
            .get(0)
            .getJsonArray("changes")
            .getJsonObject(0);
    assertThat(change.getString("field")).isEqualTo("purchase.supplier");
    assertThat(change.getString("before")).isEqualTo(name + " II");
  }

  @Test
  void anImportMakesSuppliersByNameUnlessItMayNot() {
    String word = Some.word();
    String csv = "tag,name,Lieferant,Bestellnummer\n%1$s-1,Lamp,Licht %1$s,B-7\n".formatted(word);
    byte[] file = csv.getBytes(StandardCharsets.UTF_8);
    Imports imports = new Imports(api);
    String strict =
        imports.start("assets", "a.csv", file, Map.of("createMissing", "false")).expect(202).id();
    assertThat(imports.finished(strict).getInt("failed")).isEqualTo(1);
    assertThat(imports.errors(strict).get(0).getString("column")).isEqualTo("Lieferant");

    assertThat(imports.run("assets", "a.csv", file).getInt("created")).isEqualTo(1);
    JsonObject supplier = api.get("/v1/suppliers?q=" + word).expect(200).items().get(0);
    assertThat(supplier.getString("name")).isEqualTo("Licht " + word);
    assertThat(api.get("/v1/assets?supplier=" + supplier.getString("id")).items())
        .singleElement()
        .satisfies(
            asset ->
                assertThat(asset.getJsonObject("purchase").getString("orderNumber"))
                    .isEqualTo("B-7"));
    assertThat(imports.run("assets", "a.csv", file).getInt("unchanged")).isEqualTo(1);
  }

  private static String supplier(String name) {
    return api.post("/v1/suppliers", json("{'name': '%s'}", name)).expect(201).id();
  }

  private static Answer asset(String purchase, Object... values) {
    return api.post("/v1/assets", json("{'name': 'Lamp', 'purchase': " + purchase + "}", values));
  }

  private static JsonObject purchase(String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getJsonObject("purchase");
  }
}
