package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Content-Security-Policy would refuse, found before a browser does. */
class PagesTest {
  private static final Pattern PARAM = Pattern.compile("<ui:param name=\"(\\w+)\"");
  private static final Pattern VARIABLE = Pattern.compile(" var=\"(\\w+)\"");

  @Test
  void noPageHasInlineStyleOrScript() throws IOException {
    try (var files = Files.walk(Path.of("src/main/webapp"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern("\\sstyle=\"")
            .doesNotContainPattern("\\son[a-z]+=\"")
            .doesNotContain("<style")
            .doesNotContainPattern("<script(?![^>]* src=)")
            .doesNotContain("<h:commandLink")
            .doesNotContain("<f:ajax");
      }
    }
  }

  @Test
  void nothingComesFromElsewhere() throws IOException {
    try (var files = Files.walk(Path.of("src/main/webapp/static"))) {
      for (var file : files.filter(path -> path.toString().matches(".*\\.(css|js|svg)")).toList()) {
        assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
            .as(file.toString())
            .doesNotContain("http://")
            .doesNotContain("https://");
      }
    }
  }

  /**
   * A parameter of a page reaches into its tags, and would hide a variable of the same name there.
   */
  @Test
  void noTagUsesAVariableThatAPageSets() throws IOException {
    var set = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/webapp"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        PARAM.matcher(Files.readString(file)).results().forEach(found -> set.add(found.group(1)));
      }
    }
    try (var files = Files.list(Path.of("src/main/webapp/WEB-INF/tags"))) {
      for (var file : files.toList()) {
        VARIABLE
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> assertThat(set).as(file.toString()).doesNotContain(found.group(1)));
      }
    }
  }
}
