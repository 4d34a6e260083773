package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.importing.Datacenter;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do all day. */
final class WorkdayTest {

  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void whoSignsInSeesTheFiguresAndWhoSignsOutNothing() {
    Page page = BROWSER.page();
    page.navigate("/assets");
    Assertions.assertThat(page.url()).contains("/login");
    page.locator("#email").fill(OneSystem.get().setting("ADMIN_EMAIL"));
    page.locator("#password").fill(OneSystem.get().setting("ADMIN_PASSWORD"));
    page.locator("#sign-in").click();
    // To where one wanted to go.
    page.waitForURL(Pattern.compile("/assets$"));
    page.locator("#nav-dashboard").click();
    assertThat(page.locator("h1")).isVisible();

    Cookie cookie =
        page.context().cookies().stream()
            .filter(one -> one.value.split("\\.", -1).length == 3)
            .findFirst()
            .orElseThrow();
    Assertions.assertThat(cookie.httpOnly).isTrue();
    Assertions.assertThat(cookie.sameSite.name()).isIn("LAX", "STRICT");
    Assertions.assertThat(page.evaluate("document.cookie").toString()).doesNotContain(cookie.value);
    Assertions.assertThat(page.context().cookies())
        .noneMatch(one -> one.name.toUpperCase(Locale.ROOT).contains("SESSIONID"));

    page.locator("#me").click();
    page.locator("#sign-out").click();
    page.waitForURL(Pattern.compile("/login"));
    page.navigate("/assets");
    Assertions.assertThat(page.url()).contains("/login");
    OneSystem.get().api().as(cookie.value).get("/v1/me").expect(401);
  }

  @Test
  void aWrongPasswordIsToldBesideTheForm() {
    Colleague colleague = Colleague.with("MEMBER");
    Page page = BROWSER.page();
    page.navigate("/login");
    page.locator("#email").fill(colleague.email());
    page.locator("#password").fill("wrong password");
    page.locator("#sign-in").click();
    assertThat(page.locator("[role=alert]").first()).isVisible();
    assertThat(page.locator("#email")).hasValue(colleague.email());
  }

  @Test
  void whatIsTypedArrivesAsItWasTyped() {
    String name = "Größe Łódź 東京 🚚 " + Some.word();
    Page page = BROWSER.signIn();
    page.navigate("/assets/new");
    page.locator("#name").fill(name);
    page.locator("#notes").fill("naïve — “quoted”");
    page.locator("#save").click();
    page.waitForURL(url -> !url.endsWith("/new"));
    assertThat(page.locator("h1")).containsText(name);
    String id = page.url().replaceFirst(".*/assets/([0-9a-f-]+).*", "$1");
    Answer made = OneSystem.api().get("/v1/assets/" + id).expect(200);
    Assertions.assertThat(made.json().getString("name")).isEqualTo(name);
    Assertions.assertThat(made.json().getString("notes")).isEqualTo("naïve — “quoted”");

    page.navigate("/search");
    page.locator("form.filters #q").fill(name);
    page.locator("form.filters button").click();
    assertThat(page.locator("form.filters #q")).hasValue(name);
    assertThat(page.locator("#hits")).containsText(name);
  }

  @Test
  void aDataCentreGoesInThroughTheWizard() {
    String word = Some.word();
    Page page = BROWSER.signIn();
    importFile(page, "locations", word, 42);
    importFile(page, "assets", word, 166);
    importFile(page, "dependencies", word, 74);
    // Again: nothing new.
    upload(page, "assets", word);
    page.locator("#check").click();
    assertThat(page.locator("#run-now")).isVisible(visibleSoon());
    assertThat(page.locator("#count-unchanged")).containsText("166", SOON);

    page.navigate("/assets?q=" + word + "-PANEL-0001");
    page.locator("#assets tbody tr")
        .filter(new Locator.FilterOptions().setHasText(word + "-PANEL-0001"))
        .locator("a")
        .first()
        .click();
    page.locator("#tab-graph").click();
    assertThat(page.locator("main")).containsText(word + "-FEED", SOON);
  }

  private static void importFile(Page page, String kind, String word, int rows) {
    upload(page, kind, word);
    page.locator("#check").click();
    page.locator("#run-now").click(new Locator.ClickOptions().setTimeout(60_000));
    assertThat(page.locator("#again")).isVisible(visibleSoon());
    assertThat(page.locator("#count-created")).containsText("" + rows, SOON);
    assertThat(page.locator("#count-failed")).containsText("0");
    BROWSER.shoot("wizard-done-" + kind);
  }

  private static void upload(Page page, String kind, String word) {
    page.navigate("/imports/new");
    page.locator("#kind-" + kind.toUpperCase(Locale.ROOT)).check();
    page.locator("#file")
        .setInputFiles(new FilePayload(kind + ".csv", "text/csv", Datacenter.file(kind, word)));
    assertThat(page.locator("#columns")).isVisible(visibleSoon());
    BROWSER.shoot("wizard-mapping-" + kind);
    BROWSER.assertAccessible("wizard-mapping-" + kind);
  }

