package asset2go.importing;

import org.jspecify.annotations.Nullable;

/** A row cannot be taken for what the graph says; its cells are well in themselves. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Field field;
  private final String customField;
  private final @Nullable String value;

  Refusal(Field field, @Nullable String value, String reason) {
    super(reason);
    this.field = field;
    this.customField = "";
    this.value = value;
  }

  Refusal(String customField, @Nullable String value, String reason) {
    super(reason);
    this.field = null;
    this.customField = customField;
    this.value = value;
  }

  ImportError in(Cells cells) {
    String reason = String.valueOf(getMessage());
    return field == null
        ? cells.error(customField, value, reason)
        : cells.error(field, value, reason);
  }
}
