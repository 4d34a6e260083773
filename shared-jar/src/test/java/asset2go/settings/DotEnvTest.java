package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DotEnvTest {

  private static Map<String, String> parse(String text) {
    return DotEnv.parse(text, name -> Optional.empty());
  }

  @Test
  void readsWhatComposeReads() throws IOException {
    var expected = new Properties();
    try (var file = DotEnvTest.class.getResourceAsStream("compose.properties")) {
      expected.load(file);
    }
    try (var file = DotEnvTest.class.getResourceAsStream("compose.env")) {
      assertThat(parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)))
          .containsExactlyInAnyOrderEntriesOf(Map.copyOf(asStrings(expected)));
    }
  }

  private static Map<String, String> asStrings(Properties properties) {
    var strings = new java.util.HashMap<String, String>();
    properties.forEach((name, value) -> strings.put((String) name, (String) value));
    return strings;
  }

  @Test
  void theEnvironmentGoesBeforeTheFileInInterpolation() {
    assertThat(DotEnv.parse("A=file\nB=$A", name -> Optional.of("environment")))
        .containsEntry("A", "file")
        .containsEntry("B", "environment");
  }

  @Test
  void aNameAloneComesFromTheEnvironment() {
    assertThat(DotEnv.parse("A\nB=1", name -> Optional.of("outside")))
        .containsEntry("A", "outside")
        .containsEntry("B", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=1↵B C=2         | line 2 is not of the form NAME=value.",
        "A=1↵↵=2           | line 3 has no name before the \"=\".",
        "A!=1              | line 1 is not of the form NAME=value.",
        "A='x↵B=1          | line 1 opens a quote that is never closed.",
        "A=1↵B=\"x↵y↵      | line 2 opens a quote that is never closed.",
        "A=\"x\\\"          | line 1 opens a quote that is never closed.",
        "A=\"x\"y          | line 1 has text after the closing quote.",
        "A=\"x↵y\" z       | line 2 has text after the closing quote.",
        "A=${B             | line 1 has a \"${\" without its \"}\".",
        "A=${}             | line 1 has a \"${\" that is not of the form ${NAME} or ${NAME:-default}.",
        "A=${B*C}          | line 1 has a \"${\" that is not of the form ${NAME} or ${NAME:-default}.",
        "A=1↵B=${C:?no}    | line 2 needs C, which is not set.",
        "A=1↵↵↵!@#$%       | line 4 is not of the form NAME=value.",
        "<html>            | line 1 is not of the form NAME=value.",
      })
  void aBrokenFileIsRefusedWithItsLine(String text, String message) {
    assertThatExceptionOfType(DotEnv.BrokenFile.class)
        .isThrownBy(() -> parse(text.strip().replace('↵', '\n')))
        .withMessage(message);
  }

  @Test
  void anErrorShowsNoValue() {
    assertThatExceptionOfType(DotEnv.BrokenFile.class)
        .isThrownBy(() -> parse("A=\"hunter2"))
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment", "   \n\t# x", "\r\n"})
  void aFileWithoutVariablesIsEmpty(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export",
        "export=1",
        "export A",
        "A=$",
        "A='",
        "\"",
        "A=\\",
        "A=${",
        "$",
        "A=\"\\"
      })
  void noTextMakesItFailOtherwise(String text) {
    try {
      parse(text);
    } catch (DotEnv.BrokenFile understood) {
      assertThat(understood.getMessage()).startsWith("line 1 ");
    }
  }

  @Test
  void aDeepNestingIsRead() {
    var nested = "${A:-".repeat(500) + "x" + "}".repeat(500);
    assertThat(parse("B=" + nested)).containsEntry("B", "x");
  }

  @Test
  void aByteOrderMarkIsSkippedAndOtherEncodingsAreRefused(@TempDir Path folder) throws IOException {
    var file = folder.resolve(".env");
    Files.writeString(file, "\uFEFFA=1\r\nB='2'\r\n");
    assertThat(DotEnv.read(file)).containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "2"));

    Files.write(file, "A=grün".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(DotEnv.BrokenFile.class)
        .isThrownBy(() -> DotEnv.read(file))
        .withMessage("is not UTF-8 text.");
  }

  @Test
  void theSourceFileRunsByItselfAndPrintsForAShell(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a file.env");
    Files.writeString(file, "A='x\ny'\nB=grün\nno-name=3\n");
    assertThat(run(file)).isEqualTo("0 A=x\ny\0B=grün\0");

    Files.writeString(file, "A=1\nB=\"2\n");
    assertThat(run(file)).isEqualTo("1 " + file + ": line 2 opens a quote that is never closed.\n");

    assertThat(run(folder.resolve("none"))).startsWith("1 ").endsWith("cannot be read.\n");
  }

  private static String run(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var source = "src/main/java/asset2go/settings/DotEnv.java";
    var builder = new ProcessBuilder(java, source, file.toString()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }
}
