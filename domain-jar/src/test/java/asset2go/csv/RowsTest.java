package asset2go.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesWhateverEndsThem(String end) {
    List<CsvRow> rows = rows("tag,name#1,\"two#lines\"##2,x#".replace("#", end));
    assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 5L);
    assertThat(rows.get(1).cell(1)).isEqualTo("two" + end + "lines");
  }

  @Test
  void takesRowsThatAreShortOrLong() {
    List<CsvRow> rows = rows("a,b\n1\n1,2,3\n");
    assertThat(rows.get(1).cell(1)).isEmpty();
    assertThat(rows.get(2).cells()).containsExactly("1", "2", "3");
  }

  @Test
  void cutsAHugeCellAndSaysHowHugeItWas() {
    List<CsvRow> rows = rows("a,b\n1,\"" + "x".repeat(1_048_576) + "\"\n2,y\n");
    assertThat(rows.get(1).tooLong()).isEqualTo(1);
    assertThat(rows.get(1).tooLongBy()).isEqualTo(1_048_576);
    assertThat(rows.get(1).cell(1)).hasSize(CsvRow.MAX_CELL);
    assertThat(rows.get(2).tooLong()).isEqualTo(-1);
    assertThat(rows.get(2).cell(1)).isEqualTo("y");
  }

  @Test
  void namesTheLineWhereAQuoteIsLeftOpen() {
    String text = "a,b\n1,2\n3,\"4\n" + "5,6\n".repeat(2_000_000);
    assertThatThrownBy(() -> rows(text))
        .isInstanceOf(BrokenCsv.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void leavesOutTheByteOrderMark() {
    assertThat(rows("\uFEFFtag\nA\n").get(0).cell(0)).isEqualTo("tag");
  }

  @Test
  void writesCellsThatNoSpreadsheetRuns() {
    assertThat(SafeCell.of("=1+1")).isEqualTo("'=1+1");
    assertThat(SafeCell.of("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(SafeCell.of("-2, or \"so\"")).isEqualTo("\"'-2, or \"\"so\"\"\"");
    assertThat(SafeCell.of("'=so")).isEqualTo("''=so");
    for (String text : new String[] {"=1+1", "'=so", "''@a", "-5", "it's", "'s", "plain"}) {
      assertThat(SafeCell.read(SafeCell.of(text))).isEqualTo(text);
    }
    assertThat(SafeCell.of("plain")).isEqualTo("plain");
    assertThat(SafeCell.of(null)).isEmpty();
  }

  private static List<CsvRow> rows(String text) {
    List<CsvRow> found = new ArrayList<>();
    Dialect dialect = new Dialect(StandardCharsets.UTF_8, ',', 0);
    try (Rows rows =
        Rows.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), dialect)) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }
}
