package asset2go.fault;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import asset2go.running.Some;
import asset2go.running.Text;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;

/** A power cut in the middle of an import loses nothing and doubles nothing. */
@Order(Order.DEFAULT + 2)
final class KilledImportTest {

  private static final int ROWS = 20_000;
  private static final int FEW = 1_500;

  @Test
  void anImportThatIsKilledGoesOnWhereItsLastBatchEnded() {
    RunningSystem system = OneSystem.get();
    Imports imports = new Imports(OneSystem.api(), Duration.ofMinutes(5));
    String word = Some.word();
    String id = imports.start("assets", "many.csv", file(word), Map.of()).expect(202).id();

    killAfter(system, imports, id, ROWS / 10);
    system.up();
    killAfter(system, imports, id, ROWS / 2);
    system.up();

    JsonObject run = imports.finished(id);
    assertThat(Imports.state(run)).as(run.toString()).isEqualTo("completed");
    assertThat(
            List.of(
                run.getInt("total"),
                run.getInt("processed"),
                run.getInt("created"),
                run.getInt("failed")))
        .as(run.toString())
        .containsExactly(ROWS, ROWS, ROWS, 0);
    assertExactlyOnce(system, word);
    assertChainsHold(system.administrator(), word);
  }

  /** Taking it back is noted asset by asset, in the transaction that does it. */
  @Test
  void anUndoThatIsKilledGoesOnWithTheNextAsset() {
    RunningSystem system = OneSystem.get();
    Api api = OneSystem.api();
    String word = Some.word();
    Imports imports = new Imports(api, Duration.ofMinutes(5));
    String id =
        imports
            .finished(
                imports.start("assets", "few.csv", file(word, FEW), Map.of()).expect(202).id())
            .getString("id");
    String undo = api.post("/v1/imports/" + id + "/undo", Text.json("{}")).expect(201).id();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> api.get("/v1/bulk/" + undo).json().getInt("changed") >= FEW / 10);
    system.killServer();
    system.up();
    JsonObject run =
        Awaitility.await()
            .atMost(Duration.ofMinutes(4))
            .until(
                () -> api.get("/v1/bulk/" + undo).expect(200).json(),
                now -> now.getString("state").equals("COMPLETED"));
    assertThat(List.of(run.getInt("total"), run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(FEW, FEW, 0);
    assertThat(api.get("/v1/assets?tag=" + word).expect(200).items()).isEmpty();
  }

  /** The same of places, which go one by one, inner ones first. */
  @Test
  void anUndoOfPlacesThatIsKilledGoesOnWithTheNextOne() {
    RunningSystem system = OneSystem.get();
    Api api = OneSystem.api();
    String word = Some.word();
    Imports imports = new Imports(api, Duration.ofMinutes(5));
    byte[] places =
        IntStream.range(0, FEW)
            .mapToObj(
                i -> "%1$s-%2$d,Place %1$s,%3$s".formatted(word, i, i == 0 ? "" : word + "-0"))
            .collect(Collectors.joining("\n", "code,name,parent\n", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    String id = imports.run("locations", "places.csv", places).getString("id");
    String undo = api.post("/v1/imports/" + id + "/undo", Text.json("{}")).expect(201).id();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> api.get("/v1/bulk/" + undo).json().getInt("changed") >= FEW / 10);
    system.killServer();
    system.up();
    JsonObject run =
        Awaitility.await()
            .atMost(Duration.ofMinutes(4))
            .until(
                () -> api.get("/v1/bulk/" + undo).expect(200).json(),
                now -> now.getString("state").equals("COMPLETED"));
    assertThat(List.of(run.getInt("total"), run.getInt("changed"), run.getInt("refused")))
        .as(run.toString())
        .containsExactly(FEW, FEW, 0);
    assertThat(api.get("/v1/locations?q=" + word).expect(200).items()).isEmpty();
  }

  private static byte[] file(String word) {
    return file(word, ROWS);
  }

  private static byte[] file(String word, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                "%s-%05d,Radio %d,Radio,Motorola,DP %d,SN%s%d"
                    .formatted(word, i, i, i % 20, word, i))
        .collect(Collectors.joining("\n", "tag,name,category,manufacturer,model,serial\n", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void killAfter(RunningSystem system, Imports imports, String id, int rows) {
    JsonObject run =
        Awaitility.await("row " + rows)
            .atMost(Duration.ofMinutes(4))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> imports.now(id), now -> now.getInt("processed") >= rows);
    assertThat(Imports.state(run)).as("it is still under way: " + run).isEqualTo("running");
    system.killServer();
  }

  /** Counted where they are kept, since a list would hide what it should not show. */
  private static void assertExactlyOnce(RunningSystem system, String word) {
    try (Driver driver =
        GraphDatabase.driver(
            system.setting("NEO4J_URI"),
            AuthTokens.basic(system.setting("NEO4J_USER"), system.setting("NEO4J_PASSWORD")))) {
      Record counts =
          driver
              .executableQuery(
                  """
                  MATCH (a:Asset) WHERE a.tag STARTS WITH $word
                  OPTIONAL MATCH (e:Event)-[:OF]->(a)
                  WITH a, count(e) AS events
                  RETURN count(a) AS assets, count(DISTINCT a.tag) AS tags, sum(events) AS events,
                         min(events) AS fewest, max(events) AS most
                  """)
              .withParameters(Map.of("word", word))
              .withConfig(
                  QueryConfig.builder().withDatabase(system.setting("NEO4J_DATABASE")).build())
              .execute()
              .records()
              .get(0);
      assertThat(counts.asMap())
          .containsAllEntriesOf(
              Map.of(
                  "assets", (long) ROWS,
                  "tags", (long) ROWS,
                  "events", (long) ROWS,
                  "fewest", 1L,
                  "most", 1L));
    }
  }

  private static void assertChainsHold(Api api, String word) {
    for (int i = 0; i < ROWS; i += ROWS / 40) {
      String tag = "%s-%05d".formatted(word, i);
      JsonObject asset =
          api.get("/v1/assets?q=" + tag).expect(200).items().stream()
              .filter(found -> found.getString("tag").equals(tag))
              .findFirst()
              .orElseThrow(() -> new AssertionError(tag + " is missing"));
      JsonObject verification =
          api.get("/v1/assets/" + asset.getString("id") + "/events/verify").expect(200).json();
      assertThat(verification.getBoolean("valid")).as(tag).isTrue();
      assertThat(verification.getInt("checked")).isEqualTo(1);
    }
  }
}
