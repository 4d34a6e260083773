package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tree of places, as somebody furnishes it and clears it away. */
final class LocationPagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  @Test
  void aPlaceIsMadeRenamedAndRemovedOnceItIsEmpty() {
    String site = Some.location(api, "").id();
    Page page = BROWSER.signIn();
    page.navigate("/locations/new?in=" + site);
    page.locator("#name").fill("Hall " + word);
    page.locator("#save").click();
    assertThat(page.locator("h1#name")).containsText("Hall " + word);
    String hall = page.url().replaceFirst(".*/locations/([0-9a-f-]+).*", "$1");

    page.locator("#edit").click();
    page.locator("#name").fill("Great hall " + word);
    page.locator("#save").click();
    assertThat(page.locator("h1#name")).containsText("Great hall " + word);

    String asset =
        api.post("/v1/assets", json("{'name': 'Lamp', 'locationId': '%s'}", hall)).expect(201).id();
    page.navigate("/locations/" + hall + "/edit");
    page.locator("#delete").click();
    page.locator("#confirm-delete").click();
    assertThat(page.locator("#delete-dialog [role=alert]")).containsText("not empty");
    BROWSER.assertAccessible("location-not-empty");
    api.patch("/v1/assets/" + asset, json("{'locationId': null}")).expect(200);
    page.locator("#confirm-delete").click();
    page.waitForURL(url -> url.endsWith("/locations"));

    page.navigate("/locations/" + site + "?delete=1");
    page.locator("#confirm-delete").click();
    page.waitForURL(url -> url.endsWith("/locations"));
    api.get("/v1/locations/" + site).expect(404);
  }
}
