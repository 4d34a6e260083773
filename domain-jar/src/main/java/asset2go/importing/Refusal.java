package asset2go.importing;

import org.jspecify.annotations.Nullable;

/** A row cannot be taken for what the graph says; its cells are well in themselves. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final Field field;
  private final @Nullable String value;

  Refusal(Field field, @Nullable String value, String reason) {
    super(reason);
    this.field = field;
    this.value = value;
  }

  ImportError in(Cells cells) {
    return cells.error(field, value, String.valueOf(getMessage()));
  }
}
