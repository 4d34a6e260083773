package asset2go.asset;

import static asset2go.running.Text.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lists of more than may be gathered and sorted, which are read from indexes in their order, merged
 * from those of each value or walked: each page has the next ones, and all have them all.
 */
final class VeryManyTest {

  /** More than a scope that counts as small. */
  private static final int ASSETS = 20_400;

  /** Every so many is not available, which leaves more than ten thousand. */
  private static final int STORED = 40;

  private static final Api API = OneSystem.api();
  private static final String WORD = Some.word();
  private static String site;
  private static String category;

  @BeforeAll
  static void furnish() {
    Imports imports = new Imports(API);
    StringBuilder places = new StringBuilder("code,name,kind,parent\n");
    places.append("%1$s,Site %1$s,SITE,%n".formatted(WORD));
    for (int i = 0; i < 30; i++) {
      places.append("%1$s-%2$d,Room %2$d,ROOM,%1$s%n".formatted(WORD, i));
    }
    imports.run("locations", "places.csv", bytes(places));
    StringBuilder assets = new StringBuilder("tag,name,category,model,status,location\n");
    for (int i = 0; i < ASSETS; i++) {
      // Names and tags are each in another order than the rows.
      assets.append(
          "%1$s-%2$05d,Radio %3$04d %1$s,Radios %1$s,R%4$d %1$s,%5$s,%1$s-%6$d%n"
              .formatted(
                  WORD,
                  i * 7_919 % ASSETS,
                  i * 104_729 % 5_003,
                  i % 3,
                  i % STORED == 0 ? "REQUESTED" : "AVAILABLE",
                  i % 30));
    }
    JsonObject run = imports.run("assets", "assets.csv", bytes(assets));
    assertThat(run.getInt("created")).isEqualTo(ASSETS);
    site =
        API.get("/v1/locations?q=" + WORD).items().stream()
            .filter(one -> one.getString("code").equals(WORD))
            .findFirst()
            .orElseThrow()
            .getString("id");
    category =
        API.get("/v1/assets?limit=1&q=" + WORD + "-00000")
            .items()
            .getFirst()
            .getJsonObject("model")
            .getJsonObject("category")
            .getString("id");
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsMergedFromModelsIsThereInItsOrder() {
    follow(API, "/v1/assets?category=" + category, "-name", ASSETS);
  }

  /** No index has the place before the moment: all are walked past, and gathered at the end. */
  @Test
  void whatIsWalkedIsThereInItsOrder() {
    int available = ASSETS - ASSETS / STORED;
    follow(API, "/v1/assets?status=AVAILABLE&location=" + site, "updatedAt", available);
  }

  @Test
  void theSubtreeOfAPlaceIsThereInItsOrder() {
    follow(API, "/v1/locations/" + site + "/assets?deep=true", "tag", ASSETS);
  }

  @Test
  void whoSeesManyOfAllSeesThemInTheirOrder() {
    Api member = Colleague.over("MEMBER", "LOCATION", site).signIn();
    follow(member, "/v1/assets?status=AVAILABLE", "-tag", ASSETS - ASSETS / STORED);
  }

  private static void follow(Api who, String path, String sort, int count) {
    String first = path + (path.contains("?") ? "&" : "?") + "limit=200&sort=" + sort;
    List<JsonObject> all = new ArrayList<>();
    Answer page = who.get(first).expect(200);
    assertThat(page.json().getJsonNumber("total").longValue()).isEqualTo(Math.min(count, 10_001));
    all.addAll(page.items());
    for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
      page = who.get(first + "&after=" + encoded(next.get())).expect(200);
      all.addAll(page.items());
    }
    assertThat(new HashSet<>(all.stream().map(one -> one.getString("id")).toList()))
        .hasSize(count)
        .hasSameSizeAs(all);
    assertThat(all).isSortedAccordingTo(order(sort));
  }

  private static Comparator<JsonObject> order(String sort) {
    boolean descending = sort.startsWith("-");
    String property = descending ? sort.substring(1) : sort;
    Function<JsonObject, String> key = one -> one.getString(property);
    Comparator<JsonObject> ascending =
        Comparator.comparing(key).thenComparing(one -> one.getString("id"));
    return descending ? ascending.reversed() : ascending;
  }
}
