package asset2go.browser;

import static asset2go.running.Text.json;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import asset2go.job.ForeignProducer;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import asset2go.running.StoreProcess;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator sees of the queues, and mends. */
final class JobsPageTest {

  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final ForeignProducer stranger = new ForeignProducer(OneSystem.get());
  private final String word = Some.word();

  @Test
  void aFailedJobIsFoundTriedAgainAndRemoved() {
    stranger.failed(
        "prompt",
        "f-" + word,
        word,
        "{\"colour\":\"teal\",\"password\":\"hunter2\"}",
        "boom",
        Instant.now());
    Page page = BROWSER.signIn();
    page.locator("#nav-jobs").click();
    page.locator("#count-prompt-FAILED").click();
    page.waitForURL(Pattern.compile("queue=prompt&state=failed"));
    page.locator("#name").fill(word);
    page.locator("#name").press("Enter");
    assertThat(page.locator("#list tbody tr")).hasCount(1);
    page.locator("#list tbody a").click();

    assertThat(page.locator("#reason")).containsText("boom");
    assertThat(page.locator("#data")).containsText("teal");
    assertThat(page.locator("#data")).not().containsText("hunter2");
    assertThat(page.locator("#logs")).containsText("began");
    assertThat(page.locator("#stack")).containsText("at somewhere");

    page.locator("#retry").click();
    assertThat(page.locator("#note")).isVisible();
    // It is none of ours and fails again. The page looks again by itself and shows the new reason.
    assertThat(page.locator("#reason")).containsText("not of our making", SOON);

    page.locator("#remove").click();
    page.locator("#remove-dialog #confirm").click();
    page.waitForURL(Pattern.compile("/jobs\\?queue=prompt"));
    assertThat(page.locator("#note")).isVisible();
    OneSystem.api().get("/v1/jobs/prompt/f-" + word).expect(404);
  }

  @Test
  void aDelayedJobIsDoneNow() {
    stranger.delayed("bulk", "d:" + word, word);
    Page page = BROWSER.signIn();
    page.navigate("/jobs?queue=bulk&state=delayed&name=" + word);
    page.locator("#list tbody a").click();
    page.locator("#promote").click();
    assertThat(page.locator("#reason")).containsText("not of our making", SOON);
  }

  @Test
  void aQueueIsPausedOnceAskedAndResumed() {
    Page page = BROWSER.signIn();
    page.navigate("/jobs");
    try {
      page.locator("#pause-bulk").click();
      assertThat(page.locator("#queue-dialog")).isVisible();
      BROWSER.assertAccessible("jobs-pause");
      page.locator("#queue-dialog [data-close]").first().click();
      assertThat(page.locator("#queue-bulk")).hasAttribute("data-paused", "false");

      page.locator("#pause-bulk").click();
      page.locator("#queue-dialog #confirm").click();
      assertThat(page.locator("#queue-bulk")).hasAttribute("data-paused", "true");
      page.locator("#resume-bulk").click();
      page.locator("#queue-dialog #confirm").click();
      assertThat(page.locator("#queue-bulk")).hasAttribute("data-paused", "false");
    } finally {
      OneSystem.api().post("/v1/jobs/queues/bulk/resume").expect(200);
    }
  }

  @Test
  void theFiguresChangeByThemselves() {
    Page page = BROWSER.signIn();
    page.navigate("/jobs?name=" + word);
    String before = page.locator("#count-bulk-DELAYED .value").textContent();
    stranger.delayed("bulk", "e-" + word, word);
    assertThat(page.locator("#count-bulk-DELAYED .value"))
        .not()
        .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }

  @Test
  void oldJobsAreCleanedAway() {
    stranger.failed(
        "bulk", "o-" + word, word, "{}", "boom", Instant.now().minusSeconds(90 * 86_400L));
    Page page = BROWSER.signIn();
    page.navigate("/jobs");
    page.locator("#clean-bulk").click();
    page.locator("#cleanState").selectOption("FAILED");
    page.locator("#olderThan").selectOption("2592000");
    page.locator("#queue-dialog #confirm").click();
    assertThat(page.locator("#note")).isVisible();
    OneSystem.api().get("/v1/jobs/bulk/o-" + word).expect(404);
  }

  @Test
  void aScheduleIsChangedSwitchedOffAndRunNow() {
    Page page = BROWSER.signIn();
    page.navigate("/jobs/schedules");
    try {
      page.locator("#edit-daily-digest").click();
      page.locator("#pattern").fill("99 99 * * *");
      page.locator("#save").click();
      assertThat(page.locator("#pattern-wrong")).isVisible();
      assertThat(page.locator("#pattern")).hasValue("99 99 * * *");
      BROWSER.assertAccessible("schedule-wrong");

      page.locator("#pattern").fill("30 8 * * 1-5");
      page.locator("#zone").fill("Europe/Berlin");
      page.locator("#save").click();
      assertThat(page.locator("[data-schedule=daily-digest]"))
          .containsText(Pattern.compile("30 8 \\* \\* 1-5.*Europe/Berlin", Pattern.DOTALL));

      page.locator("#turn-daily-digest").click();
      page.locator("#turn").click();
      assertThat(page.locator("[data-schedule=daily-digest] .status")).containsText("Off");
      page.locator("#turn-daily-digest").click();
      page.locator("#turn").click();
      assertThat(page.locator("[data-schedule=daily-digest] .status")).containsText("On");
    } finally {
      OneSystem.api()
          .patch(
              "/v1/jobs/schedules/daily-digest",
              json("{'pattern': '0 7 * * *', 'zone': 'UTC', 'enabled': true}"))
          .expect(200);
    }
    page.locator("#run-expired-answers").click();
    page.locator("#run-now").click();
    page.waitForURL(Pattern.compile("/jobs/bulk/job"));
    assertThat(page.locator("#job")).containsText("Completed", SOON);
  }

  @Test
  void whileRedisIsAwayThePageSaysSoAndComesBackByItself() {
    Page page = BROWSER.signIn();
    StoreProcess redis = OneSystem.get().redis();
    redis.stop();
    try {
      page.navigate("/jobs");
      assertThat(page.locator("#away")).isVisible();
      BROWSER.assertAccessible("jobs-away");
    } finally {
      redis.start();
    }
    assertThat(page.locator("#queue-prompt"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    assertThat(page.locator("#jobs-title"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
  }

  @Test
  void whoIsNoAdministratorIsToldSo() {
    Colleague manager = Colleague.with("MANAGER");
    Page page = BROWSER.signIn(manager.email(), manager.password());
    assertThat(page.locator("#nav-jobs")).hasCount(0);
    for (String path : new String[] {"/jobs", "/jobs/schedules", "/jobs/bulk/job?id=1"}) {
      Assertions.assertThat(page.navigate(path).status()).isEqualTo(403);
      assertThat(page.locator("#error")).isVisible();
    }
  }
}
