package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-31",
        "2025-12-31 00:00:00",
        "2025-12-31T10:00:00Z",
        "2025/12/31",
        "31.12.2025",
        "31/12/2025",
        "12/31/2025",
        "12/31/2025 0:00",
        "31-12-2025",
        "31 Dec 2025",
        "31. Dezember 2025",
        "31-Dec-2025",
        "Dec 31, 2025",
        "Wed Dec 31, 2025"
      })
  void readsDatesAsTheyAreWritten(String text) throws BadCell {
    assertThat(Dates.parse(text)).hasToString("2025-12-31");
  }

  @Test
  void readsADayThatIsTheSameEitherWay() throws BadCell {
    assertThat(Dates.parse("03/03/2025")).hasToString("2025-03-03");
    assertThat(Dates.parse("3.4.2025")).hasToString("2025-04-03");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/04/2025|two different days",
        "45291|spreadsheet",
        "31.02.2025|calendar",
        "13/13/2025|calendar",
        "tomorrow|2025-12-31",
        "01.01.0025|year"
      })
  void refusesDatesThatCannotBeMeant(String text, String reason) {
    assertThatThrownBy(() -> Dates.parse(text)).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1299.90|1299.90|",
        "1299,90|1299.90|",
        "1.299,90|1299.90|",
        "1,299.90|1299.90|",
        "1'299.90|1299.90|",
        "1 299,90|1299.90|",
        "1.234.567|1234567|",
        "1,234,567.8|1234567.8|",
        "0,125|0.125|",
        "1234.567|1234.567|",
        "12|12|",
        "-5,00|-5.00|",
        "€ 12,50|12.50|EUR",
        "12,50 €|12.50|EUR",
        "$1,299.00|1299.00|USD",
        "CHF 1'299.90|1299.90|CHF",
        "1299.90 usd|1299.90|USD",
        "12,-|12|"
      })
  void readsAmounts(String text, String amount, String currency) throws BadCell {
    assertThat(Money.parse(text)).isEqualTo(new Money(amount, currency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.299|could be 1299 or 1.299",
        "1,299|could be 1299 or 1.299",
        "1.29.9|not an amount",
        "1 29|not an amount",
        "cheap|not an amount",
        "12 XXQ|no currency",
        "1234567890123456|too many digits"
      })
  void refusesAmountsThatCouldBeTwo(String text, String reason) {
    assertThatThrownBy(() -> Money.parse(text)).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE,AVAILABLE",
    "checked out,CHECKED_OUT",
    "in-transit,IN_TRANSIT",
    "Ready to Deploy,AVAILABLE",
    "Ready to Deploy (Deployable),AVAILABLE",
    "Deployed,CHECKED_OUT",
    "Archived,RETIRED",
    "Lost/Stolen,MISSING",
    "Out for Repair,IN_MAINTENANCE",
    "Broken - Not Fixable,OUT_OF_SERVICE",
    "Verfügbar,AVAILABLE",
    "Ausgemustert,RETIRED"
  })
  void knowsTheWordsForAStatus(String text, EquipmentStatus status) throws BadCell {
    assertThat(Words.STATUS.parse(text)).isEqualTo(status);
  }

  @Test
  void namesTheWordsThatItKnows() throws BadCell {
    assertThat(Words.CONDITION.parse("neuwertig")).isEqualTo(Condition.NEW);
    assertThatThrownBy(() -> Words.STATUS.parse("gone"))
        .hasMessageContaining("AVAILABLE")
        .hasMessageContaining("DISPOSED");
  }

  @Test
  void makesAWordOfAKind() throws BadCell {
    assertThat(LocationRow.kind("Server room")).isEqualTo("SERVER_ROOM");
    assertThatThrownBy(() -> LocationRow.kind("??")).isInstanceOf(BadCell.class);
  }
}
