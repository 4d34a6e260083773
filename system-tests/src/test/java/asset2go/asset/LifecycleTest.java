package asset2go.asset;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the whole table of the life cycle: every step there is, and every one that there is not.
 */
final class LifecycleTest {

  /** Where custody may last; entering any other status ends it. */
  private static final Set<EquipmentStatus> CUSTODY_LASTS =
      EnumSet.of(
          EquipmentStatus.CHECKED_OUT,
          EquipmentStatus.IN_TRANSIT,
          EquipmentStatus.IN_MAINTENANCE,
          EquipmentStatus.MISSING);

  private static final Map<Guard, String> FIELDS =
      new EnumMap<>(
          Map.of(
              Guard.CUSTODIAN, "custodian",
              Guard.CONDITION_RECORDED, "condition",
              Guard.REASON, "reason",
              Guard.METHOD, "method"));

  private static Api api;
  private static String person;

  /** Where an asset stands: its status, and whether somebody has it. */
  private record State(EquipmentStatus status, boolean held) {

    State after(Step step) {
      boolean taken = held || step.guards().contains(Guard.CUSTODIAN);
      return new State(step.to(), taken && CUSTODY_LASTS.contains(step.to()));
    }

    boolean allows(Step step) {
      return step.from() == status
          && !(step.guards().contains(Guard.CUSTODY) && !held)
          && !(step.guards().contains(Guard.NO_CUSTODY) && held);
    }
  }

  @BeforeAll
  static void start() {
    api = OneSystem.api();
    person = Some.person(api).id();
  }

