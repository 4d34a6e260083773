package asset2go.catalogue;

import asset2go.asset.FilterWords;
import asset2go.catalogue.Catalogue.AssetModel;
import asset2go.catalogue.Catalogue.AssetModelDraft;
import asset2go.catalogue.Catalogue.Batch;
import asset2go.catalogue.Catalogue.BatchDraft;
import asset2go.catalogue.Catalogue.Category;
import asset2go.catalogue.Catalogue.CategoryDraft;
import asset2go.catalogue.Catalogue.NameDraft;
import asset2go.catalogue.Catalogue.Supplier;
import asset2go.catalogue.Catalogue.SupplierDraft;
import asset2go.client.Recent;
import asset2go.frame.Figures;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import asset2go.page.Page;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One list of the catalogue at a time, with adding and renaming. */
@Named
@RequestScoped
public class CataloguePage {
  private static final int ROWS = 100;
  private static final List<String> TABS =
      List.of("categories", "models", "manufacturers", "suppliers", "batches", "companies");

  /** What a supplier has beside its name. */
  private static final List<String> CONTACT =
      List.of("contact", "email", "phone", "website", "notes");

  @Inject HttpServletRequest request;
  @Inject CategoriesApi categories;
  @Inject ModelsApi models;
  @Inject ManufacturersApi manufacturers;
  @Inject SuppliersApi suppliers;
  @Inject BatchesApi batches;
  @Inject CompaniesApi companies;
  @Inject Lookup lookup;
  @Inject Recent recent;
  @Inject Form form;
  @Inject Figures figures;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Page<Row> page;

  /** An entry of any of the lists. */
  public record Row(String id, String name, String detail, long version) {}

  public void load() {
    var q = getQ();
    var after = request.getParameter("after");
    page =
        switch (getTab()) {
          case "models" ->
              rows(
                  models.list(q, ROWS, after),
                  one ->
                      new Row(
                          one.id(),
                          one.name(),
                          join(one.number(), name(one.manufacturer()), name(one.category())),
                          one.version()));
          case "manufacturers" ->
              rows(
                  manufacturers.list(q, ROWS, after),
                  one -> new Row(one.id(), one.name(), "", one.version()));
          case "suppliers" ->
              rows(
                  suppliers.list(q, ROWS, after),
                  one ->
                      new Row(
                          one.id(),
                          one.name(),
                          join(one.contact(), one.email(), one.phone()),
                          one.version()));
          case "batches" ->
              rows(
                  batches.list(q, ROWS, after),
                  one ->
                      new Row(
                          one.id(),
                          one.name(),
                          join(
                              name(one.supplier()),
                              one.receivedOn() == null ? null : figures.day(one.receivedOn())),
                          one.version()));
          case "companies" ->
              rows(
                  companies.list(q, ROWS, after),
                  one -> new Row(one.id(), one.name(), "", one.version()));
          default ->
              rows(
                  categories.list(q, ROWS, after),
                  one -> new Row(one.id(), one.name(), join(name(one.parent())), one.version()));
        };
  }

  private static <T> Page<Row> rows(Page<T> from, java.util.function.Function<T, Row> row) {
    return new Page<>(from.items().stream().map(row).toList(), from.next(), from.total());
  }

  /** Adds an entry to the list that is shown. */
  public void add() {
    send(
        () -> {
          var name = Form.text(values.get("name"));
          switch (getTab()) {
            case "models" -> models.create(model(name));
            case "manufacturers" -> manufacturers.create(new NameDraft(name));
            case "suppliers" -> suppliers.create(supplier(name));
            case "batches" -> batches.create(batch(name));
            case "companies" -> companies.create(new NameDraft(name));
            default ->
                categories.create(new CategoryDraft(name, id("category", "parent"), null, null));
          }
        });
  }

  private BatchDraft batch(String name) {
    var day = Form.orNull(values.get("receivedOn"));
    return new BatchDraft(
        name,
        id("supplier", "supplier"),
        day == null ? null : LocalDate.parse(day),
        Form.orNull(values.get("notes")));
  }

  private SupplierDraft supplier(String name) {
    return new SupplierDraft(
        name,
        Form.orNull(values.get("contact")),
        Form.orNull(values.get("email")),
        Form.orNull(values.get("phone")),
        Form.orNull(values.get("website")),
        Form.orNull(values.get("notes")));
  }

  private AssetModelDraft model(String name) {
    return new AssetModelDraft(
        name,
        Form.orNull(values.get("number")),
        id("manufacturer", "manufacturer"),
        id("category", "category"));
  }

  private @Nullable String id(String kind, String field) {
    return lookup.resolve(kind, values.get(field + "Id"), values.get(field));
  }

  /** Changes an entry. */
  public void rename() {
    send(
        () -> {
          var id = String.valueOf(request.getParameter("edit"));
          var patch = patch();
          switch (getTab()) {
            case "models" -> models.change(id, null, patch);
            case "manufacturers" -> manufacturers.change(id, null, patch);
            case "suppliers" -> suppliers.change(id, null, patch);
            case "batches" -> batches.change(id, null, patch);
            case "companies" -> companies.change(id, null, patch);
            default -> categories.change(id, null, patch);
          }
        });
  }

