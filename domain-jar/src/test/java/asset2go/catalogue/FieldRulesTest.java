package asset2go.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FieldRulesTest {

  @Test
  void whatIsBlankIsNothing() {
    CustomFieldDraft tidy = FieldRules.check(draft(FieldKind.NUMBER, " V ", null, ""));
    assertThat(tidy.unit()).isEqualTo("V");
    assertThat(tidy.pattern()).isNull();
    assertThat(tidy.required()).isFalse();
  }

  @Test
  void aPartIsForItsKindOnly() {
    assertRefused(draft(FieldKind.TEXT, "V", null, null), "unit");
    assertRefused(draft(FieldKind.TEXT, null, List.of("a"), null), "choices");
    assertRefused(draft(FieldKind.DATE, null, null, "x"), "pattern");
  }

  @Test
  void choicesDifferAndThereAreSome() {
    assertRefused(draft(FieldKind.CHOICE, null, List.of(), null), "choices");
    assertRefused(draft(FieldKind.CHOICE, null, List.of("Größe", "grosse", "GROSSE"), null), "ch");
    assertThat(FieldRules.check(draft(FieldKind.CHOICE, null, List.of(" a ", "b"), null)).choices())
        .containsExactly("a", "b");
  }

  @Test
  void aPatternIsARegularExpression() {
    assertRefused(draft(FieldKind.TEXT, null, null, "[a-"), "pattern");
    assertRefused(draft(FieldKind.TEXT, null, null, "a(?=b)"), "pattern");
  }

  @Test
  void aPatternRepeatsWhatStillHasRoom() {
    FieldRules.check(draft(FieldKind.TEXT, null, null, "([0-9A-F]{2}:){5}[0-9A-F]{2}"));
    FieldRules.check(draft(FieldKind.TEXT, null, null, "([a-z]{1,63}\\.){1,10}[a-z]{2,}"));
    assertRefused(draft(FieldKind.TEXT, null, null, "((a{100}){100}){100}"), "pattern");
    assertRefused(draft(FieldKind.TEXT, null, null, "a{9999}"), "pattern");
  }

  @Test
  void whatIsUsedKeepsItsKind() {
    CustomFieldDraft text = FieldRules.check(draft(FieldKind.TEXT, null, null, null));
    CustomFieldDraft date = FieldRules.check(draft(FieldKind.DATE, null, null, null));
    FieldRules.refuseWhatIsFixed(text, date, false);
    assertThatThrownBy(() -> FieldRules.refuseWhatIsFixed(text, date, true))
        .hasMessageContaining("kind");
  }

  private static void assertRefused(CustomFieldDraft draft, String field) {
    assertThatThrownBy(() -> FieldRules.check(draft)).hasMessageStartingWith(field);
  }

  private static CustomFieldDraft draft(
      FieldKind kind,
      @Nullable String unit,
      @Nullable List<String> choices,
      @Nullable String pattern) {
    return new CustomFieldDraft(
        "c", "Name", kind, unit, choices, pattern, null, null, null, null, null);
  }
}