  @TestFactory
  Stream<DynamicTest> everyStepOfTheTableCanBeTaken() {
    return Lifecycle.steps().stream()
        .map(
            step ->
                DynamicTest.dynamicTest(
                    step.from() + " to " + step.to(),
                    () -> {
                      String id = assetBefore(step);
                      Answer taken = take(id, step, step.guards()).expect(200);
                      assertThat(taken.json().getString("status")).isEqualTo(step.to().name());
                      assertThat(lastEvent(id))
                          .containsEntry("kind", Json.createValue("TRANSITION"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aStepThatIsNotInTheTableIsRefused() {
    return Arrays.stream(EquipmentStatus.values())
        .map(
            from ->
                DynamicTest.dynamicTest(
                    "from " + from,
                    () -> {
                      String id = assetIn(from);
                      for (EquipmentStatus to : EquipmentStatus.values()) {
                        if (Lifecycle.between(from, to).isEmpty()) {
                          Step impossible = new Step(from, to, EnumSet.allOf(Guard.class));
                          Answer refused = take(id, impossible, FIELDS.keySet()).expect(409);
                          assertThat(refused.json().getString("type"))
                              .isEqualTo("/problems/transition-refused");
                        }
                      }
                      Answer asset = api.get("/v1/assets/" + id).expect(200);
                      assertThat(asset.json().getString("status")).isEqualTo(from.name());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aStepSaysWhatItNeeds() {
    return Lifecycle.steps().stream()
        .flatMap(
            step ->
                step.guards().stream()
                    .filter(FIELDS::containsKey)
                    .map(
                        guard ->
                            DynamicTest.dynamicTest(
                                step.from() + " to " + step.to() + " without " + guard,
                                () -> {
                                  Set<Guard> others = EnumSet.copyOf(step.guards());
                                  others.remove(guard);
                                  Answer refused =
                                      take(assetBefore(step), step, others).expect(422);
                                  assertThat(refused.json().getJsonArray("errors").toString())
                                      .contains("\"" + FIELDS.get(guard) + "\"");
                                })));
  }

  @Test
  void anAssetOffersOnlyStepsOfTheTable() {
    for (EquipmentStatus status : EquipmentStatus.values()) {
      Answer asset = api.get("/v1/assets/" + assetIn(status)).expect(200);
      assertThat(names(asset))
          .isSubsetOf(Lifecycle.from(status).stream().map(step -> step.to().name()).toList());
    }
  }

  @Test
  void custodyIsKeptInMaintenanceAndEndsWithTheReturn() {
    String id = Some.asset(api).id();
    go(id, "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person);
    go(id, "{'to': 'IN_MAINTENANCE'}");
    assertThat(holder(id)).isEqualTo(person);
    go(id, "{'to': 'CHECKED_OUT'}");
    go(id, "{'to': 'AVAILABLE', 'condition': 'FAIR'}");
    JsonObject asset = api.get("/v1/assets/" + id).expect(200).json();
    assertThat(asset.get("holder")).isIn(null, JsonValue.NULL);
    assertThat(asset.getString("condition")).isEqualTo("FAIR");
  }

  @Test
  void aStepThatStartsElsewhereIsRefused() {
    String id = Some.asset(api).id();
    go(id, "{'to': 'IN_MAINTENANCE'}");
    Answer late =
        api.post(
            "/v1/assets/" + id + "/transitions", json("{'from': 'AVAILABLE', 'to': 'RETIRED'}"));
    assertThat(late.expect(409).json().getString("detail")).contains("IN_MAINTENANCE");
  }

  private static Set<String> names(Answer asset) {
    return Set.copyOf(
        asset.json().getJsonArray("next").stream()
            .map(step -> step.asJsonObject().getString("to"))
            .toList());
  }

  private static String holder(String id) {
    return api.get("/v1/assets/" + id).expect(200).json().getJsonObject("holder").getString("id");
  }

  private static void go(String id, String body, Object... values) {
    api.post("/v1/assets/" + id + "/transitions", json(body, values)).expect(200);
  }

  private static JsonObject lastEvent(String id) {
    return api.get("/v1/assets/" + id + "/events?limit=1").expect(200).items().get(0);
  }

  /** A new asset that stands where this step begins. */
  private static String assetBefore(Step step) {
    return walk(state -> state.allows(step));
  }

  private static String assetIn(EquipmentStatus status) {
    return walk(state -> state.status() == status);
  }

  private static String walk(Predicate<State> goal) {
    String id =
        api.post(
                "/v1/assets",
                json("{'tag': 'L-%s', 'name': 'Pump', 'status': 'ORDERED'}", Some.word()))
            .expect(201)
            .id();
    for (Step step : path(goal)) {
      take(id, step, step.guards()).expect(200);
    }
    return id;
  }

  private static List<Step> path(Predicate<State> goal) {
    State start = new State(EquipmentStatus.ORDERED, false);
    Map<State, List<Step>> paths = new HashMap<>(Map.of(start, List.of()));
    Deque<State> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      State state = open.remove();
      if (goal.test(state)) {
        return paths.getOrDefault(state, List.of());
      }
      for (Step step : Lifecycle.from(state.status())) {
        State next = state.after(step);
        if (state.allows(step) && !paths.containsKey(next)) {
          List<Step> path = new ArrayList<>(paths.getOrDefault(state, List.of()));
          path.add(step);
          paths.put(next, path);
          open.add(next);
        }
      }
    }
    throw new AssertionError("The table has no way there.");
  }

  private static Answer take(String id, Step step, Set<Guard> given) {
    JsonObjectBuilder body = Json.createObjectBuilder().add("to", step.to().name());
    if (given.contains(Guard.CUSTODIAN)) {
      body.add("custodian", json("{'kind': 'PERSON', 'id': '%s'}", person));
    }
    if (given.contains(Guard.CONDITION_RECORDED)) {
      body.add("condition", "GOOD");
    }
    if (given.contains(Guard.REASON)) {
      body.add("reason", "because");
    }
    if (given.contains(Guard.METHOD)) {
      body.add("method", "sold");
    }
    return api.post("/v1/assets/" + id + "/transitions", body.build());
  }
}
