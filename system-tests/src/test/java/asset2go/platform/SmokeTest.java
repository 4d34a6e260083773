package asset2go.platform;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmokeTest {

  private final Api anybody = OneSystem.get().api();

  @Test
  void theFrontDoorSaysWhatIsHere() {
    JsonObject index = anybody.get("/").expect(200).json();
    assertThat(index.getString("name")).contains("Asset2Go");
    assertThat(index.getJsonObject("links")).containsKeys("documentation", "openapi", "version");
    assertThat(anybody.get("/version").expect(200).json().getString("version")).isNotBlank();
  }

  @Test
  void theDocumentKnowsTheContractWithItsTypes() {
    Answer answer = anybody.with("Accept", "application/json").get("/openapi").expect(200);
    JsonObject document = answer.json();
    assertThat(document.getString("openapi")).startsWith("3.");
    assertThat(document.getJsonObject("paths"))
        .containsKeys("/v1/assets/{id}/transitions", "/v1/imports", "/v1/auth/login");
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
    assertThat(schemas).containsKeys("Asset", "AssetDraft", "Transition", "Problem");
    assertThat(schemas.getJsonObject("Asset").getJsonObject("properties"))
        .containsKeys("tag", "status", "container");
    assertThat(anybody.get("/openapi").expect(200).body()).startsWith("---\nopenapi: 3.");
  }

  @Test
  void theDocumentHasAUserInterfaceOfOurOwn() {
    Answer page = anybody.get("/docs").expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    // Nothing comes from elsewhere.
    assertThat(page.body()).doesNotContain("//cdn", "https://", "http://");
    var files = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
    int count = 0;
    while (files.find()) {
      anybody.get(URI.create("/docs/").resolve(files.group(1)).toString()).expect(200);
      count++;
    }
    assertThat(count).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"started", "ready", "live"})
  void everyRoleSaysThatItIsWell(String kind) throws Exception {
    Answer api = anybody.get("/health/" + kind).expect(200);
    assertThat(api.json().getString("status")).isEqualTo("UP");
    assertThat(get(OneSystem.get().web().resolve("/health/" + kind)).statusCode()).isEqualTo(200);
    HttpResponse<String> all = get(OneSystem.get().management().resolve("/health/" + kind));
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).contains("\"UP\"");
  }

  @Test
  void figuresAreKeptOffThePublicSide() throws Exception {
    assertThat(get(OneSystem.get().management().resolve("/metrics")).body())
        .contains("# TYPE", "memory_usedHeap");
    anybody.get("/metrics").expect(404);
    assertThat(get(OneSystem.get().web().resolve("/metrics")).body()).doesNotContain("# TYPE");
  }

  @Test
  void figuresTellOfQueuesAndJobs() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(get(OneSystem.get().management().resolve("/metrics")).body())
                    .contains(
                        "asset2go_queue_jobs",
                        "state=\"waiting\"",
                        "asset2go_queue_oldest_wait_seconds",
                        "state=\"failed\"",
                        "asset2go_queue_workers",
                        "asset2go_queue_paused",
                        "asset2go_worker_active_jobs",
                        "asset2go_jobs_seconds_bucket"));
  }

  @Test
  void everyAnswerHasItsIdAndIsNotSniffed() {
    Answer answer = anybody.get("/version").expect(200);
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    Answer named = anybody.with("X-Request-Id", "my-own-request").get("/version");
    assertThat(named.header("X-Request-Id")).isEqualTo("my-own-request");
    Answer evil = anybody.with("X-Request-Id", "a b\tc").get("/version");
    assertThat(evil.header("X-Request-Id")).isNotEqualTo("a b\tc");
  }

  @Test
  void theWebTierAsksForASignIn() throws Exception {
    HttpResponse<String> page = get(OneSystem.get().web());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("type=\"password\"");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
