package asset2go.asset;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationView;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads assets as the API shows them. */
final class AssetView {

  private static final String COLUMNS =
      """
      a{.*} AS asset,
      COLLECT { MATCH (c:Company {id: a.companyId}) RETURN c{.id, .name} }[0] AS company,
      COLLECT { MATCH (l:Location {id: a.rootLocationId}) RETURN l{.id, .code, .name} }[0] AS location,
      [(a)-[:OF_MODEL]->(m) | m{.id, .name,
         manufacturer: [(m)-[:MADE_BY]->(f) | f{.id, .name}][0],
         category: [(m)-[:IN_CATEGORY]->(k) | k{.id, .name}][0]}][0] AS model,
      [(a)-[:CONTAINED_IN]->(o) WHERE %s | o{.id, .tag, .name, .status}][0] AS container,
      [(a)-[:HELD_BY]->(h) WHERE %s | h{.id, .name, labels: labels(h)}][0] AS holder
      """;

  private AssetView() {}

  /**
   * What to return for an asset that is bound to {@code a}; the scope's parameters go with it. What
   * it stands in and what holds it may be out of sight, and is not named then.
   */
  static String columns(Scope scope) {
    String holder =
        scope.isEverything()
            ? "true"
            : "CASE WHEN h:Asset THEN %s WHEN h:Location THEN %s ELSE true END"
                .formatted(scope.asset("h"), scope.location("h"));
    return COLUMNS.formatted(scope.asset("o"), holder);
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
                "MATCH (a:Asset {id: $id}) WHERE %s RETURN %s"
                    .formatted(scope.asset("a"), columns(scope)),
                scope.with("id", id))
            .orElseThrow(() -> new DomainError.NotFound("asset", id));
    Value location = row.get("location");
    List<Ref> path =
        location.isNull() ? null : LocationView.path(tx, location.get("id").asString());
    return of(row, path);
  }

  /** One row of a list. */
  static Asset of(Record row) {
    return of(row, null);
  }

  private static Asset of(Record row, @Nullable List<Ref> path) {
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
        purchase(a),
        text(a.get("notes")),
        instant(a.get("createdAt")),
        instant(a.get("updatedAt")),
        a.get("version").asLong(),
        null);
  }

  static AssetRef assetRef(Value a) {
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

  private static @Nullable Holder holder(Value h) {
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

  private static @Nullable Purchase purchase(Value a) {
    Purchase purchase =
        new Purchase(
            date(a.get("purchaseDate")),
            text(a.get("price")),
            text(a.get("currency")),
            text(a.get("orderNumber")),
            text(a.get("supplier")),
            date(a.get("warrantyUntil")));
    return purchase.equals(new Purchase(null, null, null, null, null, null)) ? null : purchase;
  }
}
