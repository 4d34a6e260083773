package asset2go.importing;

import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Purchase;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of an asset, null where it says nothing. Names of other things are still names.
 *
 * @param fields texts of custom fields by the field's name
 * @param cells where it came from; what the graph has against it is added there
 */
record AssetRow(
    Cells cells,
    @Nullable String tag,
    @Nullable String name,
    @Nullable String serial,
    @Nullable EquipmentStatus status,
    @Nullable Condition condition,
    @Nullable String company,
    ModelName model,
    @Nullable String location,
    @Nullable String container,
    @Nullable String holder,
    Purchase purchase,
    @Nullable String batch,
    @Nullable String notes,
    Map<String, String> fields) {

  private static final Pattern MONTHS =
      Pattern.compile("(\\d{1,3})\\s*(?:m|mo|mths?|months?|monate?)?", Pattern.CASE_INSENSITIVE);
  private static final int NAME = 300;
  private static final int SHORT = 200;

  /** A model by what a row calls it. */
  record ModelName(
      @Nullable String name,
      @Nullable String number,
      @Nullable String manufacturer,
      @Nullable String category) {

    boolean isEmpty() {
      return name == null && manufacturer == null && category == null;
    }

    /**
     * The name to go by: where a row names only a category or a manufacturer, there is a model for
     * what is of that kind and nothing more is known of.
     */
    String known() {
      return name != null ? name : category != null ? category : String.valueOf(manufacturer);
    }
  }

  /** Reads the cells; those that are wrong are noted there and null here. */
  static AssetRow of(Cells cells) {
    LocalDate bought = cells.read(Field.PURCHASE_DATE, Dates::parse);
    Money price = cells.read(Field.PRICE, Money::parse);
    String currency = cells.read(Field.CURRENCY, Money::currency);
    return new AssetRow(
        cells,
        cells.code(Field.TAG, 100),
        cells.line(Field.NAME, NAME),
        cells.code(Field.SERIAL, SHORT),
        cells.read(Field.STATUS, Words.STATUS::parse),
        cells.read(Field.CONDITION, Words.CONDITION::parse),
        cells.line(Field.COMPANY, NAME),
        new ModelName(
            cells.line(Field.MODEL, NAME),
            cells.code(Field.MODEL_NUMBER, SHORT),
            cells.line(Field.MANUFACTURER, NAME),
            cells.line(Field.CATEGORY, NAME)),
        cells.line(Field.LOCATION, NAME),
        cells.code(Field.CONTAINER, 100),
        cells.line(Field.HOLDER, NAME),
        new Purchase(
            bought,
            price == null ? null : price.amount(),
            currency != null || price == null ? currency : price.currency(),
            cells.code(Field.ORDER_NUMBER, SHORT),
            null,
            cells.line(Field.SUPPLIER, NAME),
            cells.read(Field.WARRANTY, text -> warranty(text, bought))),
        cells.code(Field.BATCH, SHORT),
        cells.text(Field.NOTES, 10_000),
        cells.custom());
  }

  /** A last day, or so many months from the purchase. */
  private static LocalDate warranty(String text, @Nullable LocalDate bought) throws BadCell {
    Matcher months = MONTHS.matcher(text);
    if (!months.matches()) {
      return Dates.parse(text);
    }
    int count = Integer.parseInt(months.group(1));
    if (bought == null) {
      throw new BadCell("is a number of months, but the row has no purchase date to count from");
    }
    return bought.plusMonths(count);
  }

  /** A name to create it by: many inventories name only what is special. */
  @Nullable String newName() {
    return name != null ? name : model.isEmpty() ? null : model.known();
  }
}
