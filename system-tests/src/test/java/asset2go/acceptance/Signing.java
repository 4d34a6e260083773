package asset2go.acceptance;

import static asset2go.running.Text.json;

import asset2go.running.Api;
import asset2go.running.Some;
import jakarta.json.JsonObject;

/** Makes what somebody has to sign. */
public record Signing(Api api) {

  /** Hands something with terms to a person; the id of the acceptance that waits. */
  public String waiting(String person) {
    return hand(laptop(category("Take care of it.")), person);
  }

  /** A new category with terms. */
  String category(String text) {
    String category =
        api.post("/v1/categories", json("{'name': 'Laptops %s'}", Some.word())).expect(201).id();
    terms("CATEGORY", category, text);
    return category;
  }

  /** Another edition of the terms of something. */
  JsonObject terms(String kind, String id, String text) {
    String body = "{'title': 'Laptop terms', 'text': '%s', 'subject': {'kind': '%s', 'id': '%s'}}";
    return api.post("/v1/terms", json(body, text, kind, id)).expect(201).json();
  }

  /** A new asset of a new model in a category. */
  String laptop(String category) {
    String model =
        api.post("/v1/models", json("{'name': '%s', 'categoryId': '%s'}", Some.word(), category))
            .expect(201)
            .id();
    String asset = Some.asset(api).id();
    api.patch("/v1/assets/" + asset, json("{'modelId': '%s'}", model)).expect(200);
    return asset;
  }

  /** Hands it out; the id of the acceptance. */
  String hand(String asset, String person) {
    String body = "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}}";
    JsonObject item =
        api.post("/v1/custodies", json(body, asset, person))
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    return item.getJsonObject("custody").getJsonObject("acceptance").getString("id");
  }
}
