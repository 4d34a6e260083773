package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A power cut while corrections are written: what is left is written, and nothing twice. */
@Order(Order.DEFAULT + 2)
final class KilledStockTakeTest {

  private static final int ASSETS = 3_000;

  @Test
  void closingThatIsKilledGoesOnBehindItsLastPiece() {
    RunningSystem system = OneSystem.get();
    Api api = OneSystem.api();
    String word = Some.word();
    Answer room = Some.location(api, "");
    new Imports(api).run("assets", "many.csv", file(word, room.json().getString("code")));
    String take =
        api.post("/v1/stock-takes", json("{'name': '%s', 'locationId': '%s'}", word, room.id()))
            .expect(201)
            .id();
    assertThat(until(api, take, one -> state(one, "COUNTING")).getJsonObject("counts"))
        .containsEntry("expected", jakarta.json.Json.createValue(ASSETS));
    api.post("/v1/stock-takes/" + take + "/finish").expect(200);
    until(api, take, one -> state(one, "REVIEWING"));
    JsonObject decided =
        api.post("/v1/stock-takes/" + take + "/reviews", json("{'decision': 'ACCEPT'}"))
            .expect(200)
            .json();
    assertThat(decided.getJsonObject("reviews").getInt("accepted")).isEqualTo(ASSETS);
    api.post("/v1/stock-takes/" + take + "/close").expect(200);

    killAfter(system, api, take, ASSETS / 10);
    killAfter(system, api, take, ASSETS / 2);

    JsonObject closed = until(api, take, one -> state(one, "CLOSED"));
    assertThat(closed.getJsonObject("reviews").getInt("done")).isEqualTo(ASSETS);
    assertThat(
            Cypher.run(
                    """
                    MATCH (a:Asset) WHERE a.tag STARTS WITH $word
                    OPTIONAL MATCH (e:Event)-[:OF]->(a)
                    WITH a, count(e) AS events
                    RETURN count(a) AS assets, min(events) AS fewest, max(events) AS most,
                           collect(DISTINCT a.status) AS statuses
                    """,
                    Map.of("word", word))
                .get(0)
                .asMap())
        .hasToString("{assets=%d, fewest=2, most=2, statuses=[MISSING]}".formatted(ASSETS));
  }

  private static byte[] file(String word, String code) {
    return IntStream.range(0, ASSETS)
        .mapToObj(i -> "%s-%05d,Radio %d,%s".formatted(word, i, i, code))
        .collect(Collectors.joining("\n", "tag,name,location\n", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void killAfter(RunningSystem system, Api api, String take, int corrections) {
    JsonObject now =
        until(api, take, one -> one.getJsonObject("reviews").getInt("done") >= corrections);
    assertThat(state(now, "CLOSING")).as("it is still under way: " + now).isTrue();
    system.killServer();
    system.up();
  }

  private static boolean state(JsonObject take, String state) {
    return take.getString("state").equals(state);
  }

  private static JsonObject until(Api api, String take, Predicate<JsonObject> reached) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> api.get("/v1/stock-takes/" + take).expect(200).json(), reached);
  }
}
