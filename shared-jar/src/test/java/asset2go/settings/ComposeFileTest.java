package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compose gives each service the variables that its role uses, and those of no other. */
final class ComposeFileTest {

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"API", "WORKER", "WEB"})
  void givesARoleWhatItUses(Role role) throws IOException {
    assertThat(given(role))
        .isEqualTo(
            Arrays.stream(Variable.values())
                .filter(variable -> variable.isUsedBy(role))
                .map(Variable::name)
                .collect(Collectors.toSet()));
  }

  private static Set<String> given(Role role) throws IOException {
    var file = Files.readString(Path.of("..", "docker-compose.yml"));
    var service =
        file.split("(?m)^  " + role.name().toLowerCase(java.util.Locale.ROOT) + ":$", 2)[1]
            .split("(?m)^(?:  )?[a-z]", 2)[0];
    return Pattern.compile("(?m)^      ([A-Z][A-Z0-9_]*):")
        .matcher(service)
        .results()
        .map(match -> match.group(1))
        // Read by the container's entry point: an alias of *_NODE_OPTIONS, and the time before a
        // stop.
        .filter(name -> !name.endsWith("_JVM_OPTIONS") && !name.equals("DRAIN_SECONDS"))
        .collect(Collectors.toSet());
  }
}
