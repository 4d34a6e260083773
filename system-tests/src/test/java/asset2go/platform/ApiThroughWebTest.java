package asset2go.platform;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API below {@code /api} of the web tier, as programs and pages of ours use it there. */
final class ApiThroughWebTest {

  private static final String UNKNOWN = "/v1/assets/01890000-0000-7000-8000-000000000000";

  private final Api anybody = OneSystem.get().apiThroughWeb();
  private final Api program = anybody.as(OneSystem.api().token());
  private final Api browser = anybody.with("Cookie", "a2g=" + OneSystem.api().token());
  private final String origin = OneSystem.get().web().toString().replaceFirst("/$", "");

  @Test
  void aProgramSignsInAndWorks() {
    Api signedIn =
        anybody.signIn(
            OneSystem.get().setting("ADMIN_EMAIL"), OneSystem.get().setting("ADMIN_PASSWORD"));
    Answer made = Some.asset(signedIn);
    assertThat(made.header("Location")).isEqualTo("/api/v1/assets/" + made.id());
    assertThat(signedIn.get("/v1/assets/" + made.id()).expect(200).json()).isEqualTo(made.json());
    assertThat(OneSystem.api().get("/v1/assets/" + made.id()).expect(200).json())
        .isEqualTo(made.json());
    signedIn.post("/v1/auth/logout").expect(204);
    signedIn.get("/v1/me").expect(401);
  }

  @Test
  void pagesLeadToTheNextOneHere() {
    Some.location(program, "");
    Some.location(program, "");
    Answer page = program.get("/v1/locations?limit=1&q=%20").expect(200);
    assertThat(page.header("Link")).startsWith("</api/v1/locations?");
  }

  @Test
  void whatBelongsToAnAnswerComesBack() {
    Answer made = Some.asset(program);
    String path = "/v1/assets/" + made.id();
    Answer again = program.with("If-None-Match", made.etag()).get(path).expect(304);
    assertThat(again.body()).isEmpty();
    program.with("If-Match", "\"77\"").patch(path, json("{'name': 'Other'}")).expect(412);
    Answer head = program.send("HEAD", path, null, BodyPublishers.noBody()).expect(200);
    assertThat(head.body()).isEmpty();
    assertThat(program.get(path).header("Content-Type"))
        .isEqualTo(OneSystem.api().get(path).header("Content-Type"));
    program.with("If-Match", made.etag()).delete(path).expect(204);
  }

