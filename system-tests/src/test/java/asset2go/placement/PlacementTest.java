package asset2go.placement;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.Text;
import asset2go.running.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Point 2 of the domain: position as of a day, through whatever it stood in then. */
final class PlacementTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void theWayToAnAssetIsThatOfTheDay() {
    Answer site = Some.location(api, "");
    Answer hall = Some.location(api, site.id());
    Answer yard = Some.location(api, "");
    String van = Some.asset(api).id();
    String crate = Some.asset(api).id();
    String drill = Some.asset(api).id();
    put(van, "locationId", yard.id());
    put(crate, "locationId", hall.id());
    put(drill, "containerId", crate);
    began("2026-03-01T08:00:00Z", crate, drill, van, hall.id());
    // On the third the crate goes into the van, the hall to another site on the fourth.
    put(crate, "containerId", van);
    moved(crate, "2026-03-03T10:00:00Z");
    Answer other = Some.location(api, "");
    api.patch("/v1/locations/" + hall.id(), json("{'parentId': '%s'}", other.id())).expect(200);
    moved(hall.id(), "2026-03-04T10:00:00Z");

    assertThat(way(drill, "2026-02-28")).isEmpty();
    assertThat(way(drill, "2026-03-02")).containsExactly(site.id(), hall.id(), crate);
    assertThat(way(drill, "2026-03-03T09:59:59Z")).containsExactly(site.id(), hall.id(), crate);
    assertThat(way(drill, "2026-03-03")).containsExactly(yard.id(), van, crate);
    assertThat(way(drill, null)).containsExactly(yard.id(), van, crate);
    assertThat(way(hallDweller(hall.id()), null)).containsExactly(other.id(), hall.id());

