package asset2go.acceptance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which equipment terms go with. Those of a model count before those of its category, and those
 * before those of the categories above.
 *
 * @param name shown to people; not needed in a request
 */
public record TermsSubject(@NotNull Kind kind, @NotBlank String id, @Nullable String name) {

  /** Terms go with a model, or with all of a category. */
  public enum Kind {
    CATEGORY,
    MODEL
  }
}
