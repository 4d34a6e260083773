package asset2go.container;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.Chromium;
import asset2go.running.ComposeProject;
import asset2go.running.Ports;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What only a browser can tell of the containers: forms over instances, and calls across origins.
 */
final class BrowserTest {

  private static final List<Integer> PORTS = Ports.free(2);
  private static final String FRIEND = "http://localhost:" + PORTS.get(0);

  private static ComposeProject project;
  private static Chromium chromium;
  private static Api administrator;

  @BeforeAll
  static void up() {
    project =
        ComposeProject.of(
            "asset2go-test-browser",
            Images.tag(),
            Map.of("RATE_LIMIT_ENABLED", "false", "CORS_ORIGINS", FRIEND));
    project.up();
    administrator = project.api().signIn("admin@asset2go.test", project.administratorPassword());
    chromium = new Chromium();
  }

  @AfterAll
  static void down() {
    if (chromium != null) {
      chromium.close();
    }
    if (project != null) {
      project.close();
    }
  }

  @Test
  void aFormOfAStoppedInstanceGoesOnAtAnother() {
    Page page = signedIn();
    page.navigate(project.setting("APP_URL") + "assets/new");
    page.locator("#name").fill("Typed at the first");
    page.locator("#notes").fill("Schöne Grüße");
    page.locator("#condition").selectOption("FAIR");

    project.compose("stop", "-t", "40", "web").succeeded();
    String other = anotherWeb();
    try {
      page.locator("#save").click();
      page.waitForURL(url -> !url.endsWith("/new"));
      JsonObject made =
          administrator.get("/v1/assets?q=Typed").expect(200).items().stream().findFirst().get();
      assertThat(made.getString("name")).isEqualTo("Typed at the first");
      assertThat(made.getString("notes")).isEqualTo("Schöne Grüße");
      assertThat(made.getString("condition")).isEqualTo("FAIR");
      assertThat(page.locator("h1").textContent()).contains("Typed at the first");
    } finally {
      project.docker("rm", "-f", other);
      project.up("web");
    }
  }

  /** Started after the first has stopped, at the same address, as behind a balancer. */
  private static String anotherWeb() {
    String id =
        project
            .compose("run", "-d", "--rm", "--no-deps", "--service-ports", "web")
            .succeeded()
            .strip()
            .lines()
            .reduce("", (before, line) -> line);
    project.docker("exec", id, "sh", "-c", "until healthy; do sleep 0.2; done").succeeded();
    return id;
  }

  private static Page signedIn() {
    Page page = chromium.browser().newPage();
    page.setDefaultTimeout(45_000);
    page.navigate(project.setting("APP_URL") + "login");
    page.locator("#email").fill("admin@asset2go.test");
    page.locator("#password").fill(project.administratorPassword());
    page.locator("#sign-in").click();
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  @Test
  void aPageOfAnAllowedOriginMayCallTheApi() throws IOException {
    try (Elsewhere friend = new Elsewhere(PORTS.get(0))) {
      assertThat(calls(FRIEND, "GET", "Friend")).isEqualTo("200 true");
      assertThat(calls(FRIEND, "POST", "Friend")).isEqualTo("201 true");
    }
  }

  @Test
  void aPageOfAnotherOriginMayNot() throws IOException {
    try (Elsewhere stranger = new Elsewhere(PORTS.get(1))) {
      String origin = "http://localhost:" + PORTS.get(1);
      assertThat(calls(origin, "GET", "Stranger")).isEqualTo("TypeError");
      assertThat(calls(origin, "POST", "Stranger")).isEqualTo("TypeError");
      assertThat(administrator.get("/v1/assets?q=Stranger").expect(200).items()).isEmpty();
    }
  }

  /** The status and whether the page can read a header of ours; or what fetch threw. */
  private static Object calls(String origin, String method, String name) {
    try (Page page = chromium.browser().newPage()) {
      page.navigate(origin);
      return page.evaluate(
          """
          async ([api, token, method, name]) => {
            const post = method === 'POST'
            try {
              const answer = await fetch(api + 'v1/assets' + (post ? '' : '?limit=1'), {
                method,
                headers: {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'},
                body: post ? JSON.stringify({name}) : undefined
              })
              await answer.json()
              return answer.status + ' ' + answer.headers.has('X-Request-Id')
            } catch (e) {
              return e.name
            }
          }
          """,
          List.of(project.setting("API_URL"), administrator.token(), method, name));
    }
  }
}
