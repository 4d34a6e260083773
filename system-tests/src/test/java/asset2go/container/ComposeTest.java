package asset2go.container;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.importing.Datacenter;
import asset2go.running.Api;
import asset2go.running.ComposeProject;
import asset2go.running.Imports;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first try that the documentation promises, from empty volumes, and what a container is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ComposeTest {

  private static ComposeProject project;

  @BeforeAll
  static void up() {
    project =
        ComposeProject.of("asset2go-test", Images.tag(), Map.of("RATE_LIMIT_ENABLED", "false"));
    project.up();
  }

  @AfterAll
  static void down() {
    if (project != null) {
      project.close();
    }
  }

  @Test
  @Order(1)
  void theDatacenterGoesInThroughTheWebContainer() {
    Imports imports = new Imports(administrator(project.apiThroughWeb()));
    for (String kind : List.of("locations", "assets", "dependencies")) {
      JsonObject run = imports.run(kind, kind + ".csv", Datacenter.file(kind));
      assertThat(Imports.state(run)).isEqualTo("completed");
      assertThat(run.getInt("failed")).isZero();
    }
    assertThat(assets()).isEqualTo(166);
  }

  @Test
  @Order(2)
  void downAndUpLoseNothing() {
    project.compose("down", "-t", "40").succeeded();
    project.up();
    assertThat(assets()).isEqualTo(166);
  }

  private static int assets() {
    return administrator(project.api()).all("/v1/assets?limit=200").size();
  }

  private static Api administrator(Api api) {
    return api.signIn("admin@asset2go.test", project.administratorPassword());
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "web"})
  void aContainerMayDoNoMoreThanItMust(String service) {
    assertThat(project.exec(service, "id", "-u").succeeded().strip()).isEqualTo("1001");
    assertThat(project.exec(service, "cat", "/proc/1/status").succeeded())
        .containsPattern("CapEff:\\s0+\\n")
        .containsPattern("NoNewPrivs:\\s1\\n");
    assertThat(project.exec(service, "touch", "/opt/asset2go/x").output())
        .contains("Read-only file system");
    assertThat(project.exec(service, "sh", "-c", "command -v javac mvn node npm").output())
        .isEmpty();
    assertThat(project.exec(service, "find", "/opt/asset2go", "-name", "*.java").succeeded())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "web", "infra"})
  void noSecretIsInAnImageOrALog(String service) {
    String image = "asset2go/" + service + ":" + Images.tag();
    List<String> seen =
        List.of(
            project.docker("image", "inspect", image).succeeded(),
            project.docker("image", "history", "--no-trunc", image).succeeded(),
            project.compose("logs", service).succeeded());
    project.secrets().entrySet().stream()
        .filter(secret -> !secret.getKey().contains("PUBLIC"))
        .forEach(
            secret ->
                assertThat(seen)
                    .as(secret.getKey())
                    .noneMatch(text -> text.contains(secret.getValue())));
  }

  @Test
  void theWebContainerKnowsNoStore() {
    assertThat(project.exec("web", "printenv").succeeded())
        .contains("API_INTERNAL_URL=")
        .doesNotContain("NEO4J", "REDIS", "S3_", "VAPID_PRIVATE");
  }

  @Test
  void theChecksOfTheGuideWork() {
    String port = project.setting("API_PORT");
    assertThat(project.exec("web", "ping", "-c", "1", "api").status()).isZero();
    assertThat(
            project
                .exec("web", "wget", "-q", "-O-", "--timeout=5", "http://api:" + port)
                .succeeded())
        .contains("Asset2Go");
    assertThat(
            project
                .exec("web", "sh", "-c", "wget -q -O- --timeout=5 $API_INTERNAL_URL")
                .succeeded())
        .contains("Asset2Go");
    assertThat(project.exec("api", "sh", "-c", "printenv | grep NEO4J").succeeded())
        .contains("NEO4J_URI=bolt://infra:7687");
    assertThat(project.compose("ps").succeeded()).contains("(healthy)");
    assertThat(project.compose("top").succeeded()).contains("java");
    assertThat(project.docker("network", "inspect", "asset2go-test_asset2go-network").status())
        .isZero();
  }

  @Test
  void theCommandsInAContainerWork() {
    assertThat(project.exec("api", "env-check").succeeded()).isEmpty();
    assertThat(project.exec("api", "migrate").succeeded()).contains("is up to date");
    assertThat(project.exec("worker", "migrate").succeeded()).contains("is up to date");
    assertThat(project.exec("web", "migrate").output()).contains("the web tier talks to no store");
    assertThat(project.exec("worker", "jobs").succeeded()).contains("workers: asset2go-1@");
    assertThat(project.exec("worker", "jobs", "failed").succeeded()).isNotNull();
    assertThat(project.exec("worker", "jobs", "retry", "no-such-job").status()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "web"})
  void logsAreJson(String service) {
    List<String> others =
        project
            .docker("logs", project.containers(service).get(0))
            .succeeded()
            .lines()
            // Before it has read any setting.
            .filter(line -> !line.startsWith("Launching asset2go"))
            .filter(line -> !line.startsWith("{") || !line.endsWith("}"))
            .toList();
    assertThat(others).isEmpty();
  }
}
