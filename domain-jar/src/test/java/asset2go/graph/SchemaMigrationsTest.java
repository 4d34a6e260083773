package asset2go.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SchemaMigrationsTest {

  /** The list is kept by hand, and a file that is not on it would be shipped and never applied. */
  @Test
  void everyFileInTheFolderIsOnTheListInOrder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/neo4j/migrations"))) {
      assertThat(SchemaMigrations.SCRIPTS)
          .containsExactlyElementsOf(
              files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
