package asset2go.check;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Twenty people move things into one another, places within one another, and say what needs what,
 * at random and at once, for {@code -Dmoves.seconds} (20). Then nothing is lost and nothing goes in
 * circles: the check of the whole graph finds nothing.
 */
final class RandomMovesTest {

  private static final int THREADS = 20;
  private static final int ASSETS = 40;
  private static final int PLACES = 12;

  private final Api api = OneSystem.api();
  private final Duration time = Duration.ofSeconds(Integer.getInteger("moves.seconds", 20));
  private final List<String> assets = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private String person;

  @Test
  void movesAndReParentingsAtRandomLeaveTheGraphSound() {
    for (int i = 0; i < ASSETS; i++) {
      assets.add(Some.asset(api).id());
    }
    for (int i = 0; i < PLACES; i++) {
      places.add(Some.location(api, "").id());
    }
    person = Some.person(api).id();
    long end = System.nanoTime() + time.toNanos();
    List<Map<String, Integer>> each = Together.times(THREADS, i -> walk(new Random(i), end));
    Map<String, Integer> outcomes = new TreeMap<>();
    each.forEach(one -> one.forEach((what, count) -> outcomes.merge(what, count, Integer::sum)));
    System.out.println("Random moves: " + outcomes);

    assertThat(outcomes.keySet()).allMatch(what -> what.matches(".* (200|201|204|404|409)"));
    assertThat(outcomes.keySet()).contains("move 200", "re-parent 200", "depend 200");
    assertThat(outcomes.keySet()).contains("move 409", "re-parent 409", "depend 409");
    assertNothingIsLost();
    assertThat(GraphSoundness.findings(api)).isEmpty();
  }

  /** What somebody does; how often with which outcome. */
  private Map<String, Integer> walk(Random random, long end) {
    Map<String, Integer> outcomes = new TreeMap<>();
    while (System.nanoTime() < end) {
      String asset = any(random, assets);
      int what = random.nextInt(20);
      if (what < 7) {
        count(outcomes, "move", put(asset, "containerId", "locationId", any(random, assets)));
      } else if (what < 10) {
        count(outcomes, "move", put(asset, "locationId", "containerId", any(random, places)));
      } else if (what < 11) {
        JsonObject nowhere = json("{'locationId': null, 'containerId': null}");
        count(outcomes, "move", api.patch("/v1/assets/" + asset, nowhere));
      } else if (what < 14) {
        JsonObject within = json("{'parentId': '%s'}", any(random, places));
        count(outcomes, "re-parent", api.patch("/v1/locations/" + any(random, places), within));
      } else if (what < 15) {
        JsonObject top = json("{'parentId': null}");
        count(outcomes, "re-parent", api.patch("/v1/locations/" + any(random, places), top));
      } else if (what < 17) {
        JsonObject needed = json("{'dependsOnId': '%s'}", any(random, assets));
        count(outcomes, "depend", api.post("/v1/assets/" + asset + "/dependencies", needed));
      } else if (what < 18) {
        String gone = "/v1/assets/" + asset + "/dependencies/" + any(random, assets);
        count(outcomes, "undepend", api.delete(gone));
      } else {
        JsonObject step =
            random.nextBoolean()
                ? json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person)
                : json("{'to': 'AVAILABLE', 'condition': 'GOOD'}");
        count(outcomes, "step", api.post("/v1/assets/" + asset + "/transitions", step));
      }
    }
    return outcomes;
  }

  private Answer put(String asset, String field, String other, String where) {
    return api.patch("/v1/assets/" + asset, json("{'%s': '%s', '%s': null}", field, where, other));
  }

  private static void count(Map<String, Integer> outcomes, String what, Answer answer) {
    outcomes.merge(what + " " + answer.status(), 1, Integer::sum);
  }

  private static String any(Random random, List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  /** Each is at one place, and in the list of everything at the outermost one just once. */
  private void assertNothingIsLost() {
    List<String> somewhere = new ArrayList<>();
    for (String id : assets) {
      JsonObject asset = api.get("/v1/assets/" + id).expect(200).json();
      if (is(asset.get("location"))) {
        somewhere.add(id);
      }
    }
    List<String> listed = new ArrayList<>();
    for (String id : places) {
      if (!is(api.get("/v1/locations/" + id).expect(200).json().get("parent"))) {
        api.all("/v1/locations/" + id + "/assets?deep=true&limit=200")
            .forEach(asset -> listed.add(asset.getString("id")));
      }
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(somewhere);
  }

  private static boolean is(JsonValue value) {
    return value != null && value.getValueType() == JsonValue.ValueType.OBJECT;
  }
}
