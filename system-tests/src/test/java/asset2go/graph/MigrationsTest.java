package asset2go.graph;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MigrationsTest {

  private static final Pattern NAMED =
      Pattern.compile("^CREATE (?:TEXT |FULLTEXT )?(?:CONSTRAINT|INDEX) (\\w+)", Pattern.MULTILINE);

  private static final Pattern DROPPED =
      Pattern.compile("^DROP (?:CONSTRAINT|INDEX) (\\w+)", Pattern.MULTILINE);

  private final List<Path> scripts = scripts();

  @Test
  void everyScriptWasApplied() {
    List<String> versions =
        scripts.stream()
            .map(script -> script.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
            .toList();
    assertThat(
            Cypher.texts(
                "MATCH (m:__Neo4jMigration) WHERE m.version <> 'BASELINE' RETURN m.version"))
        .containsExactlyInAnyOrderElementsOf(versions);
  }

  @Test
  void everyConstraintAndIndexOfAScriptIsThere() throws IOException {
    List<String> wanted = new ArrayList<>();
    for (Path script : scripts) {
      String text = Files.readString(script);
      wanted.addAll(names(NAMED, text));
      wanted.removeAll(names(DROPPED, text));
    }
    assertThat(Cypher.texts("SHOW INDEXES YIELD name RETURN name"))
        .hasSizeGreaterThan(40)
        .containsAll(wanted);
  }

  private static List<String> names(Pattern pattern, String script) {
    return pattern.matcher(script).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static List<Path> scripts() {
    try (Stream<Path> files =
        Files.list(Place.of("domain-jar", "src", "main", "resources", "neo4j", "migrations"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
