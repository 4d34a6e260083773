package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.csv.CsvRow;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AssetRowTest {

  @Test
  void keepsWhatStandsThere() {
    AssetRow row = row(List.of("tag", "name", "serial"), " 0042 ", "=1+1", "000123");
    assertThat(row.cells().errors()).isEmpty();
    assertThat(row.tag()).isEqualTo("0042");
    assertThat(row.name()).isEqualTo("=1+1");
    assertThat(row.serial()).isEqualTo("000123");
  }

  @Test
  void refusesANumberThatASpreadsheetHasRounded() {
    AssetRow row = row(List.of("tag", "name", "serial"), "1", "Lamp", "4.00638E+12");
    assertThat(row.cells().errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.column()).isEqualTo("serial");
              assertThat(error.value()).isEqualTo("4.00638E+12");
              assertThat(error.reason()).contains("rounded by a spreadsheet");
            });
  }

  @Test
  void saysAllThatIsWrongWithARow() {
    AssetRow row =
        row(
            List.of("Tag", "Name", "Status", "Purchase Date", "Price"),
            "1",
            "Lamp",
            "gone",
            "03/04/2025",
            "1.299");
    assertThat(row.cells().errors())
        .extracting(ImportError::column)
        .containsExactlyInAnyOrder("Status", "Purchase Date", "Price");
    assertThat(row.cells().errors()).extracting(ImportError::line).containsOnly(7L);
  }

  @Test
  void countsWarrantyMonthsFromThePurchase() {
    AssetRow row =
        row(List.of("name", "Purchase Date", "Warranty"), "Lamp", "31.12.2024", "36 months");
    assertThat(row.purchase().warrantyUntil()).hasToString("2027-12-31");
    assertThat(row(List.of("name", "Warranty"), "Lamp", "36").cells().errors()).hasSize(1);
  }

  @Test
  void namesAnAssetByItsModelWhereItHasNoName() {
    assertThat(row(List.of("name", "model"), "", "X200").newName()).isEqualTo("X200");
    assertThat(row(List.of("name", "tag"), "", "1").newName()).isNull();
  }

  private static AssetRow row(List<String> header, String... cells) {
    return AssetRow.of(
        new Cells(Columns.guess(ImportKind.ASSETS, header), new CsvRow(7, List.of(cells), -1, 0)));
  }
}
