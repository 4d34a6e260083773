package asset2go.importing;

import asset2go.kit.Kit;
import asset2go.search.Folding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row says of a kit: something that fits one of its slots. */
record KitRow(
    Cells cells,
    @Nullable String kit,
    @Nullable String description,
    @Nullable String slot,
    @Nullable Integer nth,
    @Nullable Integer quantity,
    @Nullable String accepts,
    Kit.@Nullable Kind kind,
    @Nullable String manufacturer) {

  private static final int MOST = 100;

  static KitRow of(Cells cells) {
    return new KitRow(
        cells,
        cells.required(Field.KIT_NAME, 200),
        cells.text(Field.KIT_DESCRIPTION, 2000),
        cells.required(Field.KIT_SLOT, 200),
        cells.read(Field.KIT_NTH, KitRow::number),
        cells.read(Field.KIT_QUANTITY, KitRow::number),
        cells.required(Field.KIT_ACCEPTS, 200),
        cells.read(Field.KIT_KIND, KitRow::kind),
        cells.line(Field.KIT_MANUFACTURER, 200));
  }

  String kitKey() {
    return Folding.fold(Objects.requireNonNull(kit));
  }

  String acceptsKey() {
    return Folding.fold(Objects.requireNonNull(accepts));
  }

  @Nullable String makerKey() {
    return manufacturer == null ? null : Folding.fold(manufacturer);
  }

  /** Whether it can mean a kit. */
  boolean mayBeKit() {
    return kind == null || kind == Kit.Kind.KIT;
  }

  private static int number(String text) throws BadCell {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new BadCell("must be a number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  private static Kit.Kind kind(String text) throws BadCell {
    return switch (Folding.fold(text)) {
      case "model", "modell" -> Kit.Kind.MODEL;
      case "category", "kategorie" -> Kit.Kind.CATEGORY;
      case "kit", "set", "bausatz", "satz" -> Kit.Kind.KIT;
      default -> throw new BadCell("must be model, category or kit");
    };
  }
}
