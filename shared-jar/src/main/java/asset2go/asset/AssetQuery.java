package asset2go.asset;

import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list of assets is narrowed and ordered by; all of it together, nothing of it required. The
 * API, the page, kept views and runs over many assets know the same parameters, and know them from
 * here.
 */
public final class AssetQuery {

  /** What the parameter of a custom field begins with; its id or name follows. */
  public static final String FIELD = "field.";

  private static final Map<String, Field> PARAMETERS = parameters();

  /** The parameters that narrow or order a list, in the order of its address. */
  public static final List<String> NAMES = List.copyOf(PARAMETERS.keySet());

  /** Words, or the beginning or a part of a tag, serial or name. */
  @QueryParam("q")
  public @Nullable String q;

  /** What the tag begins with, in these letters. */
  @QueryParam("tag")
  public @Nullable String tag;

  /** What the serial number begins with, in these letters. */
  @QueryParam("serial")
  public @Nullable String serial;

  /** What the number of the order that it was bought by begins with, in these letters. */
  @QueryParam("order")
  public @Nullable String order;

  /** Statuses, separated by commas. */
  @QueryParam("status")
  public @Nullable String status;

  /** Conditions, separated by commas. */
  @QueryParam("condition")
  public @Nullable String condition;

  /** Id of a category; what is below it counts too. */
  @QueryParam("category")
  public @Nullable String category;

  /** Id of a company. */
  @QueryParam("company")
  public @Nullable String company;

  /** Id of a location; what is below it counts too, inside containers as well. */
  @QueryParam("location")
  public @Nullable String location;

  /**
   * Who has it: an id, perhaps with {@code PERSON:}, {@code TEAM:}, {@code LOCATION:} or {@code
   * ASSET:} in front; {@code none} for nobody.
   */
  @QueryParam("holder")
  public @Nullable String holder;

  /** Id of a model. */
  @QueryParam("model")
  public @Nullable String model;

  /** Id of a manufacturer. */
  @QueryParam("manufacturer")
  public @Nullable String manufacturer;

  /** Id of the supplier that it was bought from. */
  @QueryParam("supplier")
  public @Nullable String supplier;

  /** Id of the batch that it is of. */
  @QueryParam("batch")
  public @Nullable String batch;

  /** Bought on this day or later. */
  @QueryParam("purchased.from")
  public @Nullable String purchasedFrom;

  /** Bought on this day or earlier. */
  @QueryParam("purchased.to")
  public @Nullable String purchasedTo;

  /** Its warranty ends on this day or later. */
  @QueryParam("warranty.from")
  public @Nullable String warrantyFrom;

  /** Its warranty ends on this day or earlier. */
  @QueryParam("warranty.to")
  public @Nullable String warrantyTo;

  /** It cost this much or more, whatever the currency. */
  @QueryParam("price.from")
  public @Nullable String priceFrom;

  /** It cost this much or less, whatever the currency. */
  @QueryParam("price.to")
  public @Nullable String priceTo;

  /** What its price is in, such as {@code EUR}. */
  @QueryParam("currency")
  public @Nullable String currency;

  /** Due back on this day or later. */
  @QueryParam("due.from")
  public @Nullable String dueFrom;

  /** Due back on this day or earlier. */
  @QueryParam("due.to")
  public @Nullable String dueTo;

  /** {@code true}: it should have been back before today (UTC); {@code false}: not so. */
  @QueryParam("overdue")
  public @Nullable String overdue;

  /** Booked on this day (UTC) or later, as far as the booking still holds. */
  @QueryParam("booked.from")
  public @Nullable String bookedFrom;

  /** Booked on this day (UTC) or earlier, as far as the booking still holds. */
  @QueryParam("booked.to")
  public @Nullable String bookedTo;

  /** {@code open}: some work order for it is open; {@code none}: none is. */
  @QueryParam("workOrder")
  public @Nullable String workOrder;

  /** {@code valid}, {@code overdue} or {@code failed}: how it stands by its latest calibration. */
  @QueryParam("calibration")
  public @Nullable String calibration;

