package asset2go.launcher;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Chromium;
import asset2go.running.OneSystem;
import asset2go.running.Ports;
import asset2go.running.Programs;
import asset2go.running.RunningSystem;
import asset2go.running.RunningSystem.Run;
import asset2go.running.Some;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A second system beside the first: what is typed, what is answered, what is left behind. */
@Order(Order.DEFAULT + 3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LauncherTest {

  private static RunningSystem second;
  private static String yesterdays;

  @BeforeAll
  static void startBesideTheFirst() {
    OneSystem.get();
    second = RunningSystem.ordinary("second", Map.of());
    second.up();
    yesterdays = Some.asset(second.administrator()).id();
  }

  @AfterAll
  static void stop() {
    second.close();
  }

  @Test
  @Order(1)
  void upAgainSaysThatItRuns() {
    Run again = second.launch("up");
    assertThat(again.status()).isZero();
    assertThat(again.output()).contains("already running", second.setting("APP_URL"));
  }

  @Test
  @Order(2)
  void statusTellsWhatRuns() {
    Run status = second.launch("status");
    assertThat(status.status()).isZero();
    assertThat(status.output()).contains("api", "web", "worker", second.setting("API_PORT"));
  }

  @Test
  @Order(3)
  void aThirdOneOnTheSamePortsIsRefusedInOneMessage() {
    RunningSystem third =
        RunningSystem.ordinary("third", Map.of("API_PORT", second.setting("API_PORT")));
    try {
      Run refused = third.launch("up");
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.output()).contains(second.setting("API_PORT"), "API_PORT", "in use");
    } finally {
      third.close();
    }
    second.api().get("/version").expect(200);
  }

  @Test
  @Order(4)
  void aBrokenSettingIsRefusedInOneMessageWithoutASecret() {
    RunningSystem third =
        RunningSystem.ordinary(
            "third", Map.of("JWT_SECRET", "too-short-s3cret", "RATE_LIMIT_TTL", "soon"));
    try {
      Run refused = third.launch("up");
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.output())
          .contains("JWT_SECRET", "RATE_LIMIT_TTL")
          .doesNotContain("too-short-s3cret", "\tat ");
    } finally {
      third.close();
    }
    assertThat(Programs.around(third.folder())).isEmpty();
  }

  @Test
  @Order(5)
  void downStopsEverythingAndNothingElse() {
    Run down = second.launch("down");
    assertThat(down.status()).isZero();
    assertThat(second.ports()).noneMatch(Ports::taken);
    assertThat(second.launch("status").status()).isNotZero();
    OneSystem.api().get("/v1/me").expect(200);
  }

  @Test
  @Order(6)
  void upAfterDownHasYesterdaysData() {
    second.up();
    second.administrator().get("/v1/assets/" + yesterdays).expect(200);
  }

  @Test
  @Order(7) // after all that signs in from this address
  void tooManyRequestsAreRefusedPerAddressAndTheRestGoOn() {
    Api anybody = second.api();
    Answer last = null;
    for (int i = 0; i < 250 && (last == null || last.status() != 429); i++) {
      last = anybody.post("/v1/auth/password-reset", json("{'email': 'nobody@example.test'}"));
    }
    last.expect(429);
    assertThat(last.header("Content-Type")).startsWith("application/problem+json");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(last.header("RateLimit-Limit")).isEqualTo("100");
    OneSystem.api().get("/v1/me").expect(200);
  }

  @Test
  @Order(8)
  void whoOpensPagesTooFastIsToldSo() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.browser().newPage();
      Response last = null;
      for (int i = 0; i < 250 && (last == null || last.status() != 429); i++) {
        last = page.navigate(second.web().resolve("/login").toString());
      }
      assertThat(last.status()).isEqualTo(429);
      assertThat(Integer.parseInt(last.headerValue("Retry-After"))).isBetween(1, 60);
      assertThat(page.locator("h1#error").innerText()).isEqualTo("Too fast");
    }
  }

  @Test
  @Order(9)
  void downTwiceIsNoMistake() {
    assertThat(second.launch("down").status()).isZero();
    assertThat(second.launch("down").status()).isZero();
    assertThat(List.of(second.setting("API_PORT"), second.setting("PORT")))
        .noneMatch(port -> Ports.taken(Integer.parseInt(port)));
  }
}
