package asset2go.asset;

import jakarta.ws.rs.QueryParam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list of assets is narrowed and ordered by; all of it together, nothing of it required. */
public final class AssetQuery {

  /** The parameters that narrow or order a list, in the order of its address. */
  public static final List<String> NAMES =
      List.of(
          "q",
          "status",
          "condition",
          "category",
          "company",
          "location",
          "holder",
          "model",
          "manufacturer",
          "supplier",
          "batch",
          "calibration",
          "sort");

  /** What the parameter of a custom field begins with; its id or name follows. */
  public static final String FIELD = "field.";

  /** Words, or the beginning or a part of a tag, serial or name. */
  @QueryParam("q")
  public @Nullable String q;

  /** Statuses, separated by commas. */
  @QueryParam("status")
  public @Nullable String status;

  /** Conditions, separated by commas. */
  @QueryParam("condition")
  public @Nullable String condition;

  /** Id of a location; what is below it counts too, inside containers as well. */
  @QueryParam("location")
  public @Nullable String location;

  /** Id of a category; what is below it counts too. */
  @QueryParam("category")
  public @Nullable String category;

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

  /** {@code valid}, {@code overdue} or {@code failed}: how it stands by its latest calibration. */
  @QueryParam("calibration")
  public @Nullable String calibration;

  /** Id of a company. */
  @QueryParam("company")
  public @Nullable String company;

  /** Id of the person who holds it. */
  @QueryParam("holder")
  public @Nullable String holder;

  /**
   * Values of custom fields by the field's id or name: parameters such as {@code field.Voltage=230}
   * of a request, which JAX-RS cannot bind.
   */
  public final Map<String, String> fields = new LinkedHashMap<>();

  /** tag, name, status, updatedAt or createdAt; with a minus in front for descending. */
  @QueryParam("sort")
  public @Nullable String sort;

  /** Rows of a page, 1 to 200; 50 where missing. */
  @QueryParam("limit")
  public @Nullable Integer limit;

  /** Cursor of the page before. */
  @QueryParam("after")
  public @Nullable String after;

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
        asked.set(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return asked;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void set(String name, String value) {
    switch (name) {
      case "q" -> q = value;
      case "status" -> status = value;
      case "condition" -> condition = value;
      case "category" -> category = value;
      case "company" -> company = value;
      case "location" -> location = value;
      case "holder" -> holder = value;
      case "model" -> model = value;
      case "manufacturer" -> manufacturer = value;
      case "supplier" -> supplier = value;
      case "batch" -> batch = value;
      case "calibration" -> calibration = value;
      case "sort" -> sort = value;
      default -> {
        if (name.startsWith(FIELD)) {
          fields.put(name.substring(FIELD.length()), value);
        }
      }
    }
  }
}
