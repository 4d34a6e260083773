package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A feature's package has the same name in every module. A class that had the same name too would
 * be hidden, without a word, by the one in the EAR's library folder.
 */
class NamesTest {
  private static Set<String> classes(Path sources) throws IOException {
    try (var files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> sources.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void noClassHasTheNameOfOneInAnotherModule() throws IOException {
    var ours = classes(Path.of("src/main/java"));
    for (var module : Set.of("shared-jar", "queue-jar", "domain-jar")) {
      assertThat(ours).doesNotContainAnyElementsOf(classes(Path.of("..", module, "src/main/java")));
    }
  }
}
