package asset2go.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A work order from its opening to its end, a meter and a plan, by hand. */
final class MaintenancePagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void aWorkOrderIsOpenedTickedOffAndFinished() {
    Api api = OneSystem.api();
    String asset = Some.asset(api).id();
    Page page = BROWSER.signIn();
    page.navigate("/assets/" + asset + "?tab=maintenance");
    page.locator("#new-order").click();
    page.locator("#title").fill("New belt");
    page.locator("#checklist").fill("Brakes\nLights");
    page.locator("#parts").fill("2; Belt; 9.90");
    page.locator("#currency").fill("EUR");
    page.locator("#takesOut").check();
    page.locator("#save").click();
    assertThat(page.locator("#title-shown")).hasText("New belt");
    assertThat(page.locator("#total")).containsText("19.80");

    step(page, "IN_PROGRESS");
    page.locator("#take-step").click();
    assertThat(page.locator("#state")).containsText("In progress");
    // Not before everything is ticked off.
    step(page, "DONE");
    page.locator("#resolution").fill("Done well");
    page.locator("#take-step").click();
    assertThat(page.locator(".note.is-wrong").first()).isVisible();
    page.navigate(page.url().replaceAll("\\?.*", ""));

    page.locator("input[name=ticks]").nth(0).check();
    page.locator("input[name=ticks]").nth(1).check();
    page.locator("#tick").click();
    assertThat(page.locator("#note")).isVisible();
    assertThat(page.locator("#checks")).containsText("2/2");
    step(page, "DONE");
    page.locator("#resolution").fill("Done well");
    page.locator("#take-step").click();
    assertThat(page.locator("#state")).containsText("Done");
    assertThat(page.locator("#resolution-shown")).hasText("Done well");

    page.navigate("/assets/" + asset + "?tab=maintenance");
    assertThat(page.locator("#orders tbody tr")).hasCount(1);
    assertThat(page.locator("#status")).containsText("Available");
    assertThat(page.locator("#cost-year")).containsText("19.80");
  }

  @Test
  void aMeterIsReadAndAPlanGoesByIt() {
    Api api = OneSystem.api();
    String word = Some.word();
    String asset = Some.asset(api, "T-" + word).id();
    Page page = BROWSER.signIn();
    page.navigate("/assets/" + asset + "?tab=maintenance");
    page.locator("#new-reading").click();
    page.locator("#meter").fill("Hours");
    page.locator("#value").fill("1250,5");
    page.locator("#unit").fill("h");
    page.locator("#save-reading").click();
    assertThat(page.locator("#meter-list")).containsText("1,250.5 h");

    page.navigate("/maintenance/plans/new");
    page.waitForLoadState();
    page.locator("#name").fill("Check " + word);
    page.locator("#asset").fill("T-" + word);
    page.locator(".lookup [role=option]").first().click();
    page.locator("#every").fill("6");
    page.locator("#firstOn").fill("2099-01-31");
    page.locator("#meter").fill("Hours");
    page.locator("#meterEvery").fill("500");
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("/maintenance/plans$"));
    assertThat(page.locator("#plans")).containsText("every 6 months or every 500 of Hours");

    page.locator("#plans a", new Page.LocatorOptions().setHasText("Check " + word)).click();
    page.locator("#leadDays").fill("3");
    page.locator("#save").click();
    assertThat(page.locator("#note")).containsText(word);
    page.navigate("/assets/" + asset + "?tab=maintenance");
    assertThat(page.locator("#due-list")).containsText("1,750.5");
  }

  private static void step(Page page, String to) {
    page.locator("#next a[href$='step=" + to + "']").click();
  }
}
