package asset2go.asset;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each filter of the list of assets gives the same ones by API, page, kept view and many at once.
 */
final class FilterTest {

  private static final Pattern ROW = Pattern.compile("class=\"lead\"><a href=\"/assets/([^\"]+)\"");

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static Api api;
  private static Api page;
  private static String word;
  private static final Map<String, String> IDS = new LinkedHashMap<>();
  private static final Map<String, String> MADE = new LinkedHashMap<>();

  /**
   * A drill that has everything that can be asked for, one that has other things, and a bare one.
   */
  @BeforeAll
  static void furnish() {
    api = OneSystem.api();
    page = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + api.token());
    word = Some.word();
    String site = Some.location(api, "").id();
    IDS.put("site", site);
    IDS.put("room", Some.location(api, site).id());
    IDS.put("tools", made("/v1/categories", "{'name': 'Tools %s'}", word));
    IDS.put(
        "drills",
        made("/v1/categories", "{'name': 'Drills %s', 'parentId': '%s'}", word, IDS.get("tools")));
    IDS.put("maker", made("/v1/manufacturers", "{'name': 'Maker %s'}", word));
    IDS.put(
        "model",
        made(
            "/v1/models",
            "{'name': 'M %s', 'categoryId': '%s', 'manufacturerId': '%s'}",
            word,
            IDS.get("drills"),
            IDS.get("maker")));
    IDS.put("supplier", made("/v1/suppliers", "{'name': 'Supplier %s'}", word));
    IDS.put("company", made("/v1/companies", "{'name': 'Company %s'}", word));
    IDS.put("batch", made("/v1/batches", "{'name': 'B %s'}", word));
    IDS.put("person", Some.person(api).id());
    IDS.put("team", made("/v1/teams", "{'name': 'Team %s'}", word));
    field("power", "'kind': 'NUMBER', 'unit': 'W', 'filterable': true");
    field("colour", "'kind': 'CHOICE', 'choices': ['Red', 'Blue, dark', 'Green']");
    field("tested", "'kind': 'DATE'");
    field("label", "'kind': 'TEXT'");
    field("safe", "'kind': 'BOOLEAN'");
    whole();
    other();
    bare();
  }

  private static String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private static void field(String name, String more) {
    IDS.put(
        name,
        made(
            "/v1/fields",
            "{'categoryId': '%s', 'name': '%s %s', " + more + "}",
            IDS.get("tools"),
            name,
            word));
  }

  private static void whole() {
    String id =
        made(
            "/v1/assets",
            "{'tag': 'F-%s-1', 'name': 'Whole %s', 'serial': 'S-%s', 'condition': 'POOR',"
                + " 'modelId': '%s', 'locationId': '%s', 'batchId': '%s', 'purchase': {'date':"
                + " '2024-03-01', 'price': '99.50', 'currency': 'CHF', 'orderNumber': 'O-%s',"
                + " 'supplierId': '%s', 'warrantyUntil': '2027-03-01'}, 'fields': {'%s': 650, '%s':"
                + " 'Blue, dark', '%s': '2026-02-28', '%s': 'Left one', '%s': true}}",
            word,
            word,
            word,
            IDS.get("model"),
            IDS.get("room"),
            IDS.get("batch"),
            word,
            IDS.get("supplier"),
            IDS.get("power"),
            IDS.get("colour"),
            IDS.get("tested"),
            IDS.get("label"),
            IDS.get("safe"));
    MADE.put("whole", id);
    made("/v1/work-orders", "{'assetId': '%s', 'title': 'Oil %s'}", id, word);
    made(
        "/v1/bookings",
        "{'from': '%sT08:00:00Z', 'to': '%sT16:00:00Z', 'zone': 'UTC', 'lines': [{'assetId': '%s'}]}",
        TODAY.plusDays(20),
        TODAY.plusDays(20),
        id);
  }

  private static void other() {
    String model =
        made("/v1/models", "{'name': 'N %s', 'categoryId': '%s'}", word, IDS.get("tools"));
    String id =
        made(
            "/v1/assets",
            "{'tag': 'F-%s-2', 'name': 'Other %s', 'condition': 'GOOD', 'modelId': '%s',"
                + " 'locationId': '%s', 'purchase': {'date': '2020-03-01', 'price': '1000',"
                + " 'currency': 'EUR'}, 'fields': {'%s': 1200, '%s': 'Red'}}",
            word,
            word,
            model,
            IDS.get("site"),
            IDS.get("power"),
            IDS.get("colour"));
    MADE.put("other", id);
    api.post(
            "/v1/assets/" + id + "/transitions",
            json(
                "{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s'}",
                IDS.get("person"), TODAY.plusDays(3)))
        .expect(200);
  }

  private static void bare() {
    String id =
        made(
            "/v1/assets",
            "{'tag': 'F-%s-3', 'name': 'Bare %s', 'companyId': '%s'}",
            word,
            word,
            IDS.get("company"));
    MADE.put("bare", id);
    api.post("/v1/assets/" + id + "/transitions", json("{'to': 'MISSING'}")).expect(200);
  }

  /** What is asked, with ids by their names in braces, and who answers to it. */
  private static Map<String, Set<String>> filters() {
    Map<String, Set<String>> filters = new LinkedHashMap<>();
    filters.put("q=whole", Set.of("whole"));
    filters.put("sort=-tag", Set.of("whole", "other", "bare"));
    filters.put("serial=S-", Set.of("whole"));
    filters.put("order=O-", Set.of("whole"));
    filters.put("status=MISSING,CHECKED_OUT", Set.of("other", "bare"));
    filters.put("status=MISSING&status=AVAILABLE", Set.of("whole", "bare"));
    filters.put("condition=POOR", Set.of("whole"));
    filters.put("category={tools}", Set.of("whole", "other"));
    filters.put("category={drills}", Set.of("whole"));
    filters.put("category={tools}&manufacturer={maker}", Set.of("whole"));
    filters.put("location={site}", Set.of("whole", "other"));
    filters.put("location={room}", Set.of("whole"));
    filters.put("model={model}", Set.of("whole"));
    filters.put("manufacturer={maker}", Set.of("whole"));
    filters.put("supplier={supplier}", Set.of("whole"));
    filters.put("company={company}", Set.of("bare"));
    filters.put("batch={batch}", Set.of("whole"));
    filters.put("holder={person}", Set.of("other"));
    filters.put("holder=PERSON:{person}", Set.of("other"));
    filters.put("holder=TEAM:{team}", Set.of());
    filters.put("holder=none", Set.of("whole", "bare"));
    filters.put("purchased.from=2024-01-01", Set.of("whole"));
    filters.put("purchased.to=2024-03-01", Set.of("whole", "other"));
    filters.put("warranty.from=2027-03-01&warranty.to=2027-03-01", Set.of("whole"));
    filters.put("price.from=99.5&price.to=100", Set.of("whole"));
    filters.put("price.from=100", Set.of("other"));
    filters.put("currency=CHF", Set.of("whole"));
    filters.put("due.from=" + TODAY, Set.of("other"));
    filters.put("due.to=" + TODAY.plusDays(2), Set.of());
    filters.put("overdue=true", Set.of());
    filters.put("overdue=false", Set.of("whole", "other", "bare"));
    filters.put(
        "booked.from=" + TODAY.plusDays(20) + "&booked.to=" + TODAY.plusDays(20), Set.of("whole"));
    filters.put("booked.to=" + TODAY.plusDays(19), Set.of());
    filters.put("workOrder=open", Set.of("whole"));
    filters.put("workOrder=none", Set.of("other", "bare"));
    for (String state : List.of("valid", "overdue", "failed")) {
      filters.put("calibration=" + state, Set.of());
    }
    filters.put("created.from=" + TODAY, Set.of("whole", "other", "bare"));
    filters.put("created.to=" + TODAY.minusDays(1), Set.of());
    filters.put("updated.from=" + TODAY + "&updated.to=" + TODAY, Set.of("whole", "other", "bare"));
    filters.put("field.{power}=650.0", Set.of("whole"));
    filters.put("field.{power}.from=700", Set.of("other"));
    filters.put("field.{power}.from=600&field.{power}.to=1200", Set.of("whole", "other"));
    filters.put("field.power %s.to=700".formatted(word), Set.of("whole"));
    filters.put("field.{colour}=Red&field.{colour}=Blue, dark", Set.of("whole", "other"));
    filters.put("field.{colour}=Blue, dark", Set.of("whole"));
    filters.put("field.{tested}.from=2026-02-01&field.{tested}.to=2026-02-28", Set.of("whole"));
    filters.put("field.{tested}.none=true", Set.of("other"));
    filters.put("field.{label}.begins=Left", Set.of("whole"));
    filters.put("field.{label}=Left", Set.of());
    filters.put("field.{safe}=true", Set.of("whole"));
    return filters;
  }

  /** The address of a list: only of what is made here, whatever else there is. */
  private static String address(String filter) {
    String ids = filter;
    for (Map.Entry<String, String> known : IDS.entrySet()) {
      ids = ids.replace("{" + known.getKey() + "}", known.getValue());
    }
    List<String> parts = new ArrayList<>(List.of("tag=F-" + word));
    for (String part : ids.split("&")) {
      int equals = part.indexOf('=');
      parts.add(encoded(part.substring(0, equals)) + "=" + encoded(part.substring(equals + 1)));
    }
    return String.join("&", parts);
  }

  @TestFactory
  List<DynamicTest> everywhereTheSame() {
    return filters().entrySet().stream()
        .map(
            filter ->
                DynamicTest.dynamicTest(
                    filter.getKey(), () -> same(address(filter.getKey()), filter.getValue())))
        .toList();
  }

  private static void same(String address, Set<String> names) {
    Set<String> expected = new TreeSet<>();
    names.forEach(name -> expected.add(MADE.get(name)));
    assertThat(ids(api.get("/v1/assets?" + address))).as("API").isEqualTo(expected);
    assertThat(ids(api.get("/v1/assets?query=" + encoded(address)))).as("kept").isEqualTo(expected);
    assertThat(rows("/assets?" + address)).as("page").isEqualTo(expected);
    JsonObject kept =
        api.post("/v1/views", json("{'name': 'F %s', 'query': '%s'}", Some.word(), address))
            .expect(201)
            .json();
    assertThat(rows("/assets?" + kept.getString("query") + "&view=" + kept.getString("id")))
        .as("view")
        .isEqualTo(expected);
    api.delete("/v1/views/" + kept.getString("id")).expect(204);
  }

  private static Set<String> ids(Answer list) {
    Set<String> ids = new TreeSet<>();
    list.expect(200).items().forEach(asset -> ids.add(asset.getString("id")));
    return ids;
  }

  private static Set<String> rows(String path) {
    Set<String> ids = new TreeSet<>();
    ROW.matcher(page.get(path).expect(200).body()).results().forEach(row -> ids.add(row.group(1)));
    return ids;
  }

  @Test
  void manyAtOnceMeanTheSame() {
    String query = address("field.{colour}=Red&field.{colour}=Blue, dark&holder=none");
    String run =
        api.post("/v1/bulk", json("{'kind': 'TRASH', 'query': '%s', 'dryRun': true}", query))
            .expect(201)
            .id();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get("/v1/bulk/" + run).json().getString("state").equals("COMPLETED"));
    assertThat(api.get("/v1/bulk/" + run + "/items").items())
        .extracting(item -> item.getString("assetId"))
        .containsExactly(MADE.get("whole"));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("colour=red", "colour");
    wrong.put("status=GONE", "status");
    wrong.put("status=,", "status");
    wrong.put("condition=LOST", "condition");
    wrong.put("price.from=dear", "price.from");
    wrong.put("purchased.to=yesterday", "purchased.to");
    wrong.put("created.from=2026-02-30", "created.from");
    wrong.put("overdue=maybe", "overdue");
    wrong.put("workOrder=1", "workOrder");
    wrong.put("calibration=soon", "calibration");
    wrong.put("holder=ROBOT:1", "holder");
    wrong.put("booked.from=soon", "booked.from");
    wrong.put("field.=1", "field.");
    wrong.put("field.nothing=1", "field.nothing");
    wrong.put("field." + IDS.get("colour") + ".from=1", "field." + IDS.get("colour") + ".from");
    wrong.put("field." + IDS.get("power") + "=strong", "field." + IDS.get("power"));
    wrong.put("field." + IDS.get("power") + ".none=no", "field." + IDS.get("power") + ".none");
    wrong.put("sort=price", "sort");
    wrong.forEach(
        (asked, name) -> {
          JsonObject problem = api.get("/v1/assets?" + asked).expect(400).json();
          assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
              .as(asked)
              .isEqualTo(name);
        });
    api.get("/v1/assets?query=q%3Dx&status=MISSING").expect(400);
    assertThat(page.get("/assets?price.from=dear").expect(200).body())
        .contains("id=\"wrong-filter\"");
    api.post("/v1/bulk", json("{'kind': 'TRASH', 'query': 'due.to=never'}")).expect(400);
  }

  @Test
  void whatIsSetIsShownAndCanBeTakenAway() {
    String body =
        page.get("/assets?" + address("model={model}&condition=POOR,GOOD&price.to=10"))
            .expect(200)
            .body();
    String chips = body.substring(body.indexOf("id=\"chips\""));
    chips = chips.substring(0, chips.indexOf("</ul>"));
    assertThat(chips).contains("M " + word, "Poor", "Good", "F-" + word);
    assertThat(chips)
        .contains(
            "/assets?tag=F-"
                + word
                + "&amp;condition=GOOD&amp;model="
                + IDS.get("model")
                + "&amp;price.to=10");
  }

  /** Without a script to choose by, what was typed is looked up; the panel has a field for each. */
  @Test
  void thePanelNeedsNoScript() {
    assertThat(rows("/assets?tag=F-" + word + "&text.supplier=Supplier+" + word))
        .containsExactly(MADE.get("whole"));
    assertThat(page.get("/assets?text.supplier=Nobody-" + word).expect(200).body())
        .contains("id=\"wrong-filter\"");
    String panel = page.get("/assets?ask=filters&category=" + IDS.get("tools")).expect(200).body();
    for (String name : AssetFilters.NAMES) {
      assertThat(panel).contains("name=\"" + name + "\"");
    }
    for (String field : List.of("power", "tested")) {
      assertThat(panel).contains("name=\"field." + IDS.get(field) + ".from\"");
    }
    assertThat(panel)
        .contains("name=\"field." + IDS.get("colour") + "\"")
        .contains("name=\"field." + IDS.get("label") + ".begins\"");
  }

  /** The names of the fields that the panel has. */
  private static final class AssetFilters {
    private static final List<String> NAMES =
        Arrays.asList(
            ("tag serial order condition category company location holder model manufacturer"
                    + " supplier batch purchased.from purchased.to warranty.from warranty.to"
                    + " price.from price.to currency due.from due.to overdue booked.from booked.to"
                    + " workOrder calibration created.from created.to updated.from updated.to")
                .split(" "));
  }

  /** A hint at an index that is not there, or of no use, would be passed over without a word. */
  @TestFactory
  List<DynamicTest> eachFilterHasItsIndex() {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("tag, id", "a.tag STARTS WITH $text AND a.id IS NOT NULL");
    filters.put("serial", "a.serial STARTS WITH $text");
    filters.put("orderNumber", "a.orderNumber STARTS WITH $text");
    filters.put("status, id", "a.status IN $texts AND a.id IS NOT NULL");
    filters.put("condition", "a.condition IN $texts");
    filters.put("supplierId", "a.supplierId = $text");
    filters.put("companyId, tag", "a.companyId = $text AND a.tag IS NOT NULL");
    filters.put("rootLocationId", "a.rootLocationId IN $texts");
    filters.put("modelId", "a.modelId IN $texts");
    String both = " AND a.%1$s IS NOT NULL AND a.id IS NOT NULL";
    filters.put("rootLocationId, tag, id", "a.rootLocationId IN $texts" + both.formatted("tag"));
    filters.put("modelId, tag, id", "a.modelId IN $texts" + both.formatted("tag"));
    filters.put("modelId, name, id", "a.modelId IN $texts" + both.formatted("name"));
    filters.put("status, tag, id", "a.status IN $texts" + both.formatted("tag"));
    filters.put("priceAmount", "a.priceAmount >= $text AND a.priceAmount <= $text");
    filters.put("purchaseDate", "a.purchaseDate >= $text");
    filters.put("warrantyUntil", "a.warrantyUntil <= $text");
    filters.put("due", "a.due < $text");
    filters.put("createdAt, id", "a.createdAt >= $text AND a.id IS NOT NULL");
    filters.put("updatedAt, id", "a.updatedAt <= $text AND a.id IS NOT NULL");
    return filters.entrySet().stream()
        .map(
            filter ->
                DynamicTest.dynamicTest(
                    filter.getKey(), () -> seeks(filter.getKey(), filter.getValue())))
        .toList();
  }

  private static void seeks(String properties, String condition) {
    assertThat(
            Cypher.plan(
                """
                MATCH (a:Asset) USING INDEX SEEK a:Asset(%s)
                WHERE %s
                WITH a
                WHERE a.name IS NOT NULL AND a.id IS NOT NULL
                WITH a ORDER BY a.name, a.id LIMIT 50
                RETURN a.id
                """
                    .formatted(properties, condition),
                Map.of("text", "x", "texts", List.of("x", "y"))))
        .anyMatch(operator -> operator.contains("IndexSeek"));
  }

  /** Who holds it may be a place or an asset beyond somebody's rights: it is as if unknown. */
  @Test
  void whatHoldsSomethingBeyondOnesRightsCannotBeAskedFor() {
    String holder = Some.asset(api).id();
    String id =
        made("/v1/assets", "{'name': 'Held %s', 'locationId': '%s'}", word, IDS.get("site"));
    api.post(
            "/v1/assets/" + id + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'ASSET', 'id': '%s'}}", holder))
        .expect(200);
    Api member = Colleague.over("MEMBER", "LOCATION", IDS.get("site")).signIn();
    assertThat(ids(api.get("/v1/assets?holder=" + holder))).containsExactly(id);
    assertThat(ids(member.get("/v1/assets?holder=" + holder))).isEmpty();
    assertThat(ids(member.get("/v1/assets?holder=ASSET:" + holder))).isEmpty();
  }
}
