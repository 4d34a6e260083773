package asset2go.fault;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.StoreProcess;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A working day while Redis is away: all that people do goes on, and what is for jobs waits. */
@Order(Order.DEFAULT + 1)
final class WorkWithoutRedisTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Instant START =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  @Test
  void allThatPeopleDoGoesOnAndJobsWait() {
    StoreProcess redis = OneSystem.get().redis();
    redis.stop();
    String bulk;
    String take;
    try {
      String room = Some.location(api, "").id();
      String model = made("/v1/models", "{'name': 'Model %s'}", word);
      String person = Some.person(api).id();
      List<String> assets =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      made(
                          "/v1/assets",
                          "{'tag': 'R-%s-%s', 'name': 'Radio', 'modelId': '%s', 'locationId': '%s'}",
                          word,
                          i,
                          model,
                          room))
              .toList();
      catalogue();
      custody(assets.getFirst(), person);
      bookingsAndKits(model);
      maintenance(assets.get(1));
      questions(assets.get(2), assets.get(3), room);
      lists();
      bulk =
          made("/v1/bulk", "{'kind': 'EDIT', 'query': 'q=R-%s', 'patch': {'notes': 'seen'}}", word);
      take = made("/v1/stock-takes", "{'name': '%s', 'locationId': '%s'}", word, room);
    } finally {
      redis.start();
    }
    awaitState("/v1/bulk/" + bulk, "COMPLETED");
    awaitState("/v1/stock-takes/" + take, "COUNTING");
    assertThat(api.get("/v1/assets?q=R-" + word).items())
        .hasSize(4)
        .allSatisfy(asset -> assertThat(asset.getString("notes", "")).isEqualTo("seen"));
  }

  private void catalogue() {
    String category = made("/v1/categories", "{'name': 'Category %s'}", word);
    made("/v1/fields", "{'categoryId': '%s', 'name': 'Volts', 'kind': 'NUMBER'}", category);
    made("/v1/suppliers", "{'name': 'Supplier %s'}", word);
    made("/v1/teams", "{'name': 'Team %s'}", word);
  }

  private void custody(String asset, String person) {
    String tag = api.get("/v1/assets/" + asset).expect(200).json().getString("tag");
    api.post(
            "/v1/custodies",
            json(
                "{'items': [{'asset': '%s'}], 'to': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s'}",
                tag, person, LocalDate.now().plusDays(3)))
        .expect(200);
    assertThat(api.get("/v1/custodies?state=open&holder=" + person).expect(200).items()).hasSize(1);
    api.get("/v1/people/" + person + "/offboarding").expect(200);
    api.post("/v1/custodies/return", json("{'condition': 'GOOD', 'items': [{'asset': '%s'}]}", tag))
        .expect(200);
  }

  private void bookingsAndKits(String model) {
    String line = "{'modelId': '%s', 'quantity': 3}".formatted(model);
    String window = "'from': '%s', 'to': '%s'".formatted(START, START.plus(4, ChronoUnit.HOURS));
    String booking = made("/v1/bookings", "{" + window + ", 'lines': [" + line + "]}");
    Answer clash =
        api.post("/v1/bookings", json("{" + window + ", 'lines': [" + line + "]}")).expect(409);
    assertThat(clash.body()).contains("1 can be had then, not 3");
    String kit =
        made(
            "/v1/kits",
            "{'name': 'Kit %s', 'slots': [{'name': 'Radio', 'quantity': 1, 'accepts': [{'kind': 'MODEL', 'id': '%s'}]}]}",
            word,
            model);
    api.get("/v1/kits/" + kit + "/availability?from=" + START + "&to=" + START.plusSeconds(3_600))
        .expect(200);
    api.post("/v1/bookings/" + booking + "/cancel", json("{}")).expect(200);
  }

  private void maintenance(String asset) {
    String order = made("/v1/work-orders", "{'assetId': '%s', 'title': 'Hum'}", asset);
    api.post("/v1/work-orders/" + order + "/steps", json("{'to': 'IN_PROGRESS'}")).expect(200);
    api.post(
            "/v1/work-orders/" + order + "/steps",
            json("{'to': 'DONE', 'resolution': 'Tightened', 'condition': 'GOOD'}"))
        .expect(200);
  }

  private void questions(String one, String other, String room) {
    api.post("/v1/assets/" + one + "/dependencies", json("{'dependsOnId': '%s'}", other))
        .expect(200);
    assertThat(api.get("/v1/assets/" + other + "/impact").expect(200).body()).contains(one);
    api.get("/v1/dependencies/single-points").expect(200);
    api.get("/v1/assets/" + one + "/position?on=" + LocalDate.now()).expect(200);
    api.get("/v1/assets/" + one + "/custody?on=" + LocalDate.now()).expect(200);
    assertThat(api.get("/v1/locations/" + room + "/assets?deep=true").expect(200).items())
        .hasSize(4);
    api.get("/v1/me/sight").expect(200);
    api.get("/v1/dashboard").expect(200);
  }

  private void lists() {
    made("/v1/views", "{'name': 'View %s', 'query': 'status=AVAILABLE&sort=-tag'}", word);
    assertThat(tags("/v1/assets?status=AVAILABLE&sort=-tag&q=R-" + word)).hasSize(4);
    assertThat(api.get("/v1/search?q=R-" + word).expect(200).body()).contains("R-" + word);
    String thrown = Some.asset(api).id();
    api.delete("/v1/assets/" + thrown).expect(204);
    api.post("/v1/trash/" + thrown + "/restore").expect(200);
  }

  private Set<String> tags(String path) {
    return api.get(path).expect(200).items().stream()
        .map(asset -> asset.getString("tag"))
        .collect(Collectors.toSet());
  }

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private void awaitState(String path, String state) {
    Awaitility.await(path).atMost(LONG).until(() -> seen(path).getString("state"), state::equals);
  }

  private JsonObject seen(String path) {
    return api.get(path).expect(200).json();
  }
}
