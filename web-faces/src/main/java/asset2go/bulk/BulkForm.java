package asset2go.bulk;

import asset2go.asset.AssetQuery;
import asset2go.asset.AssetsApi;
import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Holder;
import asset2go.asset.Transition;
import asset2go.custody.Holders;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what to do with those assets that were ticked, or with all of a list. */
@Named
@RequestScoped
public class BulkForm {
  private static final List<String> WAYS = List.of("edit", "move", "step", "trash");
  private static final List<String> PURCHASE =
      List.of("date", "price", "currency", "orderNumber", "warrantyUntil");

  @Inject HttpServletRequest request;
  @Inject BulkApi api;
  @Inject AssetsApi assets;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Long count;

  public Map<String, String> getValues() {
    return values;
  }

  public List<String> getWays() {
    return WAYS;
  }

  /** What is asked: edit, move, step or trash. */
  public String getWay() {
    var way = request.getParameter("do");
    return way != null && WAYS.contains(way) ? way : "edit";
  }

  public String current(String way) {
    return way.equals(getWay()) ? "page" : "false";
  }

  private List<String> ids() {
    var ids = request.getParameterValues("id");
    return ids == null ? List.of() : List.of(ids);
  }

  private @Nullable String query() {
    return ids().isEmpty() ? request.getParameter("query") : null;
  }

  /** Whether nothing was ticked. */
  public boolean isNothing() {
    return ids().isEmpty() && query() == null;
  }

  /** How many are meant; "10,000+" shows as null. */
  public @Nullable Long getCount() {
    if (count == null) {
      var query = query();
      count = query == null ? Long.valueOf(ids().size()) : total(query);
    }
    return count;
  }

  private @Nullable Long total(String query) {
    AssetQuery asked = AssetQuery.kept(query);
    asked.limit = 1;
    return assets.list(asked).total();
  }

  /** Address that asks for another way with the same assets. */
  public String address(String way) {
    var query = query();
    return "/bulk/new?do="
        + way
        + (query == null
            ? ids().stream().map(id -> "&id=" + encoded(id)).collect(Collectors.joining())
            : "&query=" + encoded(query));
  }

  /** Address of the list that one came from. */
  public String getBack() {
    var query = query();
    return query == null ? "/assets" : "/assets?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public EquipmentStatus[] getStatuses() {
    return EquipmentStatus.values();
  }

  public void run() {
    start(false);
  }

  /** Only says what would become of each. */
  public void rehearse() {
    start(true);
  }

  private void start(boolean dryRun) {
    form.send(() -> "/bulk/" + api.start(draft(dryRun)).id());
  }

  private BulkDraft draft(boolean dryRun) {
    var query = query();
    var way = getWay();
    return new BulkDraft(
        switch (way) {
          case "move" -> BulkKind.MOVE;
          case "step" -> BulkKind.TRANSITION;
          case "trash" -> BulkKind.TRASH;
          default -> BulkKind.EDIT;
        },
        query == null ? ids() : null,
        query,
        switch (way) {
          case "edit" -> new HashMap<>(edit());
          case "move" -> new HashMap<>(move());
          default -> null;
        },
        way.equals("step") ? step() : null,
        dryRun);
  }

  /** What was filled in; what was left empty stays as it is. */
  private JsonObject edit() {
    var patch = Json.createObjectBuilder();
    add(patch, "condition", values.get("condition"));
    add(patch, "modelId", lookup.resolve("model", values.get("modelId"), values.get("model")));
    add(patch, "batchId", lookup.resolve("batch", values.get("batchId"), values.get("batch")));
    add(patch, "notes", values.get("notes"));
    var purchase = Json.createObjectBuilder();
    PURCHASE.forEach(field -> add(purchase, field, values.get("purchase." + field)));
    add(
        purchase,
        "supplierId",
        lookup.resolve("supplier", values.get("supplierId"), values.get("supplier")));
    var bought = purchase.build();
    if (!bought.isEmpty()) {
      patch.add("purchase", bought);
    }
    return patch.build();
  }

  private JsonObject move() {
    var patch = Json.createObjectBuilder();
    add(
        patch,
        "locationId",
        lookup.resolve("location", values.get("locationId"), values.get("location")));
    add(
        patch,
        "containerId",
        lookup.resolve("asset", values.get("containerId"), values.get("container")));
    return patch.build();
  }

  private @Nullable Transition step() {
    var to = Form.orNull(values.get("to"));
    if (to == null) {
      return null;
    }
    var condition = Form.orNull(values.get("condition"));
    return new Transition(
        EquipmentStatus.valueOf(to),
        null,
        Form.orNull(values.get("reason")),
        condition == null ? null : Condition.valueOf(condition),
        custodian(),
        due(),
        Form.orNull(values.get("method")));
  }

  private @Nullable Holder custodian() {
    var id = lookup.resolve("holder", values.get("custodianId"), values.get("custodian"));
    return id == null ? null : Holders.parse(id);
  }

  private @Nullable LocalDate due() {
    try {
      var typed = Form.orNull(values.get("due"));
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static void add(JsonObjectBuilder patch, String field, @Nullable String value) {
    var said = Form.orNull(value);
    if (said != null) {
      patch.add(field, said);
    }
  }
}