  private JsonObject patch() {
    var patch = Json.createObjectBuilder().add("name", Form.text(values.get("name")));
    switch (getTab()) {
      case "suppliers" -> CONTACT.forEach(field -> patch.add(field, typed(field)));
      case "batches" ->
          patch
              .add("supplierId", chosen("supplier"))
              .add("receivedOn", typed("receivedOn"))
              .add("notes", typed("notes"));
      case "models" ->
          patch
              .add("number", typed("number"))
              .add("manufacturerId", chosen("manufacturer"))
              .add("categoryId", chosen("category"));
      case "categories" -> patch.add("parentId", orClear(id("category", "parent")));
      default -> {
        // Manufacturers and companies have nothing but their names.
      }
    }
    return patch.build();
  }

  private JsonValue typed(String field) {
    return orClear(Form.orNull(values.get(field)));
  }

  private JsonValue chosen(String kind) {
    return orClear(id(kind, kind));
  }

  private static JsonValue orClear(@Nullable String value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }

  /** Removes an entry that nothing uses. */
  public void remove() {
    send(
        () -> {
          var id = String.valueOf(request.getParameter("edit"));
          switch (getTab()) {
            case "models" -> models.delete(id, null);
            case "manufacturers" -> manufacturers.delete(id, null);
            case "suppliers" -> suppliers.delete(id, null);
            case "batches" -> batches.delete(id, null);
            case "companies" -> companies.delete(id, null);
            default -> categories.delete(id, null);
          }
        });
  }

  private void send(Runnable change) {
    form.send(
        () -> {
          change.run();
          recent.forget("categories");
          recent.forget("companies");
          recent.forgetAll(FilterWords.KEPT);
          return "/catalogue?tab=" + getTab();
        },
        "note.catalogue.saved");
    if (form.isRefused()) {
      load();
    }
  }

  public String getTab() {
    var tab = request.getParameter("tab");
    return tab != null && TABS.contains(tab) ? tab : TABS.get(0);
  }

  public List<String> getTabs() {
    return TABS;
  }

  public String current(String tab) {
    return tab.equals(getTab()) ? "page" : "false";
  }

  public boolean isAdding() {
    return request.getParameter("new") != null;
  }

  public boolean isRenaming() {
    return request.getParameter("edit") != null;
  }

  /** What the entry is called now, for the dialog. */
  public Map<String, String> getValues() {
    if (page != null && isRenaming() && !values.containsKey("name")) {
      page.items().stream()
          .filter(row -> row.id().equals(request.getParameter("edit")))
          .findFirst()
          .ifPresent(row -> values.put("name", row.name()));
      var id = String.valueOf(request.getParameter("edit"));
      switch (getTab()) {
        case "suppliers" -> show(suppliers.get(id));
        case "batches" -> show(batches.get(id));
        case "models" -> show(models.get(id));
        case "categories" -> show(categories.get(id));
        default -> {
          // The row says it all.
        }
      }
    }
    return values;
  }

  private void show(Batch batch) {
    values.put("name", batch.name());
    show("supplier", batch.supplier());
    values.put("receivedOn", batch.receivedOn() == null ? "" : batch.receivedOn().toString());
    values.put("notes", Objects.requireNonNullElse(batch.notes(), ""));
  }

  private void show(AssetModel model) {
    values.put("name", model.name());
    values.put("number", Objects.requireNonNullElse(model.number(), ""));
    show("manufacturer", model.manufacturer());
    show("category", model.category());
  }

  private void show(Category category) {
    values.put("name", category.name());
    show("parent", category.parent());
  }

  private void show(String field, @Nullable Ref chosen) {
    values.put(field + "Id", chosen == null ? "" : chosen.id());
    values.put(field, chosen == null ? "" : chosen.name());
  }

  private void show(Supplier supplier) {
    values.put("name", supplier.name());
    values.put("contact", Objects.requireNonNullElse(supplier.contact(), ""));
    values.put("email", Objects.requireNonNullElse(supplier.email(), ""));
    values.put("phone", Objects.requireNonNullElse(supplier.phone(), ""));
    values.put("website", Objects.requireNonNullElse(supplier.website(), ""));
    values.put("notes", Objects.requireNonNullElse(supplier.notes(), ""));
  }

  public @Nullable Page<Row> getPage() {
    return page;
  }

  public @Nullable String getQ() {
    return Form.orNull(request.getParameter("q"));
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/catalogue?tab=" + getTab() + "&after=";
  }

  /** Whether the entries of the list have more to show than their names. */
  public boolean isDetailed() {
    return List.of("categories", "models", "suppliers", "batches").contains(getTab());
  }

  /** Name of the filter of the asset list. */
  public String getFilter() {
    return switch (getTab()) {
      case "models" -> "model";
      case "manufacturers" -> "manufacturer";
      case "suppliers" -> "supplier";
      case "batches" -> "batch";
      case "companies" -> "company";
      default -> "category";
    };
  }

  private static @Nullable String name(@Nullable Ref ref) {
    return ref == null ? null : ref.name();
  }

  private static String join(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }
}
