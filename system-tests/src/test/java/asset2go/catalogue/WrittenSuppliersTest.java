package asset2go.catalogue;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an installation has from the time when suppliers were texts. */
@Order(Order.DEFAULT + 2)
final class WrittenSuppliersTest {

  @Test
  void textsBecomeSuppliersWhenAnInstanceStarts() {
    RunningSystem system = OneSystem.get();
    Api api = OneSystem.api();
    String word = Some.word();
    String one = written(api, "Größe " + word);
    String other = written(api, "GROSSE  " + word);
    String trashed = written(api, "Gone " + word);
    api.delete("/v1/assets/" + trashed).expect(204);
    assertThat(purchase(api, one).getString("supplier")).isEqualTo("Größe " + word);
    api.patch("/v1/assets/" + one, json("{'notes': 'changed meanwhile'}")).expect(200);
    assertThat(purchase(api, one).getString("supplier")).isEqualTo("Größe " + word);

    system.killServer();
    system.up();

    Answer suppliers = api.get("/v1/suppliers?q=" + word).expect(200);
    assertThat(suppliers.items()).hasSize(2);
    assertThat(purchase(api, one).getString("supplierId"))
        .isEqualTo(purchase(api, other).getString("supplierId"));
    assertThat(
            Cypher.run(
                """
                MATCH (a:TrashedAsset {id: $id}), (s:Supplier {id: a.supplierId})
                RETURN s.name AS name, a.supplier AS text
                """,
                Map.of("id", trashed)))
        .singleElement()
        .satisfies(row -> assertThat(row.get("name").asString()).isEqualTo("Gone " + word))
        .satisfies(row -> assertThat(row.get("text").isNull()).isTrue());
  }

  private static String written(Api api, String supplier) {
    String id = Some.asset(api).id();
    List<?> set =
        Cypher.run(
            "MATCH (a:Asset {id: $id}) SET a.supplier = $supplier RETURN a.id",
            Map.of("id", id, "supplier", supplier));
    assertThat(set).hasSize(1);
    return id;
  }

  private static JsonObject purchase(Api api, String asset) {
    return api.get("/v1/assets/" + asset).expect(200).json().getJsonObject("purchase");
  }
}