  /** Made known on this day (UTC) or later. */
  @QueryParam("created.from")
  public @Nullable String createdFrom;

  /** Made known on this day (UTC) or earlier. */
  @QueryParam("created.to")
  public @Nullable String createdTo;

  /** Changed last on this day (UTC) or later. */
  @QueryParam("updated.from")
  public @Nullable String updatedFrom;

  /** Changed last on this day (UTC) or earlier. */
  @QueryParam("updated.to")
  public @Nullable String updatedTo;

  /** tag, name, status, updatedAt or createdAt; with a minus in front for descending. */
  @QueryParam("sort")
  public @Nullable String sort;

  /**
   * Values of custom fields by the field's id or name: parameters such as {@code field.Voltage=230}
   * of a request, which JAX-RS cannot bind. Several of one field mean any of them. After the name
   * may stand {@code .begins}, {@code .from}, {@code .to} or {@code .none}.
   */
  public final Map<String, List<String>> fields = new LinkedHashMap<>();

  /**
   * All of the above in one text, as in an address and as a view keeps it: {@code
   * status=AVAILABLE&sort=-tag}. It stands alone.
   */
  @QueryParam("query")
  public @Nullable String query;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;

  private static Map<String, Field> parameters() {
    Map<String, Field> found = new LinkedHashMap<>();
    for (Field field : AssetQuery.class.getDeclaredFields()) {
      QueryParam parameter = field.getAnnotation(QueryParam.class);
      boolean pages = Stream.of("query", "limit", "after").anyMatch(field.getName()::equals);
      if (parameter != null && !pages) {
        found.put(parameter.value(), field);
      }
    }
    return found;
  }

  /** Whether a parameter narrows or orders a list. */
  public static boolean knows(String name) {
    return PARAMETERS.containsKey(name) || name.startsWith(FIELD) && name.length() > FIELD.length();
  }

  /**
   * What a list asks for whose address says {@code status=AVAILABLE&sort=-tag}. Parameters that it
   * does not know are left out.
   *
   * @throws IllegalArgumentException where it is not encoded as in an address
   */
  public static AssetQuery of(String query) {
    AssetQuery asked = new AssetQuery();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        asked.add(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return asked;
  }

  /** A list as a view keeps it, to be asked of the API. */
  public static AssetQuery kept(String query) {
    AssetQuery asked = new AssetQuery();
    asked.query = query;
    return asked;
  }

  /** The same for the parameters of a request. */
  public static AssetQuery of(Map<String, List<String>> parameters) {
    AssetQuery asked = new AssetQuery();
    parameters.forEach((name, values) -> values.forEach(value -> asked.add(name, value)));
    return asked;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Says one more thing; of what can have several values, one more. Nothing for nothing. */
  public void add(String name, String value) {
    if (value.isBlank()) {
      return;
    }
    Field field = PARAMETERS.get(name);
    if (field != null) {
      String had = get(name);
      set(field, had == null ? value.strip() : had + "," + value.strip());
    } else if (knows(name)) {
      fields
          .computeIfAbsent(name.substring(FIELD.length()), one -> new ArrayList<>())
          .add(value.strip());
    }
  }

  /** What it says of a parameter that has a field here; null for nothing. */
  public @Nullable String get(String name) {
    try {
      Field field = PARAMETERS.get(name);
      return field == null ? null : (String) field.get(this);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void set(Field field, String value) {
    try {
      field.set(this, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that it says, in the order of its address; of custom fields, each value. */
  public Map<String, List<String>> said() {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = get(name);
      if (value != null && !value.isBlank() && !name.equals("sort")) {
        said.put(name, List.of(value));
      }
    }
    fields.forEach((name, values) -> said.put(FIELD + name, List.copyOf(values)));
    if (sort != null && !sort.isBlank()) {
      said.put("sort", List.of(sort));
    }
    return said;
  }

  /** As it stands in an address: {@code status=AVAILABLE&sort=-tag}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    said()
        .forEach(
            (name, values) ->
                values.forEach(value -> parts.add(encoded(name) + "=" + encoded(value))));
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
  }
}
