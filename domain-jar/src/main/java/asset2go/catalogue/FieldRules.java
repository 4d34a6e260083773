package asset2go.catalogue;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a custom field may be like. */
final class FieldRules {

  private static final Pattern LINES = Pattern.compile("[\\p{Cntrl}]");

  private FieldRules() {}

  /**
   * A field that keeps the rules: a part that its kind knows nothing of is refused, not dropped.
   *
   * @throws DomainError.Invalid with every part that is wrong
   */
  static CustomFieldDraft check(CustomFieldDraft asked) {
    CustomFieldDraft draft = tidy(asked);
    List<FieldError> errors = new ArrayList<>();
    if (LINES.matcher(draft.name()).find()) {
      errors.add(FieldError.of("name", Fault.FORMAT, "must stand on one line"));
    }
    only(errors, draft, "unit", draft.unit(), FieldKind.NUMBER);
    only(errors, draft, "choices", draft.choices(), FieldKind.CHOICE);
    only(errors, draft, "pattern", draft.pattern(), FieldKind.TEXT);
    checkChoices(errors, draft);
    checkPattern(errors, draft.pattern());
    if (draft.kind() == FieldKind.BOOLEAN && on(draft.unique())) {
      errors.add(
          FieldError.of("unique", Fault.INVALID, "makes no sense where there are two values"));
    }
    if (!errors.isEmpty()) {
      throw new DomainError.Invalid(errors.get(0).field() + ": " + errors.get(0).message(), errors);
    }
    return draft;
  }

  private static CustomFieldDraft tidy(CustomFieldDraft draft) {
    List<String> choices =
        draft.choices() == null || draft.choices().isEmpty()
            ? null
            : draft.choices().stream().map(String::strip).toList();
    return new CustomFieldDraft(
        draft.categoryId(),
        draft.name().strip(),
        draft.kind(),
        orNull(draft.unit()),
        choices,
        draft.pattern() == null || draft.pattern().isEmpty() ? null : draft.pattern(),
        orNull(draft.hint()),
        on(draft.required()),
        on(draft.unique()),
        on(draft.sensitive()),
        on(draft.filterable()));
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static boolean on(@Nullable Boolean flag) {
    return flag != null && flag;
  }

  private static void only(
      List<FieldError> errors,
      CustomFieldDraft draft,
      String part,
      @Nullable Object value,
      FieldKind kind) {
    if (value != null && draft.kind() != kind) {
      errors.add(FieldError.of(part, Fault.INVALID, "is for fields of the kind " + kind));
    }
  }

  private static void checkChoices(List<FieldError> errors, CustomFieldDraft draft) {
    if (draft.kind() == FieldKind.CHOICE && draft.choices() == null) {
      errors.add(FieldError.of("choices", Fault.REQUIRED, "must say what there is to choose from"));
    }
    if (draft.choices() != null
        && draft.choices().stream().map(Folding::fold).distinct().count()
            < draft.choices().size()) {
      errors.add(FieldError.of("choices", Fault.TAKEN, "must differ from each other"));
    }
  }

  private static void checkPattern(List<FieldError> errors, @Nullable String pattern) {
    try {
      FieldPattern.of(pattern == null ? "" : pattern);
    } catch (FieldPattern.Unusable e) {
      errors.add(
          FieldError.of(
              "pattern", Fault.FORMAT, "is no regular expression of RE2: " + e.getMessage()));
    }
  }

  /**
   * Refuses a change of what stays as it is.
   *
   * @param used whether an asset has had a value
   */
  static void refuseWhatIsFixed(CustomFieldDraft before, CustomFieldDraft after, boolean used) {
    if (!before.categoryId().equals(after.categoryId())) {
      throw new DomainError.Invalid("categoryId", Fault.FIXED, "cannot be changed");
    }
    if (used && before.kind() != after.kind()) {
      throw new DomainError.Invalid("kind", Fault.FIXED, "cannot be changed once there are values");
    }
    if (used && !Objects.equals(before.unique(), on(after.unique()))) {
      throw new DomainError.Invalid(
          "unique", Fault.FIXED, "cannot be changed once there are values");
    }
  }
}
