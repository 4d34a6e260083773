package asset2go.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.StoreProcess;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see where something is away, and that it is there again without a restart. */
@Order(Order.DEFAULT + 1)
final class ErrorPagesTest {

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void whileTheDatabaseIsAwayThePageSaysSoAndOneClickLaterItIsBack() {
    var asset = Some.asset(OneSystem.api());
    Page page = BROWSER.signIn();
    BROWSER.allow(503);
    StoreProcess neo4j = OneSystem.get().neo4j();
    neo4j.freeze();
    try {
      // What was read a moment ago may still be known.
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> page.navigate("/assets/" + asset.id()).status() == 503);
      assertThat(page.locator("#error")).isVisible();
      BROWSER.shoot("store-away");
      BROWSER.assertAccessible("store-away");
      BROWSER.assertFits("store-away");
    } finally {
      neo4j.thaw();
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> OneSystem.api().get("/v1/assets?q=" + Some.word()).status() == 200);
    page.locator("a.primary").click();
    assertThat(page.locator("h1#name")).containsText(asset.json().getString("name"));
    Assertions.assertThat(page.url()).contains("/assets/" + asset.id());
  }
}
