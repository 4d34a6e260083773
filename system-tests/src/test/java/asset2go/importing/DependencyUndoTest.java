package asset2go.importing;

import static asset2go.running.Text.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An import of dependencies is taken back: its edges go, others are as critical as before. */
final class DependencyUndoTest {

  private final Api api = OneSystem.api();
  private final Imports imports = new Imports(api);
  private final String word = Some.word();

  private final String server = asset("server");
  private final String power = asset("power");
  private final String network = asset("network");

  private String asset(String name) {
    return Some.asset(api, word + "-" + name).id();
  }

  private void needs(String what, String kind, String criticality) {
    api.post(
            "/v1/assets/" + server + "/dependencies",
            json(
                "{'dependsOnId': '%s', 'kind': '%s', 'criticality': '%s'}",
                what, kind, criticality))
        .expect(200);
  }

  private List<String> needed() {
    return api
        .get("/v1/assets/" + server + "/dependencies")
        .expect(200)
        .json()
        .getJsonArray("needs")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            edge ->
                edge.getString("kind")
                    + " "
                    + edge.getJsonObject("dependsOn").getString("tag").substring(word.length() + 1)
                    + " "
                    + edge.getString("criticality"))
        .sorted()
        .toList();
  }

  private String imported(String rows) {
    JsonObject run =
        imports.run("dependencies", "needs.csv", rows.replace("W-", word + "-").getBytes(UTF_8));
    assertThat(run.getInt("failed")).as(run.toString()).isZero();
    assertThat(run.getBoolean("undoable")).isTrue();
    return run.getString("id");
  }

  private static void counts(JsonObject run, int changed, int refused) {
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("COMPLETED");
    assertThat(List.of(run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(changed, refused);
  }

  @Test
  void whatItMadeGoesAndWhatItChangedIsAsBefore() {
    needs(power, "POWER", "LOW");
    String id =
        imported(
            """
            asset,dependsOn,kind,criticality
            W-server,W-power,POWER,MEDIUM
            W-server,W-power,POWER,HIGH
            W-server,W-power,COOLING,
            W-server,W-network,DATA,LOW
            W-server,W-network,DATA,MEDIUM
            W-power,W-network,CONTROL,LOW
            """);
    assertThat(needed())
        .containsExactly("COOLING power HIGH", "DATA network MEDIUM", "POWER power HIGH");
    api.delete("/v1/assets/" + power + "/dependencies/" + network + "?kind=CONTROL").expect(204);
    api.post(
            "/v1/assets/" + power + "/dependencies",
            json("{'dependsOnId': '%s', 'kind': 'CONTROL', 'criticality': 'LOW'}", network))
        .expect(200);

    JsonObject dry = imports.undone(id, true);
    counts(dry, 3, 1);
    assertThat(needed()).hasSize(3);
    JsonObject undo = imports.undone(id, false);
    counts(undo, 3, 1);
    assertThat(needed()).containsExactly("POWER power LOW");
    JsonObject refused =
        api.get("/v1/bulk/" + undo.getString("id") + "/items?outcome=refused").items().get(0);
    assertThat(refused.getString("subject")).isEqualTo("DEPENDENCY");
    assertThat(refused.getString("assetId")).isEqualTo(power);
    assertThat(refused.getString("name")).isEqualTo("CONTROL " + word + "-network");
    assertThat(refused.getJsonObject("error").getString("code")).isEqualTo("CHANGED");
    assertThat(api.get("/v1/assets/" + server + "/events").items())
        .extracting(event -> event.getString("kind"))
        .contains("DEPENDENCY_REMOVED", "DEPENDENCY_CHANGED");
    assertThat(api.get("/v1/assets/" + server + "/events/verify").json().getBoolean("valid"))
        .isTrue();
    api.post("/v1/imports/" + id + "/undo", json("{}")).expect(409);
  }

  /** Who says meanwhile that it is less critical has the last word. */
  @Test
  void whatSomebodyHasChangedSinceIsTheirs() {
    String id = imported("asset,dependsOn\nW-server,W-power\nW-server,W-network\n");
    needs(power, "POWER", "LOW");
    counts(imports.undone(id, false), 1, 1);
    assertThat(needed()).containsExactly("POWER power LOW");
  }

  /** Two imports, taken back in the other order. */
  @Test
  void theLaterImportGoesBackFirst() {
    String first = imported("asset,dependsOn,criticality\nW-server,W-power,LOW\n");
    String second = imported("asset,dependsOn,criticality\nW-server,W-power,HIGH\n");
    counts(imports.undone(first, true), 0, 1);
    counts(imports.undone(second, false), 1, 0);
    assertThat(needed()).containsExactly("POWER power LOW");
    counts(imports.undone(first, false), 1, 0);
    assertThat(needed()).isEmpty();
  }
}
