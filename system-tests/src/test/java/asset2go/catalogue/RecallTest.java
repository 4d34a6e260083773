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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RecallTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void aBatchIsMadeChangedAndRemoved() {
    String supplier =
        api.post("/v1/suppliers", json("{'name': 'Cells %s'}", Some.word())).expect(201).id();
    String number = "B-" + Some.word();
    JsonObject draft =
        json("{'name': '%s', 'supplierId': '%s', 'receivedOn': '2026-02-28'}", number, supplier);
    Answer made = api.post("/v1/batches", draft).expect(201);
    assertThat(made.json().getJsonObject("supplier").getString("id")).isEqualTo(supplier);
    api.post("/v1/batches", draft).expect(409);
    api.post("/v1/batches", json("{'name': '%s'}", number)).expect(201);
    api.post("/v1/batches", json("{'name': 'x', 'supplierId': 'nobody'}")).expect(422);
    api.delete("/v1/suppliers/" + supplier).expect(409);
    api.patch("/v1/batches/" + made.id(), json("{'supplierId': null}")).expect(409);
    api.patch("/v1/batches/" + made.id(), json("{'notes': 'Swollen'}")).expect(200);
    String asset = asset(made.id());
    api.delete("/v1/batches/" + made.id()).expect(409);
    api.patch("/v1/assets/" + asset, json("{'batchId': 'nothing'}")).expect(422);
    api.patch("/v1/assets/" + asset, json("{'batchId': null}")).expect(200);
    JsonObject change =
        api.get("/v1/assets/" + asset + "/events")
            .items()
            .get(0)
            .getJsonArray("changes")
            .getJsonObject(0);
    assertThat(change.getString("before")).isEqualTo(made.id());
    api.delete("/v1/batches/" + made.id()).expect(204);
    Api member = Colleague.with("MEMBER").signIn();
    member.get("/v1/batches").expect(200);
    member.post("/v1/batches", draft).expect(403);
  }

  /**
   * A battery of the batch in a camera in a case; a light needs the camera; somebody has the case.
   */
  @Test
  void aRecallFindsWhatHoldsOrNeedsAComponentWithHolderAndPath() {
    String batch = batch();
    String room = Some.location(api, "").id();
    String kit = api.post("/v1/assets", json("{'name': 'Case', 'locationId': '%s'}", room)).id();
    String camera = inside(kit, "Camera", null);
    String battery = inside(camera, "Battery", batch);
    String spare = asset(batch);
    String light = Some.asset(api).id();
    api.post("/v1/assets/" + light + "/dependencies", json("{'dependsOnId': '%s'}", camera));
    inside(kit, "Tripod", null);
    Answer person = Some.person(api);
    api.post(
            "/v1/assets/" + kit + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person.id()))
        .expect(200);

    JsonObject recall = recall(batch, "");
    assertThat(recall.getBoolean("truncated")).isFalse();
    assertThat(ids(recall)).hasSize(5).containsAll(List.of(battery, spare, camera, kit, light));
    JsonObject found = item(recall, kit);
    assertThat(found.getString("relation")).isEqualTo("CONTAINS");
    assertThat(found.getInt("distance")).isEqualTo(2);
    assertThat(found.getJsonArray("path"))
        .extracting(step -> step.asJsonObject().getString("id"))
        .containsExactly(battery, camera, kit);
    assertThat(found.getJsonObject("holder").getString("id")).isEqualTo(person.id());
    assertThat(item(recall, battery).getJsonObject("location").getString("id")).isEqualTo(room);
    assertThat(item(recall, light).getString("relation")).isEqualTo("DEPENDS_ON");
    assertThat(item(recall, spare).getString("relation")).isEqualTo("OF_BATCH");
    assertThat(api.get("/v1/assets?batch=" + batch).items()).hasSize(2);

    JsonObject near = recall(batch, "?depth=1");
    assertThat(ids(near)).containsExactlyInAnyOrder(battery, spare, camera);
    assertThat(near.getBoolean("truncated")).isTrue();
    JsonObject few = recall(batch, "?limit=1");
    assertThat(few.getJsonArray("items")).hasSize(1);
    assertThat(few.getInt("total")).isEqualTo(5);
    assertThat(few.getBoolean("truncated")).isTrue();
  }

  @Test
  void aFileSaysOfWhichBatchThingsAre() {
    String word = Some.word();
    String file =
        """
        tag;name;Lieferant;Charge
        %1$s-1;Cell;Zellen %1$s;L-%1$s
        %1$s-2;Cell;Zellen %1$s;l-%1$s
        %1$s-3;Cell;;L-%1$s
        %1$s-4;Cell;Andere %1$s;L-%1$s
        """
            .formatted(word);
    Imports imports = new Imports(api);
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    String strict =
        imports
            .start("assets", "cells.csv", content, Map.of("createMissing", "false"))
            .expect(202)
            .id();
    assertThat(imports.finished(strict).getInt("failed")).isEqualTo(4);
    assertThat(imports.run("assets", "cells.csv", content).getInt("created")).isEqualTo(4);
    List<JsonObject> batches = api.get("/v1/batches?q=" + word).items();
    assertThat(batches)
        .extracting(batch -> batch.getJsonObject("supplier") == null)
        .containsExactlyInAnyOrder(false, false, true);
    assertThat(batches)
        .extracting(batch -> api.get("/v1/assets?batch=" + batch.getString("id")).items().size())
        .containsExactlyInAnyOrder(2, 1, 1);
    assertThat(imports.run("assets", "cells.csv", content).getInt("unchanged")).isEqualTo(4);
  }

  @Test
  void aRecallOfNothingIsEmptyAndOneThatIsNotThereNotFound() {
    assertThat(recall(batch(), "").getJsonArray("items")).isEmpty();
    api.get("/v1/batches/nothing/recall").expect(404);
    api.get("/v1/batches/" + batch() + "/recall?depth=51").expect(400);
  }

  private static JsonObject recall(String batch, String query) {
    return api.get("/v1/batches/" + batch + "/recall" + query).expect(200).json();
  }

  private static List<String> ids(JsonObject recall) {
    return recall.getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getJsonObject("asset").getString("id"))
        .toList();
  }

  private static JsonObject item(JsonObject recall, String asset) {
    return recall.getJsonArray("items").getJsonObject(ids(recall).indexOf(asset));
  }

  private static String batch() {
    return api.post("/v1/batches", json("{'name': 'B-%s'}", Some.word())).expect(201).id();
  }

  private static String asset(String batch) {
    return api.post("/v1/assets", json("{'name': 'Battery', 'batchId': '%s'}", batch))
        .expect(201)
        .id();
  }

  private static String inside(String container, String name, String batch) {
    JsonObject draft =
        batch == null
            ? json("{'name': '%s', 'containerId': '%s'}", name, container)
            : json("{'name': '%s', 'containerId': '%s', 'batchId': '%s'}", name, container, batch);
    return api.post("/v1/assets", draft).expect(201).id();
  }
}
