package asset2go.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldValueTest {

  @ParameterizedTest
  @CsvSource({"230, 230", "12.50, 12.5", "-0.1, -0.1", "1e3, 1000", "0.000, 0"})
  void aNumberIsReadAndWrittenAsItIs(String said, String shown) throws Exception {
    Object number = FieldValue.parse(FieldKind.NUMBER, said);
    assertThat(FieldValue.text(number)).isEqualTo(shown);
    Object stored = FieldValue.stored(FieldKind.NUMBER, number);
    assertThat(stored).isInstanceOf(Double.class);
    assertThat(FieldValue.read(stored)).isEqualTo(number);
  }

  @Test
  void aNumberOfMoreDigitsThanAreKeptIsRefused() {
    for (String said : List.of("1234567890123456", "1e15", "0.1234567890123456", "NaN", "1,5")) {
      assertThatThrownBy(() -> FieldValue.parse(FieldKind.NUMBER, said))
          .as(said)
          .isInstanceOf(FieldValue.Refused.class);
    }
  }

  @Test
  void aDateIsStoredAsOne() throws Exception {
    Object date = FieldValue.parse(FieldKind.DATE, "2026-02-28");
    assertThat(FieldValue.stored(FieldKind.DATE, date)).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(FieldValue.read(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02-28");
    assertThatThrownBy(() -> FieldValue.parse(FieldKind.DATE, "2026-02-30"))
        .isInstanceOf(FieldValue.Refused.class);
  }

  @Test
  void aTextThatReadsAsADateStaysAText() throws Exception {
    assertThat(FieldValue.stored(FieldKind.TEXT, FieldValue.parse(FieldKind.TEXT, " 2026-02-28 ")))
        .isEqualTo("2026-02-28");
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    assertRefused(FieldKind.TEXT, 7);
    assertRefused(FieldKind.NUMBER, true);
    assertRefused(FieldKind.BOOLEAN, "maybe");
    assertRefused(FieldKind.LINK, List.of("https://example.com"));
  }

  private static void assertRefused(FieldKind kind, Object said) {
    assertThatThrownBy(() -> FieldValue.parse(kind, said)).isInstanceOf(FieldValue.Refused.class);
  }

  @Test
  void nothingIsNoValue() throws Exception {
    assertThat(FieldValue.parse(FieldKind.TEXT, "  ")).isNull();
    assertThat(FieldValue.parse(FieldKind.BOOLEAN, null)).isNull();
  }

  @Test
  void aTextMatchesItsPatternAsAWhole() throws Exception {
    CustomField field = Fields.matching("[0-9]{3}");
    FieldValue.check(field, "123");
    assertThatThrownBy(() -> FieldValue.check(field, "1234")).hasMessage("must match [0-9]{3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a|b|ab)*c", "(.*a){12}c"})
  void aPatternThatOthersBacktrackOverForEverIsAnswered(String pattern) throws Exception {
    CustomField field = Fields.matching(pattern);
    FieldValue.check(field, "a".repeat(1_999) + pattern.charAt(pattern.length() - 1));
    assertThatThrownBy(() -> FieldValue.check(field, "a".repeat(2_000)))
        .hasMessage("must match " + pattern);
  }

  @Test
  void aLinkLeadsToAWebPageOnly() throws Exception {
    CustomField link = Fields.field("manual", FieldKind.LINK, false, false, false);
    FieldValue.check(link, "https://example.com/manual.pdf?v=2");
    for (String bad : List.of("javascript:alert(1)", "//example.com", "https:", "a b", "ftp://x")) {
      assertThatThrownBy(() -> FieldValue.check(link, bad))
          .as(bad)
          .isInstanceOf(FieldValue.Refused.class);
    }
  }

  @Test
  void aChoiceIsOneOfTheList() throws Exception {
    CustomField choice = Fields.field("colour", FieldKind.CHOICE, false, false, false);
    FieldValue.check(choice, "Red");
    assertThatThrownBy(() -> FieldValue.check(choice, "Blue"))
        .hasMessage("must be one of Red, Green");
  }
}