  @Test
  void aFileOfSomeMegabytesIsImported() {
    String word = Some.word();
    StringBuilder file = new StringBuilder("code,name,filler\n");
    for (int i = 0; i < 1_000; i++) {
      file.append(word).append(i).append(",Room ").append(i).append(',');
      file.append("x".repeat(5_000)).append('\n');
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    JsonObject run = new Imports(program).run("locations", "rooms.csv", bytes);
    assertThat(run.getString("state")).as(run.toString()).isEqualTo("completed");
    assertThat(run.getInt("created")).as(run.toString()).isEqualTo(1_000);
  }

  @Test
  void aBodyOfUnknownLengthPasses() {
    byte[] body = json("{'name': 'Streamed'}").toString().getBytes(StandardCharsets.UTF_8);
    program
        .send(
            "POST",
            "/v1/assets",
            "application/json",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .expect(201);
  }

  @Test
  void theApisLimitsHold() {
    Answer refused = program.post("/v1/assets", json("{'name': '%s'}", "x".repeat(3 << 20)));
    problem(refused, 413);
  }

  @Test
  void theApisProblemsPass() {
    problem(program.get(UNKNOWN), 404);
    problem(program.get("/nothing"), 404);
    problem(anybody.get("/v1/assets"), 401);
    problem(program.post("/v1/assets", json("{'name': ''}")), 422);
    Answer named = program.with("X-Request-Id", "through-the-web").get(UNKNOWN);
    assertThat(named.header("X-Request-Id")).isEqualTo("through-the-web");
    assertThat(named.json().getString("requestId")).isEqualTo("through-the-web");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/..%2flogin", "/%252e%252e/login", "/..%5clogin", "/v1/..;a=b/me", "/v1/..%2fme"})
  void noTrickLeadsOut(String path) {
    assertThat(program.get(path).status()).as(path).isIn(400, 404);
  }

  @Test
  void aPageBehindATrickIsGuardedAsAPage() {
    // Whatever the container makes of the path: the cookie is not ended without an Origin.
    Api somebody =
        anybody.as(null).with("Cookie", "a2g=" + OneSystem.get().administrator().token());
    for (String path : new String[] {"/../logout", "/%2e%2e/logout", "/..;/logout"}) {
      assertThat(somebody.post(path).status()).as(path).isIn(400, 403, 404);
      somebody.get("/v1/me").expect(200);
    }
  }

  @Test
  void theSignInCookieOpensTheApiToPagesOfOurs() {
    browser.get("/v1/me").expect(200);
    Some.asset(browser.with("Origin", origin));
    Some.asset(browser.with("Sec-Fetch-Site", "same-origin"));
  }

  @Test
  void theSignInCookieDoesNotOpenItToOthers() {
    JsonObject asset = json("{'name': 'Forged'}");
    problem(browser.post("/v1/assets", asset), 403);
    problem(browser.with("Origin", "https://evil.test").post("/v1/assets", asset), 403);
    problem(browser.with("Sec-Fetch-Site", "cross-site").post("/v1/assets", asset), 403);
    problem(
        browser
            .with("Sec-Fetch-Site", "same-site")
            .with("Origin", origin)
            .post("/v1/assets", asset),
        403);
  }

  @Test
  void whoBringsATokenIsNotTakenForTheCookie() {
    problem(browser.as("nonsense").get("/v1/me"), 401);
  }

  @Test
  void noMethodShowsTheToken() {
    Answer refused = browser.send("TRACE", "/v1/me", null, BodyPublishers.noBody());
    // Mostly the server's own refusal.
    assertThat(refused.status()).isIn(403, 405);
    assertThat(refused.body()).doesNotContain("Bearer");
  }

  @Test
  void theHealthOfTheWebTierTellsOfTheApi() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(health().getJsonArray("checks").getValuesAs(JsonObject.class))
                    .anySatisfy(
                        check -> {
                          assertThat(check.getString("name")).isEqualTo("api");
                          assertThat(check.getJsonObject("data").getBoolean("answers")).isTrue();
                        }));
  }

  /** Through the web tier and past it, one address has one count, and each request counts once. */
  @Test
  void theCallersAddressIsForwarded() {
    // Again where a window ended in between.
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              String address = "198.51.100." + ThreadLocalRandom.current().nextInt(250);
              String other = "203.0.113." + ThreadLocalRandom.current().nextInt(250);
              long first = remaining(anybody, address, Map.of());
              assertThat(remaining(OneSystem.get().api(), address, Map.of())).isEqualTo(first - 1);
              assertThat(remaining(anybody, address, Map.of("X-Asset2Go-Service", "1;" + other)))
                  .isEqualTo(first - 2);
              assertThat(remaining(anybody, other, Map.of())).isGreaterThan(first - 2);
            });
  }

  private static long remaining(Api api, String address, Map<String, String> more) {
    Api there = api.with("X-Forwarded-For", address);
    for (Map.Entry<String, String> header : more.entrySet()) {
      there = there.with(header.getKey(), header.getValue());
    }
    return Long.parseLong(there.get("/v1/assets").expect(401).header("RateLimit-Remaining"));
  }

  private static JsonObject health() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(OneSystem.get().web().resolve("/health/ready")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return Json.createReader(new StringReader(answer.body())).readObject();
    }
  }

  private static void problem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .as(answer.toString())
        .startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(status);
    assertThat(answer.json().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
  }
}
