package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @Test
  void anAddressHasItsPageAndItsParameters() {
    var found = Routes.find("/assets/0192-ab/edit").orElseThrow();
    assertThat(found.route().view()).isEqualTo("/asset/edit");
    assertThat(found.parameters()).isEqualTo(Map.of("id", "0192-ab"));
  }

  @Test
  void newIsAPageAndNoId() {
    assertThat(Routes.find("/assets/new").orElseThrow().parameters()).isEmpty();
  }

  @Test
  void aJobIsFoundByItsQueueAndTheSchedulesAreNoQueue() {
    var found = Routes.find("/jobs/bulk/job").orElseThrow();
    assertThat(found.route().view()).isEqualTo("/job/page");
    assertThat(found.parameters()).isEqualTo(Map.of("queue", "bulk"));
    assertThat(Routes.find("/jobs/schedules").orElseThrow().parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/asset/page.xhtml",
        "/assets/a b",
        "/assets/1&id=2",
        "/assets/..",
        "/assets/1/",
        "//"
      })
  void otherPathsHaveNone(String path) {
    assertThat(Routes.find(path)).isEmpty();
  }

  @Test
  void everyPageExists() {
    assertThat(Routes.all())
        .allSatisfy(
            route -> assertThat(Path.of("src/main/webapp" + route.view() + ".xhtml")).exists());
  }
}
