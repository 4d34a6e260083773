package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import asset2go.browser.Browser.Size;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fault from the code on a thing, without signing in, to the work order that comes of it. */
final class FaultReportPagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void whoScansTheCodeReportsAndWhoWorksOnItDecides() {
    Api api = OneSystem.api();
    String word = Some.word();
    String asset =
        api.post("/v1/assets", json("{'tag': 'F-%s', 'name': 'Secret %s'}", word, word))
            .expect(201)
            .id();
    Page page = BROWSER.page();
    page.navigate("/q/" + asset);
    page.locator("#report-fault").click();
    assertThat(page.locator("body")).not().containsText(word);
    check("fault-report");
    page.locator("#fault").fill("It smokes " + word);
    page.locator("#reporter").fill("Ada <b>");
    page.locator("#send").click();
    assertThat(page.locator("#sent")).isVisible();
    page.locator("#photos")
        .setInputFiles(new FilePayload("x.jpg", "image/jpeg", "none".getBytes(UTF_8)));
    page.locator("#send-photos").click();
    assertThat(page.locator("#photos-refused")).isVisible();
    check("fault-report-photos");
    byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};
    page.locator("#photos").setInputFiles(new FilePayload("x.jpg", "image/jpeg", photo));
    page.locator("#send-photos").click();
    assertThat(page.locator("#photos-added")).isVisible();

    BROWSER.signIn();
    page.navigate("/maintenance/reports");
    assertThat(page.locator("#reports")).containsText("It smokes " + word);
    page.locator("#reports li", new Page.LocatorOptions().setHasText(word))
        .locator("a.button")
        .click();
    assertThat(page.locator("#decide")).containsText("Ada <b>");
    assertThat(page.locator("#decide a[href^='/documents/']")).hasText("x.jpg");
    page.locator("#title").fill("Look for smoke");
    page.locator("#accept").click();
    assertThat(page.locator("#title-shown")).hasText("Look for smoke");
    assertThat(page.locator("#documents a[href^='/documents/']")).hasText("x.jpg");
    check("work-order-photos");
  }

  @Test
  void whatIsNoFaultIsRejectedWithAReason() {
    Api api = OneSystem.api();
    String word = Some.word();
    String asset = Some.asset(api, "F-" + word).id();
    OneSystem.get()
        .api()
        .with("X-Forwarded-For", "198.51.100.77")
        .post("/v1/fault-reports", json("{'assetId': '%s', 'text': 'Hums %s'}", asset, word))
        .expect(202);
    for (Size size : Size.values()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = BROWSER.open(size, scheme);
        String kind = "-" + size + "-" + scheme;
        page.navigate("/report/" + asset);
        check("fault-report" + kind);
        page.navigate("/login?then=/q/" + asset);
        check("login-from-code" + kind);
        BROWSER.signIn();
        page.navigate("/maintenance/reports");
        check("fault-reports" + kind);
        page.locator("#reports li", new Page.LocatorOptions().setHasText(word))
            .locator("a.button")
            .click();
        page.locator("#decide").waitFor();
        check("fault-report-decide" + kind);
      }
    }
    Page page = BROWSER.page();
    page.locator("#reject").click();
    assertThat(page.locator("#reason-wrong")).isVisible();
    page.locator("#reason").fill("It always hums");
    page.locator("#reject").click();
    page.navigate("/maintenance/reports?state=rejected");
    assertThat(page.locator("#reports")).containsText("It always hums");
  }

  private static void check(String name) {
    String shown = name.toLowerCase(Locale.ROOT);
    BROWSER.shoot(shown);
    BROWSER.assertFits(shown);
    BROWSER.assertAccessible(shown);
  }
}
