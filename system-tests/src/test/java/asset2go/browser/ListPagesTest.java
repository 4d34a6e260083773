package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.browser.Browser.Size;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Narrowing the list of assets by whatever there is, and taking an import back. */
final class ListPagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private String made(String path, String body, Object... words) {
    return api.post(path, json(body, words)).expect(201).id();
  }

  /** A category with a field of each kind, and an asset of it. */
  private String category() {
    String category = made("/v1/categories", "{'name': 'Lamps %s'}", word);
    for (String kind : new String[] {"TEXT", "NUMBER", "DATE", "CHOICE", "BOOLEAN"}) {
      made(
          "/v1/fields",
          "{'categoryId': '%s', 'name': '%s %s', 'kind': '%s'"
              + (kind.equals("CHOICE") ? ", 'choices': ['A', 'B']" : "")
              + "}",
          category,
          kind,
          word,
          kind);
    }
    String model = made("/v1/models", "{'name': 'L %s', 'categoryId': '%s'}", word, category);
    made(
        "/v1/assets",
        "{'tag': 'L-%s', 'name': 'Lamp', 'modelId': '%s', 'purchase': {'price': '12'}}",
        word,
        model);
    return category;
  }

  private String imported() {
    return new Imports(api)
        .run(
            "assets",
            "list.csv",
            ("tag,name\nI-" + word + ",Imported\n").getBytes(StandardCharsets.UTF_8))
        .getString("id");
  }

  @ParameterizedTest
  @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
  void thePagesAreWholeAndAccessible(Size size, ColorScheme scheme) {
    String category = category();
    String run = imported();
    Page page = BROWSER.open(size, scheme);
    BROWSER.signIn();
    String kind =
        "-" + size.name().toLowerCase(Locale.ROOT) + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.navigate("/assets?ask=filters&price.to=20&condition=GOOD&category=" + category);
    check("list-filters" + kind);
    page.navigate(
        "/assets?price.to=20&overdue=false&status=AVAILABLE,MISSING&category=" + category);
    check("list-chips" + kind);
    page.navigate("/imports/" + run + "?ask=undo");
    check("import-undo" + kind);
    for (String what : List.of("locations", "dependencies", "kits")) {
      String other = imported(what, kind);
      page.navigate("/imports/" + other + "?ask=undo");
      check("import-undo-" + what + kind);
      page.navigate("/bulk/" + new Imports(api).undone(other, true).getString("id"));
      check("import-undone-" + what + kind);
    }
  }

  /** A file of each kind; the size and scheme of the page tells one from another. */
  private String imported(String what, String kind) {
    String own = word + kind;
    String rows =
        switch (what) {
          case "locations" -> "code,name,parent\nW-1,Site W,\nW-2,Room W,W-1\n";
          case "kits" -> "kit,slot,accepts\nKit W,Lamp,L " + word + "\n";
          default -> {
            made("/v1/assets", "{'tag': '%s-1', 'name': 'One'}", own);
            made("/v1/assets", "{'tag': '%s-2', 'name': 'Two'}", own);
            yield "asset,dependsOn\nW-1,W-2\n";
          }
        };
    return new Imports(api)
        .run(what, what + ".csv", rows.replace("W", own).getBytes(StandardCharsets.UTF_8))
        .getString("id");
  }

  private static void check(String name) {
    BROWSER.shoot(name);
    BROWSER.assertFits(name);
    BROWSER.assertAccessible(name);
  }

  @Test
  void aListIsNarrowedByWhatIsChosenAndWidenedByAClick() {
    category();
    Page page = BROWSER.signIn();
    page.navigate("/assets");
    page.locator("#to-filters").click();
    page.locator("#by-category").pressSequentially("Lamps " + word);
    page.locator(".lookup [role=option]").first().click();
    page.locator("#by-price-to").fill("20");
    page.locator("#apply-filters").click();
    assertThat(page.locator("#assets tbody tr")).hasCount(1);
    assertThat(page.locator("#chips li")).hasCount(2);
    assertThat(page.locator("#chips")).containsText("Lamps " + word);
    page.locator("#to-filters").click();
    assertThat(page.locator("#custom-filters")).containsText("NUMBER " + word);
    page.locator("#by-tag").fill("X-");
    page.locator("#apply-filters").click();
    assertThat(page.locator("#chips li")).hasCount(3);
    assertThat(page.locator("#assets")).hasCount(0);
    page.locator("#chips a").first().click();
    page.waitForURL(Pattern.compile("/assets\\?category=.*price"));
    assertThat(page.locator("#assets tbody tr")).hasCount(1);
  }

  @Test
  void anImportOfPlacesIsTakenBackFromItsPage() {
    String run = imported("locations", "-back");
    Page page = BROWSER.signIn();
    page.navigate("/imports/" + run);
    page.locator("#ask-undo").click();
    page.locator("#rehearse-undo").click();
    page.waitForURL(Pattern.compile("/bulk/"));
    assertThat(page.locator("#count-changed")).hasText("2");
    assertThat(page.locator("#items tbody a")).hasCount(2);
    page.navigate("/imports/" + run);
    page.locator("#ask-undo").click();
    page.locator("#confirm-undo").click();
    page.waitForURL(Pattern.compile("/bulk/"));
    assertThat(page.locator("#count-changed")).hasText("2");
    assertThat(page.locator("#items tbody")).containsText("Removed");
    assertThat(page.locator("#items tbody a")).hasCount(0);
    page.navigate("/locations?q=" + word);
    assertThat(page.locator("main")).not().containsText("Room " + word);
  }

  @Test
  void anImportIsTakenBackFromItsPage() {
    String run = imported();
    Page page = BROWSER.signIn();
    page.navigate("/imports/" + run);
    page.locator("#ask-undo").click();
    page.locator("#rehearse-undo").click();
    page.waitForURL(Pattern.compile("/bulk/"));
    assertThat(page.locator("#count-changed")).hasText("1");
    page.navigate("/imports/" + run);
    page.locator("#ask-undo").click();
    page.locator("#confirm-undo").click();
    page.waitForURL(Pattern.compile("/bulk/"));
    assertThat(page.locator("#count-changed")).hasText("1");
    page.locator("#undoes").click();
    assertThat(page.locator("#undone-by")).isVisible();
  }
}
