package asset2go.importing;

import asset2go.kit.Kit;
import asset2go.search.Folding;
import org.jspecify.annotations.Nullable;

/** What a row says of a kit: something that fits one of its slots. */
record KitRow(
    Cells cells,
    @Nullable String kit,
    @Nullable String description,
    @Nullable String slot,
    @Nullable Integer quantity,
    @Nullable String accepts,
    Kit.@Nullable Kind kind) {

  private static final int MOST = 100;

  static KitRow of(Cells cells) {
    return new KitRow(
        cells,
        cells.required(Field.KIT_NAME, 200),
        cells.text(Field.KIT_DESCRIPTION, 2000),
        cells.required(Field.KIT_SLOT, 200),
        cells.read(Field.KIT_QUANTITY, KitRow::quantity),
        cells.required(Field.KIT_ACCEPTS, 200),
        cells.read(Field.KIT_KIND, KitRow::kind));
  }

  private static int quantity(String text) throws BadCell {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new BadCell("must be a number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  private static Kit.Kind kind(String text) throws BadCell {
    return switch (Folding.fold(text)) {
      case "model", "modell" -> Kit.Kind.MODEL;
      case "category", "kategorie" -> Kit.Kind.CATEGORY;
      default -> throw new BadCell("must be model or category");
    };
  }
}
