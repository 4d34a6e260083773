package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In Kubernetes a role is given the variables that it uses, and those of no other. */
final class KubernetesSettingsTest {

  private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
  private static final Pattern NAME = Pattern.compile("(?m)^  name: (\\S+)$");
  private static final Pattern KEY = Pattern.compile("(?m)^  ([A-Z][A-Z0-9_]*):");
  private static final Pattern REFERENCE =
      Pattern.compile("- (configMap|secret)Ref: \\{name: (\\S+)}");

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"API", "WORKER", "WEB"})
  void givesARoleWhatItUses(Role role) throws IOException {
    Map<String, Set<String>> known = new HashMap<>(sources("ConfigMap", "settings.yaml"));
    sources("Secret", "secrets.example.yaml")
        .forEach((name, keys) -> known.put("secret " + name, keys));
    Set<String> given =
        REFERENCE
            .matcher(
                Files.readString(FOLDER.resolve(role.name().toLowerCase(Locale.ROOT) + ".yaml")))
            .results()
            .map(found -> (found.group(1).equals("secret") ? "secret " : "") + found.group(2))
            .flatMap(
                name -> known.getOrDefault(name, Set.of("nothing of the name " + name)).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(given)
        .isEqualTo(
            Arrays.stream(Variable.values())
                .filter(variable -> variable.isUsedBy(role))
                .map(Variable::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void secretsStandWithTheSecrets() throws IOException {
    assertThat(sources("ConfigMap", "settings.yaml").values().stream().flatMap(Set::stream))
        .noneMatch(name -> Variable.valueOf(name).isSecret());
  }

  /** The keys of each object of a kind, by its name. */
  private static Map<String, Set<String>> sources(String kind, String file) throws IOException {
    return Stream.of(Files.readString(FOLDER.resolve(file)).split("(?m)^---$"))
        .filter(document -> document.contains("kind: " + kind))
        .collect(
            Collectors.toMap(
                document -> all(NAME, document).findFirst().orElseThrow(),
                document -> all(KEY, document).collect(Collectors.toSet())));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
