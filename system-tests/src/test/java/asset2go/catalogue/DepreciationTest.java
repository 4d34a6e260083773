package asset2go.catalogue;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DepreciationTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void aValueFollowsTheNearestCategoryThatSaysHow() {
    String devices =
        category(
            "'depreciation': {'method': 'STRAIGHT_LINE', 'months': 48, 'residualPercent': 10}");
    String laptops = category("'parentId': '" + devices + "'");
    String asset = asset(laptops);
    assertThat(worth(asset, "2024-01-01").getString("value")).isEqualTo("1000.00");
    assertThat(worth(asset, "2026-01-01").getString("value")).isEqualTo("549.69");
    assertThat(worth(asset, "2030-01-01").getString("value")).isEqualTo("100.00");
    assertThat(worth(asset, "2030-01-01").getJsonObject("category").getString("id"))
        .isEqualTo(devices);
    assertThat(worth(asset, "2023-12-31")).doesNotContainKey("value");

    change(laptops, "{'depreciation': {'method': 'DECLINING_BALANCE', 'ratePercent': '20'}}")
        .expect(200);
    assertThat(worth(asset, "2026-01-01").getString("value")).isEqualTo("640.00");
    change(laptops, "{'depreciation': {'method': 'NONE', 'ratePercent': null}}").expect(200);
    assertThat(worth(asset, "2026-01-01").getString("value")).isEqualTo("1000.00");
    JsonObject inherits = change(laptops, "{'depreciation': null}").expect(200).json();
    assertThat(inherits).doesNotContainKey("depreciation");
    assertThat(inherits.getJsonObject("inherited").getJsonObject("depreciation").getInt("months"))
        .isEqualTo(48);
    assertThat(worth(asset, "2026-01-01").getString("value")).isEqualTo("549.69");
  }

  @Test
  void aMethodNeedsWhatItReckonsWith() {
    String id = category("'parentId': null");
    for (String wrong :
        new String[] {
          "{'method': 'STRAIGHT_LINE'}",
          "{'method': 'STRAIGHT_LINE', 'months': 0}",
          "{'method': 'STRAIGHT_LINE', 'months': 12, 'ratePercent': '3'}",
          "{'method': 'STRAIGHT_LINE', 'months': 12, 'residualPercent': '101'}",
          "{'method': 'DECLINING_BALANCE'}",
          "{'method': 'DECLINING_BALANCE', 'ratePercent': '0'}",
          "{'method': 'NONE', 'residualPercent': '5'}",
          "{'months': 12}"
        }) {
      change(id, "{'depreciation': " + wrong + "}").expect(422);
    }
    change(id, "{'depreciation': {'method': 'MAGIC'}}").expect(400);
  }

  @Test
  void aDayIsADay() {
    String asset = asset(category("'parentId': null"));
    assertThat(worth(asset, "2026-01-01").getString("value")).isEqualTo("1000.00");
    api.get("/v1/assets/" + asset + "/value").expect(200);
    api.get("/v1/assets/" + asset + "/value?on=yesterday").expect(400);
    api.get("/v1/assets/nothing/value").expect(404);
  }

  private static String category(String rest) {
    return api.post("/v1/categories", json("{'name': 'C %s', " + rest + "}", Some.word()))
        .expect(201)
        .id();
  }

  private static Answer change(String category, String patch) {
    return api.patch("/v1/categories/" + category, json(patch));
  }

  private static String asset(String category) {
    String model =
        api.post("/v1/models", json("{'name': 'M %s', 'categoryId': '%s'}", Some.word(), category))
            .expect(201)
            .id();
    return api.post(
            "/v1/assets",
            json(
                """
                {'name': 'Laptop', 'modelId': '%s',
                 'purchase': {'date': '2024-01-01', 'price': '1000.00', 'currency': 'EUR'}}
                """,
                model))
        .expect(201)
        .id();
  }

  private static JsonObject worth(String asset, String day) {
    return api.get("/v1/assets/" + asset + "/value?on=" + day).expect(200).json();
  }
}
