package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example that operators copy says the same as the table in {@link Variable}. */
final class EnvExampleTest {

  /** Read by the Compose files and by no server. */
  private static final Set<String> FOR_COMPOSE =
      Set.of(
          "API_MEMORY",
          "WORKER_MEMORY",
          "WEB_MEMORY",
          "WORK_MEMORY",
          "LOG_MAX_SIZE",
          "LOG_MAX_FILES",
          "DRAIN_SECONDS",
          "BALANCER_MEMORY",
          "BALANCER_TRUSTED_PROXIES",
          "TAG",
          "DEV_MEMORY",
          "API_DEBUG_PORT",
          "WORKER_DEBUG_PORT",
          "WEB_DEBUG_PORT");

  private static String example() throws IOException {
    return Files.readString(Path.of("..", ".env.example"));
  }

  @ParameterizedTest
  @EnumSource
  void holdsEveryVariableAndSaysWhetherItIsRequired(Variable variable) throws IOException {
    var need = variable.isRequired() ? "REQUIRED" : "OPTIONAL";
    assertThat(example())
        .containsPattern("(?m)^#?" + Pattern.quote(variable.name()) + "=\\S+ +# " + need + ": ");
  }

  @Test
  void namesNoOther() throws IOException {
    assertThat(DotEnv.parse(example(), name -> Optional.empty()).keySet())
        .allSatisfy(name -> assertThat(Variable.valueOf(name).name()).isEqualTo(name));
  }

  @Test
  void itsDefaultsAreOurs() throws IOException {
    var values =
        new HashMap<>(
            DotEnv.parse(example().replaceAll("(?m)^#([A-Z])", "$1"), name -> Optional.empty()));
    values.keySet().removeAll(FOR_COMPOSE);
    assertThat(values)
        .allSatisfy(
            (name, value) -> {
              var fallback = Variable.valueOf(name).fallback();
              assertThat(value).isEqualTo(fallback.isEmpty() ? value : fallback);
            });
  }
}
