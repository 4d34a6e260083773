package asset2go.catalogue;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that assets are described with. */
final class CatalogueTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  @ParameterizedTest
  @ValueSource(strings = {"/v1/categories", "/v1/models", "/v1/manufacturers", "/v1/companies"})
  void anEntryIsMadeRenamedAndRemoved(String list) {
    Answer made = api.post(list, json("{'name': 'Entry %s'}", word)).expect(201);
    String path = list + "/" + made.id();
    assertThat(made.header("Location")).endsWith(path);
    String shouted = ("Entry " + word).toUpperCase(Locale.ROOT);
    api.post(list, json("{'name': '%s'}", shouted)).expect(409);
    api.post(list, json("{'name': ' '}")).expect(422);
    Answer renamed =
        api.with("If-Match", made.etag())
            .patch(path, json("{'name': 'Other %s'}", word))
            .expect(200);
    assertThat(renamed.json().getString("name")).isEqualTo("Other " + word);
    api.with("If-Match", made.etag()).patch(path, json("{'name': 'Late %s'}", word)).expect(412);
    assertThat(api.get(list + "?q=" + word).expect(200).items())
        .extracting(entry -> entry.getString("id"))
        .containsExactly(made.id());
    api.delete(path).expect(204);
    api.get(path).expect(404);
    assertThat(story(made.id()))
        .containsExactly(
            "1 CREATED [[\"name\",null,\"Entry %s\"]]".formatted(word),
            "2 CHANGED [[\"name\",\"Entry %1$s\",\"Other %1$s\"]]".formatted(word),
            "3 DELETED [[\"name\",\"Other %s\",null]]".formatted(word));
  }

  /** What is kept of it, in the graph. */
  private static List<String> story(String id) {
    return Cypher.run("MATCH (e:Event {subjectId: $id}) RETURN e ORDER BY e.seq", Map.of("id", id))
        .stream()
        .map(row -> row.get("e"))
        .map(
            event ->
                event.get("seq").asLong()
                    + " "
                    + event.get("kind").asString()
                    + " "
                    + event.get("changes").asString())
        .toList();
  }

  @Test
  void categoriesAreATreeThatNeverClosesToACircle() {
    String top = made("/v1/categories", "{'name': 'Top %s'}", word);
    String other = made("/v1/categories", "{'name': 'Other %s'}", word);
    String below = made("/v1/categories", "{'name': 'Below %s', 'parentId': '%s'}", word, top);
    assertThat(parent(below)).isEqualTo(top);
    api.patch("/v1/categories/" + below, json("{'parentId': '%s'}", other)).expect(200);
    assertThat(parent(below)).isEqualTo(other);
    api.patch("/v1/categories/" + other, json("{'parentId': '%s'}", below)).expect(409);
    api.delete("/v1/categories/" + other).expect(409);
    api.patch("/v1/categories/" + below, json("{'parentId': null}")).expect(200);
    api.delete("/v1/categories/" + other).expect(204);
  }

  @Test
  void aModelHasAMakerAndACategory() {
    String maker = made("/v1/manufacturers", "{'name': 'Maker %s'}", word);
    String category = made("/v1/categories", "{'name': 'Category %s'}", word);
    String model =
        made(
            "/v1/models",
            "{'name': 'Model %s', 'number': 'M-1', 'manufacturerId': '%s', 'categoryId': '%s'}",
            word,
            maker,
            category);
    String asset = made("/v1/assets", "{'name': 'Lamp', 'modelId': '%s'}", model);
    var seen = api.get("/v1/assets/" + asset).expect(200).json().getJsonObject("model");
    assertThat(seen.getJsonObject("category").getString("id")).isEqualTo(category);
    assertThat(api.get("/v1/assets?manufacturer=" + maker).expect(200).items()).hasSize(1);
    for (String used :
        new String[] {
          "/v1/manufacturers/" + maker, "/v1/categories/" + category, "/v1/models/" + model
        }) {
      api.delete(used).expect(409);
    }
    var changed =
        api.patch("/v1/models/" + model, json("{'number': null, 'manufacturerId': null}"))
            .expect(200)
            .json();
    assertThat(changed).doesNotContainKeys("number", "manufacturer").containsKey("category");
    assertThat(api.get("/v1/assets?manufacturer=" + maker).expect(200).items()).isEmpty();
    api.delete("/v1/manufacturers/" + maker).expect(204);
    api.patch("/v1/models/" + model, json("{'manufacturerId': '%s'}", maker)).expect(422);
  }

  @Test
  void aCompanyHasTagsAndPlacesOfItsOwn() {
    String company = made("/v1/companies", "{'name': 'Firm %s'}", word);
    String tag = "F-" + word;
    made("/v1/assets", "{'name': 'Ours', 'tag': '%s'}", tag);
    made("/v1/assets", "{'name': 'Theirs', 'tag': '%s', 'companyId': '%s'}", tag, company);
    assertThat(api.get("/v1/assets?company=" + company).expect(200).items())
        .extracting(asset -> asset.getString("name"))
        .containsExactly("Theirs");
    String yard = made("/v1/locations", "{'name': 'Yard', 'companyId': '%s'}", company);
    String ours = made("/v1/locations", "{'name': 'Ours'}");
    api.patch("/v1/locations/" + yard, json("{'parentId': '%s'}", ours)).expect(422);
    api.delete("/v1/companies/" + company).expect(409);
  }

  private String parent(String category) {
    return api.get("/v1/categories/" + category)
        .expect(200)
        .json()
        .getJsonObject("parent")
        .getString("id");
  }

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }
}
