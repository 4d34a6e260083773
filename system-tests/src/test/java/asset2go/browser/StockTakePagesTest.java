package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counting with a scanner that types a code and Enter, also without a network. */
final class StockTakePagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aPlaceIsCountedDecidedAboutAndCorrected() {
    Api api = OneSystem.api();
    String word = Some.word();
    String room = Some.location(api, "").id();
    String missing = "";
    for (int i = 1; i <= 4; i++) {
      missing = asset(api, word + "-" + i, room);
    }
    String stray = asset(api, word + "-9", Some.location(api, "").id());
    Page page = BROWSER.signIn();
    page.navigate("/stock-takes/new?of=" + room);
    page.locator("#name").fill("Count " + word);
    page.locator("#open").click();
    page.waitForURL(Pattern.compile("/stock-takes/[0-9a-f-]{36}"));
    page.waitForLoadState();
    assertThat(page.locator("#count-PENDING")).hasText("4");

    page.locator("#code").pressSequentially(word + "-1\n");
    assertThat(page.locator("#result-list li").first()).containsText("Found");
    page.locator("#code").pressSequentially(word + "-9\n");
    assertThat(page.locator("#result-list li").first()).containsText("Unexpected");
    page.locator("#code").pressSequentially("nonsense-" + word + "\n");
    assertThat(page.locator("#result-list li").first()).containsText("Unknown");

    // Without a network, scans wait in the browser.
    page.context().setOffline(true);
    page.locator("#code").pressSequentially(word + "-2\n" + word + "-3\n");
    assertThat(page.locator("#waiting")).containsText("2");
    BROWSER.shoot("stock-take-offline");
    page.context().setOffline(false);
    assertThat(page.locator("#waiting")).isHidden();
    assertThat(page.locator("#result-list li")).hasCount(5);
    page.reload();
    assertThat(page.locator("#count-FOUND")).hasText("3");
    BROWSER.assertAccessible("stock-take-counting");

    page.locator("#finish").click();
    page.locator("#confirm").click();
    assertThat(page.locator("#state")).hasText("To be decided");
    assertThat(page.locator("#items tbody tr")).hasCount(1);
    page.locator("#accept").click();
    // Nothing was ticked.
    assertThat(page.locator(".note.is-wrong[role=alert]").first()).isVisible();
    page.locator("input[name=pick]").check();
    page.locator("#accept").click();
    assertThat(page.locator("#items")).containsText("accepted");
    page.locator("#tab-UNEXPECTED").click();
    page.locator("#dismiss-all").click();
    assertThat(page.locator("#items")).containsText("dismissed");
    BROWSER.shoot("stock-take-decided");
    BROWSER.assertAccessible("stock-take-decided");
    page.locator("#close").click();
    page.locator("#confirm").click();
    assertThat(page.locator("#state")).hasText("Closed");

    page.navigate("/assets/" + missing + "?tab=history");
    assertThat(page.locator("main")).containsText("Count " + word);
    page.navigate("/assets/" + stray);
    assertThat(page.locator("main")).containsText("Available");
  }

  private static String asset(Api api, String tag, String place) {
    return api.post(
            "/v1/assets",
            json("{'tag': '%s', 'name': 'Thing %s', 'locationId': '%s'}", tag, tag, place))
        .expect(201)
        .id();
  }
}
