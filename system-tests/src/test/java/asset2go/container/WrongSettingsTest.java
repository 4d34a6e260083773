package asset2go.container;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.settings.Role;
import asset2go.settings.Variable;
import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

/** A container that cannot start says why in a line that names the variable, and ends with 1. */
final class WrongSettingsTest {

  private static final List<Role> ROLES = List.of(Role.API, Role.WORKER, Role.WEB);
  private static final Map<Role, GenericContainer<?>> IDLE = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() {
    for (Role role : ROLES) {
      GenericContainer<?> container =
          Images.container(Images.name(role)).withCommand("tail", "-f", "/dev/null");
      IDLE.put(role, container);
      container.start();
    }
  }

  @AfterAll
  static void stop() {
    IDLE.values().forEach(GenericContainer::stop);
  }

  @TestFactory
  Stream<DynamicTest> eachRequiredVariableMissing() {
    return ROLES.stream()
        .flatMap(
            role ->
                Images.settings(role).keySet().stream()
                    .map(
                        variable ->
                            DynamicTest.dynamicTest(
                                role + " without " + variable, () -> missing(role, variable))));
  }

  private static void missing(Role role, Variable variable) {
    Map<Variable, String> settings = Images.settings(role);
    settings.remove(variable);
    ExecResult run = run(role, settings);
    assertThat(run.getExitCode()).isEqualTo(1);
    assertThat(complaints(run)).singleElement().asString().startsWith(variable + "  is missing");
    assertThat(run.getStderr()).doesNotContain("hush");
  }

  @TestFactory
  Stream<DynamicTest> valuesThatAreNone() {
    return Stream.of(
            Map.entry(Variable.JWT_SECRET, "12345678901234567890"),
            Map.entry(Variable.API_URL, "api.example.com"),
            Map.entry(Variable.NEO4J_URI, "http://infra:7687"),
            Map.entry(Variable.REDIS_PORT, "redis"),
            Map.entry(Variable.S3_ENDPOINT, "infra:9000"),
            Map.entry(Variable.NODE_ENV, "staging"),
            Map.entry(Variable.VAPID_PRIVATE_KEY, "too-short"),
            Map.entry(Variable.RATE_LIMIT_TTL, "-1"),
            Map.entry(Variable.TRUSTED_PROXIES, "10.0.0.0/33"))
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.toString(),
                    () -> {
                      Map<Variable, String> settings = Images.settings(Role.API);
                      settings.put(wrong.getKey(), wrong.getValue());
                      ExecResult run = run(Role.API, settings);
                      assertThat(run.getExitCode()).isEqualTo(1);
                      assertThat(complaints(run))
                          .singleElement()
                          .asString()
                          .startsWith(wrong.getKey() + "  ");
                    }));
  }

  @Test
  void allAtOnce() {
    for (Role role : ROLES) {
      assertThat(complaints(run(role, Map.of()))).hasSameSizeAs(Images.settings(role).keySet());
    }
  }

  @Test
  void theContainerItselfEnds() {
    try (GenericContainer<?> container =
        Images.container("web").withStartupCheckStrategy(new Ended())) {
      container.start();
      assertThat(container.getLogs()).contains("Asset2Go cannot start (role web)");
      assertThat(container.getCurrentContainerInfo().getState().getExitCodeLong()).isEqualTo(1);
    }
  }

  /** Starts the role with just these settings, as the container does it. */
  private static ExecResult run(Role role, Map<Variable, String> settings) {
    // Not for ever where it should start after all.
    List<String> command = new ArrayList<>(List.of("timeout", "30", "env"));
    settings.forEach((variable, value) -> command.add(variable + "=" + value));
    Stream.of(Variable.values())
        .filter(variable -> !settings.containsKey(variable))
        .forEach(variable -> command.add(3, "--unset=" + variable));
    command.addAll(List.of("entrypoint", "run"));
    GenericContainer<?> container = IDLE.get(role);
    try {
      return container.execInContainer(command.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> complaints(ExecResult run) {
    return run.getStderr()
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(String::strip)
        .toList();
  }

  /** Waits for the end, whatever the status: the one that comes with Testcontainers wants 0. */
  private static final class Ended extends OneShotStartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient docker, String id) {
      StartupStatus status = super.checkStartupState(docker, id);
      return status == StartupStatus.FAILED ? StartupStatus.SUCCESSFUL : status;
    }
  }
}
