package asset2go.asset;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.catalogue.FieldSet;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationView;
import asset2go.maintenance.Calibrated;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads assets as the API shows them. */
public final class AssetView {

  private static final String COLUMNS =
      """
      a{.*} AS asset,
      COLLECT { MATCH (c:Company {id: a.companyId}) RETURN c{.id, .name} }[0] AS company,
      COLLECT { MATCH (l:Location {id: a.rootLocationId}) RETURN l{.id, .code, .name} }[0] AS location,
      COLLECT { MATCH (s:Supplier {id: a.supplierId}) RETURN s.name }[0] AS supplier,
      [(a)-[:OF_MODEL]->(m) | m{.id, .name,
         manufacturer: [(m)-[:MADE_BY]->(f) | f{.id, .name}][0],
         category: [(m)-[:IN_CATEGORY]->(k) | k{.id, .name}][0]}][0] AS model,
      [(a)-[:FROM_BATCH]->(b) | b{.id, .name}][0] AS batch,
      [(a)-[:CONTAINED_IN]->(o) WHERE %s | o{.id, .tag, .name, .status}][0] AS container,
      [(a)-[:HELD_BY]->(h) WHERE %s | h{.id, .name, labels: labels(h)}][0] AS holder
      """;

  private AssetView() {}

  /**
   * What to return for an asset that is bound to {@code a}; the scope's parameters go with it. What
   * it stands in and what holds it may be out of sight, and is not named then.
   */
  public static String columns(Scope scope) {
    return COLUMNS.formatted(scope.asset("o"), holderSeen(scope));
  }

  /** Cypher that is true of a holder {@code h} that may be named. */
  public static String holderSeen(Scope scope) {
    return scope.isEverything()
        ? "true"
        : "CASE WHEN h:Asset THEN %s WHEN h:Location THEN %s ELSE true END"
            .formatted(scope.asset("h"), scope.location("h"));
  }

  /** One asset with the path of its place, whoever asks: what rules go by. */
  static Asset one(Transaction tx, String id) {
    return one(tx, Scope.EVERYTHING, id);
  }

  /** One asset as an actor sees it, with the steps that they may take next. */
  static Asset shown(Transaction tx, Actor actor, String id) {
    Asset seen = one(tx, actor.scope(), id);
    Asset whole = actor.scope().isEverything() ? seen : one(tx, id);
    Asset.Place place = whole.location();
    Asset.Model model = whole.model();
    Actor here =
        actor.over(
            place == null ? null : place.id(),
            model == null ? null : model.id(),
            whole.company().id());
    return NextSteps.in(seen, whole, here);
  }

  private static Asset one(Transaction tx, Scope scope, String id) {
    Record row =
        tx.one(
                "MATCH (a:Asset {id: $id}) WHERE %s RETURN %s, %s AS definitions"
                    .formatted(scope.asset("a"), columns(scope), FieldSet.OF_ASSET),
                scope.with("id", id))
            .orElseThrow(() -> new DomainError.NotFound("asset", id));
    Value location = row.get("location");
    List<Ref> path =
        location.isNull() ? null : LocationView.path(tx, location.get("id").asString());
    return of(row, path, FieldSet.of(row.get("definitions")), true);
  }

  /** Some assets with all that their fields say, for rules and not to be shown; without paths. */
  static List<Asset> whole(Transaction tx, List<String> ids) {
    return tx.list(
        "UNWIND $ids AS id MATCH (a:Asset {id: id}) RETURN %s, %s AS definitions"
            .formatted(columns(Scope.EVERYTHING), FieldSet.OF_ASSET),
        Map.of("ids", ids),
        row -> of(row, null, FieldSet.of(row.get("definitions")), true));
  }

  /** The rows of a list, with those values of custom fields that somebody may see. */
  public static List<Asset> list(Transaction tx, Actor actor, List<Record> rows) {
    Map<String, FieldSet> fields =
        FieldSet.ofModels(
            tx,
            rows.stream()
                .map(row -> row.get("asset"))
                .filter(AssetView::hasValues)
                .map(asset -> asset.get("modelId").asString(""))
                .distinct()
                .toList());
    return rows.stream()
        .map(
            row -> {
              Value asset = row.get("asset");
              String model = asset.get("modelId").asString("");
              Actor here =
                  actor.over(
                      text(asset.get("rootLocationId")), model, asset.get("companyId").asString());
              return of(row, null, fields.getOrDefault(model, FieldSet.NONE).seenBy(here), false);
            })
        .toList();
  }

  private static boolean hasValues(Value asset) {
    for (String property : asset.keys()) {
      if (FieldSet.isProperty(property)) {
        return true;
      }
    }
    return false;
  }

  private static Asset of(Record row, @Nullable List<Ref> path, FieldSet fields, boolean defined) {
    Value a = row.get("asset");
    Value company = row.get("company");
    return new Asset(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        text(a.get("serial")),
        EquipmentStatus.valueOf(a.get("status").asString()),
        a.get("condition").isNull() ? null : Condition.valueOf(a.get("condition").asString()),
        new Ref(
            a.get("companyId").asString(), company.isNull() ? "?" : company.get("name").asString()),
        model(row.get("model")),
        place(row.get("location"), path),
        row.get("container").isNull() ? null : assetRef(row.get("container")),
        holder(row.get("holder")),
        date(a.get("due")),
        purchase(a, row.get("supplier")),
        text(a.get("notes")),
        ref(row.get("batch")),
        Calibrated.of(a),
        fields.read(a),
        defined ? fields.fields() : null,
        instant(a.get("createdAt")),
        instant(a.get("updatedAt")),
        a.get("version").asLong(),
        null);
  }

  public static AssetRef assetRef(Value a) {
    return new AssetRef(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        EquipmentStatus.valueOf(a.get("status").asString()));
  }

  private static Asset.@Nullable Model model(Value m) {
    return m.isNull()
        ? null
        : new Asset.Model(
            m.get("id").asString(),
            m.get("name").asString(),
            ref(m.get("manufacturer")),
            ref(m.get("category")));
  }

  private static Asset.@Nullable Place place(Value l, @Nullable List<Ref> path) {
    return l.isNull()
        ? null
        : new Asset.Place(
            l.get("id").asString(), l.get("code").asString(), l.get("name").asString(), path);
  }

  static @Nullable Holder holder(Value h) {
    if (h.isNull()) {
      return null;
    }
    List<String> labels = h.get("labels").asList(Value::asString);
    Holder.Kind kind =
        labels.contains("Person")
            ? Holder.Kind.PERSON
            : labels.contains("Team")
                ? Holder.Kind.TEAM
                : labels.contains("Location") ? Holder.Kind.LOCATION : Holder.Kind.ASSET;
    return new Holder(kind, h.get("id").asString(), text(h.get("name")));
  }

  private static @Nullable Purchase purchase(Value a, Value supplier) {
    Purchase purchase =
        new Purchase(
            date(a.get("purchaseDate")),
            text(a.get("price")),
            text(a.get("currency")),
            text(a.get("orderNumber")),
            text(a.get("supplierId")),
            text(supplier.isNull() ? a.get("supplier") : supplier),
            date(a.get("warrantyUntil")));
    return purchase.equals(Purchase.NONE) ? null : purchase;
  }
}