  private static LocatorAssertions.IsVisibleOptions visibleSoon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  }

  @Test
  void whatIsWrongInAFileIsShownAndDownloaded() throws IOException {
    String word = Some.word();
    Page page = BROWSER.signIn();
    page.navigate("/imports/new");
    page.locator("#kind-ASSETS").check();
    byte[] file =
        "tag,name,status\n%s-1,Lamp,AVAILABLE\n%s-2,Lamp,GONE\n%s-3,,\n"
            .formatted(word, word, word)
            .getBytes(StandardCharsets.UTF_8);
    page.locator("#file").setInputFiles(new FilePayload("bad.csv", "text/csv", file));
    assertThat(page.locator("#columns")).isVisible(visibleSoon());
    page.locator("#check").click();
    assertThat(page.locator("#errors tbody")).containsText("GONE", SOON);
    assertThat(page.locator("#errors tbody tr")).hasCount(2);
    BROWSER.shoot("wizard-errors");
    BROWSER.assertAccessible("wizard-errors");
    Download download = page.waitForDownload(() -> page.locator("#errors-csv").click());
    Assertions.assertThat(
            new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("GONE", "status");
  }

  @Test
  void aListIsSearchedFilteredSortedAndReadOn() {
    Api api = OneSystem.api();
    String word = Some.word();
    for (int i = 0; i < 60; i++) {
      api.post(
              "/v1/assets",
              json("{'tag': '%s-%02d', 'name': '%s %s'}", word, i, (char) ('A' + i % 26), word))
          .expect(201);
    }
    Answer out = api.get("/v1/assets?q=" + word + "-07").expect(200);
    api.post(
            "/v1/assets/" + out.items().get(0).getString("id") + "/transitions",
            json("{'to': 'IN_MAINTENANCE'}"))
        .expect(200);

    Page page = BROWSER.signIn();
    page.navigate("/assets");
    page.locator("#q").fill(word);
    page.locator("#q").press("Enter");
    assertThat(page.locator("#total")).containsText("60");
    // Ordered by tag before anybody asks, so that the first click turns the order round.
    assertThat(page.locator("#assets tbody tr").first()).containsText(word + "-00");
    page.locator("#sort-tag").click();
    assertThat(page.locator("#assets tbody tr").first()).containsText(word + "-59");
    page.locator("#sort-tag").click();
    assertThat(page.locator("#assets tbody tr").first()).containsText(word + "-00");

    page.locator("#filter-status").click();
    page.locator("#status-IN_MAINTENANCE").check();
    assertThat(page.locator("#total")).containsText("1");
    assertThat(page.locator("#assets tbody")).containsText(word + "-07");
    Assertions.assertThat(page.url()).contains("status=IN_MAINTENANCE", "q=" + word);
    // A list is an address: it can be kept and sent.
    page.reload();
    assertThat(page.locator("#total")).containsText("1");

    page.keyboard().press("/");
    assertThat(page.locator("#find")).isFocused();
  }

  @Test
  void anAssetIsMadeTakesAStepAndTellsOfIt() {
    String word = Some.word();
    Some.person(OneSystem.api());
    Page page = BROWSER.signIn();
    page.navigate("/assets/new");
    page.locator("#tag").fill("B-" + word);
    page.locator("#save").click();
    // The name is missing: said beside the field, and what was typed stays.
    assertThat(page.locator("#tag")).hasValue("B-" + word);
    page.locator("#name").fill("Band saw " + word);
    page.locator("#save").click();
    assertThat(page.locator("h1#name")).containsText("Band saw " + word);
    assertThat(page.locator("#status")).containsText("Available");

    page.locator("#step-OUT_OF_SERVICE").click();
    page.locator("#reason").fill("blade is broken");
    page.locator("#take-step").click();
    assertThat(page.locator("#status")).containsText("Out of service");
    page.locator("#tab-history").click();
    assertThat(page.locator("#events")).containsText("blade is broken");

    page.locator("#edit").click();
    page.locator("#notes").fill("<script>alert(1)</script> & \"quotes\"");
    page.locator("#save").click();
    assertThat(page.locator("main")).containsText("<script>alert(1)</script> & \"quotes\"");
  }

  @Test
  void whoEditsWhatSomebodyElseHasChangedLosesNothing() {
    Api api = OneSystem.api();
    Answer asset = Some.asset(api);
    Page page = BROWSER.signIn();
    page.navigate("/assets/" + asset.id() + "/edit");
    page.locator("#notes").fill("mine");
    page.locator("#name").fill("My name");

    api.patch("/v1/assets/" + asset.id(), json("{'name': 'Their name', 'serial': 'S-77'}"))
        .expect(200);
    page.locator("#save").click();
    assertThat(page.locator("#clashes")).containsText("Their name");
    assertThat(page.locator("#notes")).hasValue("mine");
    assertThat(page.locator("#name")).hasValue("My name");
    BROWSER.shoot("edit-conflict");
    BROWSER.assertAccessible("edit-conflict");

    page.locator("#save").click();
    assertThat(page.locator("h1#name")).containsText("My name");
    var after = api.get("/v1/assets/" + asset.id()).expect(200).json();
    Assertions.assertThat(after.getString("notes")).isEqualTo("mine");
    Assertions.assertThat(after.getString("serial")).isEqualTo("S-77");
  }

  @Test
  void aPageOfAnotherSiteCannotActForSomebody() {
    Page page = BROWSER.signIn();
    var answer =
        page.context()
            .request()
            .post(
                "/logout",
                RequestOptions.create()
                    .setHeader("Origin", "http://evil.test")
                    .setHeader("Sec-Fetch-Site", "cross-site"));
    Assertions.assertThat(answer.status()).isEqualTo(403);
    page.navigate("/assets");
    Assertions.assertThat(page.url()).doesNotContain("/login");
  }
}
