package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldKind;
import asset2go.frame.Query;
import asset2go.identity.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the list of assets is narrowed by, to be read and taken away, and the panel to add more. */
@Named
@RequestScoped
public class FiltersPart {

  /** Filters that the panel has fields for, beside custom ones. */
  private static final Set<String> FIELDS =
      Set.of(
          "category",
          "location",
          "company",
          "tag",
          "serial",
          "order",
          "condition",
          "holder",
          "model",
          "manufacturer",
          "supplier",
          "batch",
          "purchased.from",
          "purchased.to",
          "warranty.from",
          "warranty.to",
          "price.from",
          "price.to",
          "currency",
          "due.from",
          "due.to",
          "overdue",
          "booked.from",
          "booked.to",
          "workOrder",
          "calibration",
          "created.from",
          "created.to",
          "updated.from",
          "updated.to");

  @Inject HttpServletRequest request;
  @Inject AssetsPage page;
  @Inject FilterWords words;
  @Inject Viewer viewer;

  private @Nullable List<CustomField> custom;

  /**
   * One thing that the list is narrowed by.
   *
   * @param away address of the list without it
   */
  public record Chip(String label, String value, String away) {}

  /** One parameter and a value that a form sends along. */
  public record Kept(String name, String value) {}

  public List<Chip> getChips() {
    var chips = new ArrayList<Chip>();
    page.getQuery()
        .parameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("q") && !name.equals("sort")) {
                each(name, values).forEach(value -> chips.add(chip(name, value)));
              }
            });
    return chips;
  }

  private Chip chip(String name, String value) {
    return new Chip(
        words.label(name),
        words.value(name, value),
        address(page.getQuery().without(name, value), null));
  }

  private static List<String> each(String name, List<String> values) {
    return name.equals("status") || name.equals("condition")
        ? List.of(String.join(",", values).split(","))
        : values;
  }

  /** Address of the list with the panel. */
  public String getMore() {
    return address(page.getQuery(), "filters");
  }

  public String getLess() {
    return address(page.getQuery(), null);
  }

  private String address(Query query, @Nullable String ask) {
    var view = request.getParameter("view");
    var parts = new ArrayList<String>();
    if (!query.isEmpty()) {
      parts.add(query.toString());
    }
    if (view != null && view.matches("[0-9a-f-]{36}")) {
      parts.add("view=" + view);
    }
    if (ask != null) {
      parts.add("ask=" + ask);
    }
    return "/assets" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }

  public boolean isOpen() {
    return "filters".equals(request.getParameter("ask"));
  }

  /** How many filters are set that the bar does not show. */
  public long getCount() {
    return page.getQuery().parameters().keySet().stream()
        .filter(name -> FIELDS.contains(name) || name.startsWith(AssetQuery.FIELD))
        .filter(name -> !Set.of("category", "location", "company").contains(name))
        .count();
  }

  public String value(String name) {
    var value = page.getQuery().get(name);
    return value == null ? "" : value;
  }

  /** What a field shows for something that has a name. */
  public String text(String name) {
    var value = page.getQuery().get(name);
    return value == null || value.equals("none") ? "" : words.value(name, value);
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  /** The custom fields of what the list is narrowed to, of those that the viewer may ask for. */
  public List<CustomField> getCustom() {
    if (custom == null) {
      custom =
          words.filters().offered().stream()
              .filter(field -> !field.sensitive() || viewer.isKeeper())
              .toList();
    }
    return custom;
  }

  /** How the panel asks for a field: by text, span, choice or truth. */
  public String way(CustomField field) {
    return switch (field.kind()) {
      case TEXT, LINK -> "text";
      case NUMBER, DATE -> "span";
      case CHOICE -> "choice";
      case BOOLEAN -> "truth";
    };
  }

  public String type(CustomField field) {
    return field.kind() == FieldKind.DATE ? "date" : "number";
  }

  /** What the bar sends along: what it has no field for. */
  public List<Kept> getBesideBar() {
    return kept(Set.of("q", "status", "category", "location", "company"));
  }

  /** What the panel sends along. */
  public List<Kept> getBesidePanel() {
    var shown = new LinkedHashSet<>(FIELDS);
    for (var field : getCustom()) {
      var name = AssetQuery.FIELD + field.id();
      shown.add(name + ".none");
      switch (way(field)) {
        case "text" -> shown.add(name + ".begins");
        case "span" -> shown.addAll(List.of(name + ".from", name + ".to"));
        default -> shown.add(name);
      }
    }
    return kept(shown);
  }

  private List<Kept> kept(Set<String> shown) {
    var kept = new ArrayList<Kept>();
    page.getQuery()
        .parameters()
        .forEach(
            (name, values) -> {
              if (!shown.contains(name)) {
                values.forEach(value -> kept.add(new Kept(name, value)));
              }
            });
    return kept;
  }
}
