package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
  void aCalibrationIsDoneAndItsCertificateKept() {
    Api api = OneSystem.api();
    String asset = Some.asset(api).id();
    Page page = BROWSER.signIn();
    page.navigate("/maintenance/orders/new?asset=" + asset);
    page.locator("#title").fill("Compare");
    page.locator("#kind").selectOption("CALIBRATION");
    page.locator("#save").click();
    step(page, "DONE");
    page.locator("#result").selectOption("PASSED");
    page.locator("#take-step").click();
    assertThat(page.locator("#validUntil-wrong")).isVisible();
    page.locator("#on").fill("2020-01-31");
    page.locator("#validUntil").fill("2021-01-31");
    page.locator("#certificate").fill("K-118");
    page.locator("#take-step").click();
    assertThat(page.locator("#state")).containsText("Done");
    page.navigate("/assets/" + asset + "?tab=maintenance");
    assertThat(page.locator("#calibration-state")).hasText("Overdue");
    assertThat(page.locator("#calibrations")).containsText("K-118");
    page.locator("#calibrations input[type=file]")
        .setInputFiles(new FilePayload("K-118.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)));
    page.locator("#calibrations button[id^=upload]").click();
    assertThat(page.locator("#calibrations a[href^='/documents/']")).hasText("K-118.pdf");
    page.locator("#calibrations input[type=file]")
        .setInputFiles(new FilePayload("x.pdf", "application/pdf", "nothing".getBytes(UTF_8)));
    page.locator("#calibrations button[id^=upload]").click();
    assertThat(page.locator(".note.is-wrong").first()).isVisible();
    BROWSER.shoot("asset-calibrations");
    BROWSER.assertFits("asset-calibrations");
    BROWSER.assertAccessible("asset-calibrations");
    page.locator("#calibrations form[action$='/remove'] button").click();
    assertThat(page.locator("#calibrations a[href^='/documents/']")).hasCount(0);
  }

  @Test
  void aCustodyGetsItsPhotos() {
    Api api = OneSystem.api();
    String asset = Some.asset(api).id();
    String person = Some.person(api).id();
    api.post(
            "/v1/assets/" + asset + "/transitions",
            json("{'to': 'CHECKED_OUT', 'custodian': {'kind': 'PERSON', 'id': '%s'}}", person))
        .expect(200);
    Page page = BROWSER.signIn();
    page.navigate("/assets/" + asset + "?tab=custody");
    page.locator("#custodies summary").click();
    byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};
    page.locator("#custodies input[type=file]")
        .setInputFiles(new FilePayload("scratch.jpg", "image/jpeg", photo));
    page.locator("#custodies button[id^=upload]").click();
    assertThat(page.locator("#custodies summary")).containsText("1");
    page.locator("#custodies summary").click();
    assertThat(page.locator("#custodies a[href^='/documents/']")).hasText("scratch.jpg");
    BROWSER.shoot("asset-custody-photos");
    BROWSER.assertFits("asset-custody-photos");
    BROWSER.assertAccessible("asset-custody-photos");
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
