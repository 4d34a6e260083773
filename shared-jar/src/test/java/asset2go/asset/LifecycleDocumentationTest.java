package asset2go.asset;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.Lifecycle.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleDocumentationTest {

  private static final Map<Guard, String> WORDS =
      Map.of(
          Guard.CUSTODIAN, "who takes it",
          Guard.CONDITION_RECORDED, "the condition in which it came back",
          Guard.REASON, "a reason",
          Guard.METHOD, "the way of disposal",
          Guard.COMPLETE, "a tag",
          Guard.NO_CUSTODY, "that nobody holds it",
          Guard.CUSTODY, "that somebody still holds it",
          Guard.ORDER_CLOSED, "that its work orders are closed",
          Guard.ADMINISTRATOR, "an administrator");

  @Test
  void thePageShowsEveryStepAndNoOther() throws IOException {
    List<String> shown =
        Files.readAllLines(Path.of("../docs/lifecycle.md")).stream()
            .filter(line -> line.matches("\\| [A-Z_]+ \\|.*"))
            .map(LifecycleDocumentationTest::sorted)
            .toList();
    assertThat(shown)
        .containsExactlyElementsOf(
            Lifecycle.steps().stream()
                .map(
                    step ->
                        "%s > %s: %s"
                            .formatted(
                                step.from(),
                                step.to(),
                                step.guards().stream()
                                    .map(WORDS::get)
                                    .sorted()
                                    .collect(Collectors.joining(", "))))
                .toList());
  }

  private static String sorted(String row) {
    String[] cells = row.split("\\|", -1);
    String needs =
        java.util.Arrays.stream(cells[3].strip().split(", ", -1))
            .sorted()
            .collect(Collectors.joining(", "));
    return cells[1].strip() + " > " + cells[2].strip() + ": " + needs;
  }
}
