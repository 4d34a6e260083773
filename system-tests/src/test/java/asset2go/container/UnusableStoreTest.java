package asset2go.container;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.settings.Role;
import asset2go.settings.Variable;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** What a container says, in one line, while it waits for what only an operator can mend. */
final class UnusableStoreTest {

  private static Network network;
  private static GenericContainer<?> infra;

  @BeforeAll
  @SuppressWarnings("resource")
  static void startStores() {
    infra = Images.container("infra");
    network = Network.newNetwork();
    Map<Variable, String> settings = Images.settings(Role.API);
    infra
        .withNetwork(network)
        .withNetworkAliases("infra")
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(5)));
    settings.forEach((variable, value) -> infra.withEnv(variable.name(), value));
    infra.withEnv("EMAIL_HOST", "infra").withEnv("EMAIL_PORT", "2525").start();
  }

  @AfterAll
  static void stopStores() {
    if (network != null) {
      infra.stop();
      network.close();
    }
  }

  @Test
  void wrongPasswordOfNeo4j() {
    says(
        Role.API,
        Map.of(Variable.NEO4J_PASSWORD, "wrong"),
        "Neo4j refuses NEO4J_USER with NEO4J_PASSWORD");
  }

  @Test
  void wrongPasswordOfRedis() {
    says(Role.WORKER, Map.of(Variable.REDIS_PASSWORD, "wrong"), "REDIS_PASSWORD");
  }

  @Test
  void wrongKeyOfS3() {
    says(
        Role.API,
        Map.of(Variable.S3_SECRET_ACCESS_KEY, "wrong"),
        "refuses S3_ACCESS_KEY_ID with S3_SECRET_ACCESS_KEY: SignatureDoesNotMatch");
  }

  @Test
  void aBucketThatIsMissingIsMade() {
    says(
        Role.WORKER,
        Map.of(Variable.S3_BUCKET, "another-bucket"),
        "Made the bucket another-bucket");
  }

  @Test
  void aStoreThatIsNotThere() {
    says(Role.WORKER, Map.of(Variable.REDIS_HOST, "nowhere"), "nowhere");
    says(Role.API, Map.of(Variable.NEO4J_URI, "bolt://nowhere:7687"), "nowhere");
    says(
        Role.API,
        Map.of(Variable.S3_ENDPOINT, "http://nowhere:9000/"),
        "(S3_ENDPOINT) does not answer: java.net.UnknownHostException: nowhere");
  }

  @Test
  void aPortThatIsTaken() {
    try (GenericContainer<?> first = server(Role.WEB, Map.of())) {
      first.waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(4)));
      first.start();
      // In the same network namespace, as under network_mode: host.
      try (GenericContainer<?> second = server(Role.WEB, Map.of())) {
        second
            .withNetwork(null)
            .withNetworkMode("container:" + first.getContainerId())
            .waitingFor(
                Wait.forLogMessage(".*CWWKO0221E.* port 3501.*", 1)
                    .withStartupTimeout(Duration.ofMinutes(4)))
            .start();
      }
    }
  }

  private static void says(Role role, Map<Variable, String> wrong, String words) {
    try (GenericContainer<?> container = server(role, wrong)) {
      container.waitingFor(
          Wait.forLogMessage(".*" + Pattern.quote(words) + ".*", 1)
              .withStartupTimeout(Duration.ofMinutes(4)));
      container.start();
      String line =
          container.getLogs().lines().filter(l -> l.contains(words)).findFirst().orElseThrow();
      System.out.println(role + " with " + wrong + ": " + line);
      assertThat(container.getLogs()).doesNotContain("hush-");
    }
  }

  @SuppressWarnings("resource")
  private static GenericContainer<?> server(Role role, Map<Variable, String> wrong) {
    GenericContainer<?> container = Images.container(Images.name(role));
    Map<Variable, String> settings = Images.settings(role);
    settings.putAll(wrong);
    settings.forEach((variable, value) -> container.withEnv(variable.name(), value));
    return container.withNetwork(network);
  }
}
