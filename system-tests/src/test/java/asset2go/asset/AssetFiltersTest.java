package asset2go.asset;

import static asset2go.running.Text.encoded;
import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a list is narrowed by, in words: all of it with one question. */
final class AssetFiltersTest {

  private static final Pattern CALLS =
      Pattern.compile("asset2go_requests_seconds_count\\{(.*)} ([0-9.E]+)");

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  private static JsonObject filters(Api who, String query) {
    return who.get("/v1/assets/filters?query=" + encoded(query)).expect(200).json();
  }

  /** A list that is narrowed by everything that has a name. */
  private String narrowed(String holder) {
    String place = made("/v1/locations", "{'name': 'Place %s'}", word);
    String category = made("/v1/categories", "{'name': 'Category %s'}", word);
    String field =
        made(
            "/v1/fields",
            "{'categoryId': '%s', 'name': 'Field %s', 'kind': 'NUMBER', 'unit': 'V'}",
            category,
            word);
    return new java.util.TreeMap<>(
            Map.of(
                "location",
                place,
                "category",
                category,
                "company",
                made("/v1/companies", "{'name': 'Company %s'}", word),
                "model",
                made("/v1/models", "{'name': 'Model %s'}", word),
                "manufacturer",
                made("/v1/manufacturers", "{'name': 'Maker %s'}", word),
                "supplier",
                made("/v1/suppliers", "{'name': 'Supplier %s'}", word),
                "batch",
                made("/v1/batches", "{'name': 'Batch %s'}", word),
                "holder",
                holder,
                "field." + field + ".from",
                "3"))
        .entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("&"));
  }

  @Test
  void eachIdHasItsName() {
    String team = made("/v1/teams", "{'name': 'Team %s'}", word);
    String query = narrowed("TEAM:" + team);
    JsonObject filters = filters(api, query);
    assertThat(filters.getJsonObject("names").values())
        .extracting(name -> name.toString().replace("\"", "").replace(" " + word, ""))
        .containsExactlyInAnyOrder(
            "Place", "Category", "Company", "Model", "Maker", "Supplier", "Batch", "Team");
    assertThat(filters.getJsonArray("named").getJsonObject(0).getString("name"))
        .isEqualTo("Field " + word);
    String ofCategory = query.replaceAll("model=[^&]*&", "");
    assertThat(filters(api, ofCategory).getJsonArray("offered")).hasSize(1);
    JsonObject nothing = filters(api, "model=none&holder=SHIP:1&batch=x&field.y=1&location=z");
    assertThat(nothing.getJsonObject("names")).isEmpty();
    assertThat(nothing.getJsonArray("named")).isEmpty();
    assertThat(api.get("/v1/assets/filters").expect(200).json().getJsonArray("companies"))
        .isNotEmpty();
    api.get("/v1/assets/filters?query=" + encoded("shape=round")).expect(400);
  }

  @Test
  void nobodyLearnsANameThatTheyWouldNotBeTold() {
    String mine = made("/v1/locations", "{'name': 'Mine %s'}", word);
    Api member = Colleague.over("MEMBER", "LOCATION", mine).signIn();
    String query = narrowed("PERSON:" + Some.person(api).id());
    JsonObject filters = filters(member, query);
    assertThat(filters.getJsonObject("names").keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                    "location",
                    "company",
                    "holder",
                    "category",
                    "model",
                    "manufacturer",
                    "supplier",
                    "batch")
                .stream()
                .filter(name -> member.get(address(name, query)).status() == 200)
                .toList())
        .doesNotContain("location", "company", "holder");
    assertThat(filters.toString()).doesNotContain("Place " + word, "Company " + word);
    assertThat(filters(member, "location=" + mine).getJsonObject("names").getString("location"))
        .isEqualTo("Mine " + word);
  }

  /** Where somebody would ask for one of them. */
  private static String address(String name, String query) {
    Matcher id = Pattern.compile("(?:^|&)" + name + "=(?:PERSON:)?([^&]+)").matcher(query);
    assertThat(id.find()).isTrue();
    String kind =
        switch (name) {
          case "category" -> "categories";
          case "company" -> "companies";
          case "holder" -> "people";
          case "batch" -> "batches";
          default -> name + "s";
        };
    return "/v1/" + kind + "/" + id.group(1);
  }

  @Test
  void aPageWithAllOfThemAsksTheApiThreeTimes() {
    Api member = Colleague.with("AUDITOR").signIn();
    Api web = Api.at(OneSystem.get().web()).with("Cookie", "a2g=" + member.token());
    web.get("/assets").expect(200);
    String query = narrowed("PERSON:" + Some.person(api).id());
    double before = calls();
    String page = web.get("/assets?ask=filters&" + query).expect(200).body();
    assertThat(calls() - before).isBetween(1.0, 3.0);
    assertThat(page)
        .contains(
            "Place " + word,
            "Category " + word,
            "Company " + word,
            "Model " + word,
            "Maker " + word,
            "Supplier " + word,
            "Batch " + word,
            "Field " + word);
  }

  /** How often the API was asked so far, but for who somebody is, which is kept a while. */
  private static double calls() {
    return Api.at(OneSystem.get().management())
        .get("/metrics")
        .expect(200)
        .body()
        .lines()
        .map(CALLS::matcher)
        .filter(Matcher::matches)
        .filter(call -> call.group(1).contains("tier=\"api\""))
        .filter(call -> call.group(1).contains("route=\"/v1/"))
        .filter(call -> !call.group(1).contains("route=\"/v1/me"))
        .mapToDouble(call -> Double.parseDouble(call.group(2)))
        .sum();
  }
}
