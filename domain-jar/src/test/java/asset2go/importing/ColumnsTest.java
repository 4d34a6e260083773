package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import asset2go.problem.DomainError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColumnsTest {

  /** The header of Snipe-IT's asset export. */
  private static final List<String> SNIPE_IT =
      List.of(
          "ID",
          "Company",
          "Asset Name",
          "Asset Tag",
          "Model",
          "Model No.",
          "Category",
          "Manufacturer",
          "Serial",
          "Purchase Date",
          "Purchase Cost",
          "EOL",
          "Order Number",
          "Supplier",
          "Location",
          "Default Location",
          "Status",
          "Warranty",
          "Warranty Expires",
          "Checked Out To",
          "Notes");

  @Test
  void knowsSnipeItsExport() {
    Columns columns = Columns.guess(ImportKind.ASSETS, SNIPE_IT);
    assertThat(columns.mapping())
        .contains(
            entry("Asset Name", "name"),
            entry("Asset Tag", "tag"),
            entry("Model No.", "modelNumber"),
            entry("Purchase Cost", "price"),
            entry("Location", "location"),
            entry("Warranty Expires", "warrantyUntil"),
            entry("Checked Out To", "holder"),
            entry("Company", "company"))
        .doesNotContainKeys("ID", "EOL", "Default Location", "Warranty");
    assertThat(columns.warnings()).singleElement().asString().contains("EOL", "Default Location");
  }

  @Test
  void knowsGermanNames() {
    assertThat(
            Columns.guess(
                    ImportKind.ASSETS,
                    List.of(
                        "Inv.-Nr.", "Gerät", "Seriennummer", "Hersteller", "Kaufpreis", "Währung"))
                .mapping())
        .containsValues("tag", "name", "serial", "manufacturer", "price", "currency");
  }

  @Test
  void aPersonsWordCountsBeforeTheGuess() {
    Columns columns =
        Columns.of(
            ImportKind.ASSETS,
            List.of("Name", "Bezeichnung", "Serial"),
            Map.of("Bezeichnung", "name", "Serial", ""),
            List.of());
    assertThat(columns.mapping()).containsExactly(entry("Bezeichnung", "name"));
  }

  @Test
  void customFieldsAreColumnsByTheirNames() {
    List<String> header = List.of("Name", "IMEI-Nr.", "Note", "Colour");
    Columns columns =
        Columns.of(
            ImportKind.ASSETS,
            header,
            Map.of("Colour", "field.farbe"),
            List.of("IMEI Nr", "Name", "Farbe"));
    assertThat(columns.mapping())
        .containsOnly(
            entry("Name", "name"),
            entry("IMEI-Nr.", "field.IMEI Nr"),
            entry("Note", "notes"),
            entry("Colour", "field.Farbe"));
    assertThat(Columns.settled(ImportKind.ASSETS, header, columns.mapping()).mapping())
        .isEqualTo(columns.mapping());
    assertThatThrownBy(
            () -> Columns.of(ImportKind.ASSETS, header, Map.of("Colour", "field.x"), List.of()))
        .hasMessageContaining("no custom field \"x\"");
  }

  @Test
  void refusesAMappingThatDoesNotFit() {
    List<String> header = List.of("a", "b");
    assertThatThrownBy(() -> Columns.of(ImportKind.ASSETS, header, Map.of("c", "name"), List.of()))
        .hasMessageContaining("no column \"c\"");
    assertThatThrownBy(
            () -> Columns.of(ImportKind.ASSETS, header, Map.of("a", "colour"), List.of()))
        .hasMessageContaining("no field \"colour\"");
    assertThatThrownBy(
            () ->
                Columns.of(ImportKind.ASSETS, header, Map.of("a", "name", "b", "name"), List.of()))
        .hasMessageContaining("two columns");
  }

  @Test
  void saysWhichColumnsAreMissing() {
    assertThatThrownBy(() -> check(ImportKind.ASSETS, "tag", "serial"))
        .isInstanceOf(DomainError.Invalid.class)
        .hasMessageContaining("needs the column name");
    assertThatThrownBy(() -> check(ImportKind.DEPENDENCIES, "asset"))
        .hasMessageContaining("dependsOn");
  }

  @Test
  void recognisesAFileOfAnotherKind() {
    assertThatThrownBy(() -> check(ImportKind.ASSETS, "code", "name", "kind", "parent"))
        .hasMessageContaining("looks like a file of locations");
    assertThatThrownBy(() -> check(ImportKind.ASSETS, "asset", "dependsOn", "kind"))
        .hasMessageContaining("looks like a file of dependencies");
    assertThatThrownBy(
            () -> check(ImportKind.DEPENDENCIES, "tag", "name", "category", "status", "company"))
        .hasMessageContaining("looks like a file of assets");
  }

  private static void check(ImportKind kind, String... header) {
    Columns.guess(kind, List.of(header)).check(Map.of());
  }
}
