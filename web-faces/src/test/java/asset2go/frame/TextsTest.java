package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Lifecycle;
import asset2go.job.JobState;
import asset2go.problem.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern KEY =
      Pattern.compile("i18n\\['([a-zA-Z0-9.-]+)'\\]|texts\\.get\\('([a-zA-Z0-9.-]+)'");
  private static final Pattern IN_JAVA =
      Pattern.compile("\"((?:note|login|lookup|imports)\\.[a-z.-]+)\"");

  private static Properties read(String name) throws IOException {
    var texts = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/asset2go/" + name))) {
      texts.load(file);
    }
    return texts;
  }

  @Test
  void everyTextExistsInEveryLanguage() throws IOException {
    assertThat(new TreeSet<>(read("texts_de.properties").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(read("texts.properties").stringPropertyNames()));
  }

  @Test
  void everyTextThatAPageAsksForExists() throws IOException {
    var known = read("texts.properties").stringPropertyNames();
    try (var files = Files.walk(Path.of("src/main"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = file.toString();
        if (name.endsWith(".xhtml") || name.endsWith(".java")) {
          var asked = new TreeSet<String>();
          (name.endsWith(".java") ? IN_JAVA : KEY)
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
              .filter(key -> !key.endsWith("."))
              .forEach(asked::add);
          assertThat(known).as(name).containsAll(asked);
        }
      }
    }
  }

  @Test
  void everyStatusAndEveryStepHasAName() throws IOException {
    var known = read("texts.properties").stringPropertyNames();
    for (var status : EquipmentStatus.values()) {
      assertThat(known).contains("status." + status, "status.icon." + status);
    }
    for (var step : Lifecycle.steps()) {
      assertThat(known).contains("step." + step.to(), "note.step." + step.to());
    }
  }

  @Test
  void everyFaultHasItsWords() throws IOException {
    for (var fault : Fault.values()) {
      if (fault != Fault.INVALID) {
        assertThat(read("texts.properties")).containsKey("fault." + fault);
      }
    }
  }

  @Test
  void everyStateOfAJobHasANameAndAnIcon() throws IOException {
    var known = read("texts.properties").stringPropertyNames();
    for (var state : JobState.values()) {
      assertThat(known).contains("job.state." + state, "job.icon." + state);
    }
  }

  @Test
  void everythingThatIsAskedOnceHasItsWords() throws IOException {
    var known = read("texts.properties").stringPropertyNames();
    for (var ask : List.of("pause", "resume", "retry", "clean")) {
      assertThat(known)
          .contains("queue." + ask, "queue.ask." + ask, "queue.ask.text." + ask)
          .contains("note.queue." + ask);
    }
    for (var ask : List.of("run", "on", "off")) {
      assertThat(known).contains("schedules.ask." + ask, "schedules.ask.text." + ask);
    }
  }

  @Test
  void everyTextCanBeFilledIn() throws IOException {
    for (var name : new String[] {"texts.properties", "texts_de.properties"}) {
      for (var text : read(name).values()) {
        assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2})).isNotEmpty();
        // A single apostrophe would swallow what stands behind it.
        assertThat(text.toString()).doesNotContain("'");
      }
    }
  }
}
