package asset2go.running;

import static asset2go.running.Text.json;

import java.util.concurrent.ThreadLocalRandom;

/** Things for tests to work on, each with names that nothing else has. */
public final class Some {

  private Some() {}

  /** A word that stands nowhere else. */
  public static String word() {
    String letters = "bcdfghjklmnpqrstvwxz";
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      word.append(letters.charAt(ThreadLocalRandom.current().nextInt(letters.length())));
    }
    return word.toString();
  }

  /** A new asset. */
  public static Answer asset(Api api) {
    return asset(api, "T-" + word());
  }

  /** A new asset with this tag. */
  public static Answer asset(Api api, String tag) {
    return api.post("/v1/assets", json("{'tag': '%s', 'name': 'Drill %s'}", tag, tag)).expect(201);
  }

  /** A new location, inside another one or not. */
  public static Answer location(Api api, String parentId) {
    String parent = parentId.isEmpty() ? "null" : "\"" + parentId + "\"";
    String code = word();
    return api.post(
            "/v1/locations",
            json("{'code': '%s', 'name': 'Room %s', 'parentId': %s}", code, code, parent))
        .expect(201);
  }

  /** A new person. */
  public static Answer person(Api api) {
    return api.post("/v1/people", json("{'name': 'Robin %s'}", word())).expect(201);
  }
}
