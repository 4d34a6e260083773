package asset2go.browser;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Chromium;
import asset2go.running.OneSystem;
import asset2go.running.Place;
import asset2go.running.RunningSystem;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine with a fresh window for each test. A window that wrote an error to
 * its console fails the test, whatever else it proved.
 */
final class Browser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private final List<String> complaints = new ArrayList<>();
  private final Set<Integer> allowed = new HashSet<>();
  private Chromium chromium;
  private BrowserContext window;
  private Page page;

  /** How large the window is. */
  enum Size {
    DESKTOP(1360, 860),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    OneSystem.get();
    chromium = new Chromium();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    open(Size.DESKTOP, ColorScheme.LIGHT);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      shoot("failed-" + context.getRequiredTestMethod().getName());
    }
    window.close();
    assertThat(complaints).as("what the console and the network said").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    chromium.close();
  }

  /** A new window in the place of the one before. */
  Page open(Size size, ColorScheme scheme) {
    if (window != null) {
      window.close();
    }
    complaints.clear();
    allowed.clear();
    window =
        chromium
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(OneSystem.get().web().toString())
                    .setViewportSize(size.width, size.height)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Berlin"));
    // Generous: this machine may be doing other things, and nothing here is about speed.
    window.setDefaultTimeout(45_000);
    page = window.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("status of 4")
              && allowed.stream().noneMatch(one -> message.text().contains("status of " + one))) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
    page.onResponse(
        response -> {
          if (response.status() >= 500 && !allowed.contains(response.status())) {
            complaints.add(response.status() + " " + response.url());
          }
        });
    return page;
  }

  Page page() {
    return page;
  }

  /** In this window an answer of this status is what the test is about. */
  void allow(int status) {
    allowed.add(status);
  }

  /** Signs the first administrator in. */
  Page signIn() {
    RunningSystem system = OneSystem.get();
    return signIn(system.setting("ADMIN_EMAIL"), system.setting("ADMIN_PASSWORD"));
  }

  Page signIn(String email, String password) {
    page.navigate("/login");
    page.locator("#email").fill(email);
    page.locator("#password").fill(password);
    page.locator("#sign-in").click();
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** Keeps a picture of the whole page for people to look at. */
  void shoot(String name) {
    Path file = Place.of("system-tests", "target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** No rule of WCAG 2.2 A and AA that a program can check is broken. */
  void assertAccessible(String name) {
    List<Rule> violations =
        new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    assertThat(violations)
        .as(name)
        .extracting(
            rule ->
                rule.getId()
                    + ": "
                    + rule.getHelp()
                    + " "
                    + rule.getNodes().stream().map(node -> node.getHtml()).toList())
        .isEmpty();
  }

  /** Nothing stands out of the window to the right. */
  void assertFits(String name) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue())
        .as(name + " scrolls sideways")
        .isLessThanOrEqualTo(0);
  }
}
