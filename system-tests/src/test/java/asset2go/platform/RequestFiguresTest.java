package asset2go.platform;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What /metrics tells of requests, stores and the process; of jobs see {@link SmokeTest}. */
final class RequestFiguresTest {

  private final Api administrator = OneSystem.get().administrator();

  @Test
  void aRequestCountsByItsRouteAndNotByItsAddress() throws Exception {
    String id = Some.word();
    administrator.get("/v1/assets/" + id).expect(404);
    administrator.get("/v1/" + id).expect(404);
    assertThat(lines("asset2go_requests_seconds_count"))
        .anyMatch(line -> has(line, "tier=\"api\"", "route=\"/v1/assets/{id}\"", "status=\"4xx\""))
        .anyMatch(line -> has(line, "tier=\"api\"", "route=\"none\"", "status=\"4xx\""))
        .noneMatch(line -> line.contains(id));
    assertThat(lines("asset2go_requests_seconds_bucket"))
        .anyMatch(line -> has(line, "route=\"/v1/assets/{id}\"", "le=\"0.2\""));
  }

  @Test
  void aReadThatNeededNoDatabaseIsAHit() throws Exception {
    String id = administrator.post("/v1/assets", json("{'name': 'Read twice'}")).expect(201).id();
    double before = hits();
    administrator.get("/v1/assets/" + id).expect(200);
    administrator.get("/v1/assets/" + id).expect(200);
    // Others may change everything at any moment.
    Awaitility.await()
        .until(
            () -> {
              administrator.get("/v1/assets/" + id).expect(200);
              return hits() > before;
            });
  }

  private static double hits() throws Exception {
    return lines("asset2go_cache_reads_total").stream()
        .filter(line -> line.contains("result=\"hit\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void aPageCountsAsOne() throws Exception {
    URI web = OneSystem.get().web();
    get(web.resolve("/login"));
    get(web.resolve("/assets/0190?" + Some.word()));
    get(web.resolve("/api/version"));
    assertThat(lines("asset2go_requests_seconds_count"))
        .anyMatch(line -> has(line, "tier=\"web\"", "route=\"/login\"", "status=\"2xx\""))
        .anyMatch(line -> has(line, "tier=\"web\"", "route=\"/assets/{id}\"", "status=\"3xx\""))
        .anyMatch(line -> has(line, "tier=\"web\"", "route=\"/api/*\"", "status=\"2xx\""));
    assertThat(lines("asset2go_requests_seconds_bucket"))
        .anyMatch(line -> has(line, "tier=\"web\"", "route=\"/login\"", "le=\"0.3\""));
  }

  @Test
  void theServerTellsOfItsMemoryItsConnectionsAndItsStores() throws Exception {
    assertThat(lines("asset2go_")).anyMatch(line -> has(line, "memory_used_bytes", "E"));
    assertThat(lines("asset2go_memory_limit_bytes")).hasSize(1);
    assertThat(lines("asset2go_cpu_limit_cores")).hasSize(1);
    assertThat(lines("asset2go_requests_active")).hasSize(2);
    assertThat(lines("asset2go_connections")).hasSize(2);
    assertThat(lines("asset2go_api_up")).hasSize(1);
    assertThat(lines("asset2go_store_up"))
        .anyMatch(line -> line.contains("store=\"neo4j\""))
        .anyMatch(line -> line.contains("store=\"redis\""))
        .anyMatch(line -> line.contains("store=\"s3\""));
  }

  private static boolean has(String line, String... parts) {
    return List.of(parts).stream().allMatch(line::contains);
  }

  private static List<String> lines(String start) throws IOException, InterruptedException {
    return get(OneSystem.get().management().resolve("/metrics"))
        .lines()
        .filter(line -> line.startsWith(start))
        .toList();
  }

  private static String get(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
