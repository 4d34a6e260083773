package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.acceptance.Signing;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handing out, taking back and passing on, with a scanner that types a tag and Enter. */
final class CustodyPagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aBasketIsScannedGoesOutAndComesBackInParts() {
    Api api = OneSystem.api();
    String word = Some.word();
    Some.asset(api, word + "-1");
    Some.asset(api, word + "-2");
    Answer person = Some.person(api);
    Page page = BROWSER.signIn();
    page.navigate("/people/" + person.id());
    page.locator("#hand-out").click();
    assertThat(page.locator("#custodian")).hasValue(person.json().getString("name"));
    page.locator("#tags").pressSequentially(word + "-1\n" + word + "-2\n" + word + "-3\n");
    page.locator("#take").click();
    // One of them does not exist: nothing is done, what was scanned stays, each says why.
    assertThat(page.locator("#items tbody tr")).hasCount(3);
    assertThat(page.locator("#items tbody tr").nth(0)).containsText("Yes");
    assertThat(page.locator("#tags")).hasValue(Pattern.compile(word + "-3"));
    BROWSER.shoot("basket-refused");
    BROWSER.assertAccessible("basket-refused");

    page.locator("#tags").fill(word + "-1\n" + word + "-2\n");
    page.locator("#take").click();
    page.waitForURL(Pattern.compile("/custody\\?basket="));
    assertThat(page.locator("#custodies tbody tr")).hasCount(2);
    BROWSER.shoot("basket");
    BROWSER.assertAccessible("basket");

    page.locator("#return-rest").click();
    page.locator("#tags").fill(word + "-1");
    page.locator("#condition").selectOption("GOOD");
    page.locator("#take").click();
    assertThat(page.locator("#note")).containsText("1");

    page.navigate("/people/" + person.id());
    assertThat(page.locator("#holdings tbody tr")).hasCount(1);
    assertThat(page.locator("#custodies tbody tr")).hasCount(1);
  }

  @Test
  void aTeamIsMadeTakesSomebodyInAndHoldsSomething() {
    Api api = OneSystem.api();
    String word = Some.word();
    Answer person = Some.person(api);
    String asset = Some.asset(api, word + "-1").id();
    Page page = BROWSER.signIn();
    page.navigate("/teams/new");
    page.locator("#name").fill("Crew " + word);
    page.locator("#save").click();
    assertThat(page.locator("h1#name")).containsText(word);
    // The script that looks things up comes after what is to be seen.
    page.waitForLoadState();
    page.locator("#person").fill(person.json().getString("name"));
    page.locator(".lookup [role=option]").first().click();
    page.locator("#add-member").click();
    assertThat(page.locator("#member-list")).containsText(person.json().getString("name"));

    // The dialog of a single asset finds the team, too.
    page.navigate("/assets/" + asset + "?step=CHECKED_OUT");
    page.locator("#custodian").fill("Crew " + word);
    page.locator(".lookup [role=option]").first().click();
    page.locator("#take-step").click();
    assertThat(page.locator("#holder")).containsText("Crew " + word);
    page.locator("#tab-custody").click();
    assertThat(page.locator("#custodies tbody tr")).hasCount(1);
    page.navigate("/people/" + person.id());
    assertThat(page.locator("#holdings")).containsText("Crew " + word);
  }

  @Test
  void termsAreSignedOnTheScreen() {
    Api api = OneSystem.api();
    Answer person = Some.person(api);
    String id = new Signing(api).waiting(person.id());
    Page page = BROWSER.signIn();
    page.navigate("/acceptances?person=" + person.id());
    page.locator("#acceptances tbody a").first().click();
    assertThat(page.locator("#wording-text")).hasText("Take care of it.");
    page.locator("#sign").click();
    // Nothing was drawn.
    assertThat(page.locator("#path-wrong")).isVisible();
    page.locator("#pad").scrollIntoViewIfNeeded();
    BoundingBox pad = page.locator("#pad").boundingBox();
    page.mouse().move(pad.x + 20, pad.y + 20);
    page.mouse().down();
    page.mouse().move(pad.x + 120, pad.y + 60);
    page.mouse().move(pad.x + 220, pad.y + 20);
    page.mouse().up();
    page.locator("#sign").click();
    assertThat(page.locator("#signed")).containsText(person.json().getString("name"));
    BROWSER.shoot("acceptance-signed");
    BROWSER.assertAccessible("acceptance-signed");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get("/v1/acceptances/" + id).json().getBoolean("pdf"));
    page.reload();
    Download document = page.waitForDownload(() -> page.locator("#pdf").click());
    Assertions.assertThat(document.suggestedFilename()).endsWith(".pdf");
  }

  @Test
  void somebodyIsSeenOff() {
    Api api = OneSystem.api();
    String word = Some.word();
    Answer person = Some.person(api);
    String asset = Some.asset(api, word + "-1").id();
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person.id()))
        .expect(200);
    Page page = BROWSER.signIn();
    page.navigate("/people/" + person.id());
    page.locator("#offboarding").click();
    assertThat(page.locator("#direct")).hasText("1");
    page.locator("#settle").click();
    // How it comes back has to be said.
    assertThat(page.locator("#condition-wrong")).isVisible();
    page.locator("#condition").selectOption("GOOD");
    page.locator("#settle").click();
    assertThat(page.locator("#left")).isVisible();
    assertThat(page.locator("main")).containsText("Holds nothing");
  }
}