    List<JsonObject> stays = api.get("/v1/assets/" + crate + "/placements").expect(200).items();
    assertThat(stays).extracting(PlacementTest::place).containsExactly(van, hall.id());
    assertThat(stays.get(1).getString("to")).isEqualTo(stays.get(0).getString("from"));
    assertThat(placesOn(crate, "2026-03-03")).containsExactly(van, hall.id());
    assertThat(placesOn(crate, "2026-03-02")).containsExactly(hall.id());
    assertThat(placesOn(crate, "2026-03-03T10:00:00Z")).containsExactly(van);
  }

  private static String hallDweller(String hall) {
    String id = Some.asset(api).id();
    put(id, "locationId", hall);
    return id;
  }

  @Test
  void aLongHistoryIsReadPageByPage() {
    String id = Some.asset(api).id();
    List<String> rooms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      rooms.add(0, Some.location(api, "").id());
      put(id, "locationId", rooms.get(0));
    }
    assertThat(api.all("/v1/assets/" + id + "/placements?limit=2"))
        .extracting(PlacementTest::place)
        .containsExactlyElementsOf(rooms);
    api.get("/v1/assets/" + id + "/placements?after=nonsense").expect(400);
    api.get("/v1/assets/" + id + "/placements?on=yesterday").expect(400);
    api.get("/v1/assets/" + id + "/position?on=2026-13-01").expect(400);
    api.get("/v1/assets/nothing/placements").expect(404);
    api.get("/v1/assets/nothing/position").expect(404);
  }

  @Test
  void whatIsInTheTrashOrGoneSinceIsStillTold() {
    String room = Some.location(api, "").id();
    String box = Some.asset(api).id();
    String id = Some.asset(api).id();
    put(id, "containerId", box);
    put(id, "locationId", room);
    String asleep = Instant.now().toString();
    put(id, "locationId", null);
    api.delete("/v1/locations/" + room).expect(204);
    api.delete("/v1/assets/" + box).expect(204);
    api.delete("/v1/assets/" + id).expect(204);
    assertThat(way(id, asleep)).containsExactly(room);
    assertThat(way(id, null)).isEmpty();
    assertThat(api.get("/v1/assets/" + id + "/placements").expect(200).items())
        .extracting(stay -> stay.getJsonObject("place").getBoolean("gone"))
        .containsExactly(true, true);
  }

  @Test
  void staysFollowEachOtherHoweverManyMoveItAtOnce() {
    String id = Some.asset(api).id();
    List<String> rooms = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rooms.add(Some.location(api, "").id());
    }
    Together.times(
        rooms.size(),
        i -> api.patch("/v1/assets/" + id, json("{'locationId': '%s'}", rooms.get(i))).expect(200));
    List<JsonObject> stays = api.get("/v1/assets/" + id + "/placements").expect(200).items();
    assertThat(stays).hasSize(rooms.size());
    for (int i = 1; i < stays.size(); i++) {
      assertThat(stays.get(i).getString("to")).isEqualTo(stays.get(i - 1).getString("from"));
      assertThat(Instant.parse(stays.get(i).getString("from")))
          .isBeforeOrEqualTo(Instant.parse(stays.get(i).getString("to")));
    }
    assertThat(stays.get(0).get("to")).isIn(null, JsonValue.NULL);
  }

  @Test
  void noTreeGrowsDeeperThanItIsFollowed() {
    List<String> tower = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      tower.add(Some.asset(api).id());
      if (i > 0) {
        put(tower.get(i), "containerId", tower.get(i - 1));
      }
    }
    List<String> more = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      more.add(Some.asset(api).id());
      if (i > 0) {
        put(more.get(i), "containerId", more.get(i - 1));
      }
    }
    JsonObject whole = json("{'containerId': '%s'}", tower.get(11));
    api.patch("/v1/assets/" + more.get(0), whole).expect(409);
    api.patch("/v1/assets/" + more.get(1), whole).expect(200);
    assertThat(way(more.get(9), null)).hasSize(20);
  }

  @Test
  void everythingInsideAContainerIsListedAtAnyDepth() {
    String outer = Some.asset(api).id();
    String middle = Some.asset(api).id();
    String inner = Some.asset(api).id();
    put(middle, "containerId", outer);
    put(inner, "containerId", middle);
    assertThat(ids(api.get("/v1/assets/" + outer + "/contents").items())).containsExactly(middle);
    assertThat(ids(api.all("/v1/assets/" + outer + "/contents?deep=true&limit=1")))
        .containsExactlyInAnyOrder(middle, inner);
  }

  @Test
  void placesBeyondSomebodysRightsAreNotNamed() {
    String mine = Some.location(api, "").id();
    Answer theirs = Some.location(api, "");
    Answer inTheirs = Some.location(api, theirs.id());
    String box = Some.asset(api).id();
    String id = Some.asset(api).id();
    put(box, "locationId", inTheirs.id());
    put(id, "containerId", box);
    String then = Instant.now().toString();
    put(id, "locationId", mine);
    Api member = Colleague.over("MEMBER", "LOCATION", mine).signIn();
    assertThat(names(member.get("/v1/assets/" + id + "/position").expect(200)))
        .containsExactly(name(api.get("/v1/locations/" + mine)));
    Answer before = member.get("/v1/assets/" + id + "/position?on=" + then).expect(200);
    assertThat(names(before)).containsExactly("•••");
    Answer stays = member.get("/v1/assets/" + id + "/placements").expect(200);
    assertThat(stays.items()).hasSize(2);
    for (Answer answer : List.of(before, stays)) {
      assertThat(answer.body())
          .doesNotContain(box)
          .doesNotContain(theirs.id())
          .doesNotContain(name(inTheirs));
    }
    member.get("/v1/assets/" + box + "/position").expect(404);
    member.get("/v1/assets/" + box + "/placements").expect(404);
  }

  private static String name(Answer answer) {
    return answer.json().getString("name");
  }

  private static List<String> names(Answer position) {
    return position.json().getJsonArray("path").getValuesAs(JsonObject.class).stream()
        .map(step -> step.getJsonObject("place").getString("name"))
        .toList();
  }

  private static List<String> ids(List<JsonObject> items) {
    return items.stream().map(item -> item.getString("id")).toList();
  }

  private static void put(String id, String field, String place) {
    String value = place == null ? "null" : "\"" + place + "\"";
    String other = field.equals("locationId") ? "containerId" : "locationId";
    api.patch("/v1/assets/" + id, json("{'%s': %s, '%s': null}", field, value, other)).expect(200);
  }

  /** Sets the clock back: all that these have stood in began then. */
  private static void began(String at, String... ids) {
    Cypher.run(
        """
        MATCH (p:Placement) WHERE p.subjectId IN $ids AND p.from IS NOT NULL AND p.id IS NOT NULL
        SET p.from = datetime($at)
        """,
        Map.of("ids", List.of(ids), "at", at));
  }

  /** And the last move was then. */
  private static void moved(String id, String at) {
    Cypher.run(
        """
        MATCH (p:Placement)
        WHERE p.subjectId = $id AND p.from > datetime('2026-03-02T00:00:00Z') AND p.id IS NOT NULL
        SET p.from = datetime($at)
        WITH count(*) AS moved
        MATCH (p:Placement)
        WHERE p.subjectId = $id AND p.from < datetime($at) AND p.id IS NOT NULL
        SET p.to = datetime($at)
        """,
        Map.of("id", id, "at", at));
  }

  private static List<String> way(String id, String on) {
    String query = on == null ? "" : "?on=" + Text.encoded(on);
    JsonObject position = api.get("/v1/assets/" + id + "/position" + query).expect(200).json();
    assertThat(position.getBoolean("truncated")).isFalse();
    return position.getJsonArray("path").getValuesAs(JsonObject.class).stream()
        .map(PlacementTest::place)
        .toList();
  }

  private static List<String> placesOn(String id, String on) {
    return api.get("/v1/assets/" + id + "/placements?on=" + Text.encoded(on)).items().stream()
        .map(PlacementTest::place)
        .toList();
  }

  private static String place(JsonObject step) {
    return step.getJsonObject("place").getString("id");
  }
}
