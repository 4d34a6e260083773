package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the Content-Security-Policy would refuse, found before a browser does. */
class PagesTest {
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
}
