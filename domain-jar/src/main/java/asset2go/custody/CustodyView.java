package asset2go.custody;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.acceptance.Acceptance;
import asset2go.asset.AssetView;
import asset2go.asset.Condition;
import asset2go.asset.Holder;
import asset2go.document.DocumentView;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.right.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads custodies as the API shows them. */
final class CustodyView {

  private static final String COLUMNS =
      """
      c{.*} AS custody,
      [(c)-[:OF]->(asset) | asset{.id, .tag, .name, .status}][0] AS asset,
      [(c)-[:TO]->(h) | {name: h.name, seen: %s}][0] AS holder,
      [(c)-[:PREV]->(previous:Custody) | previous.id][0] AS previous,
      [(c)-[:SIGNED]->(signing) | signing{.id, .state}][0] AS signing,
      %s AS documents
      """;

  private CustodyView() {}

  /**
   * What to return for a custody that is bound to {@code c}; the scope's parameters go with it. A
   * place or an asset that has something may be out of sight, and is not named then.
   */
  static String columns(Scope scope) {
    return COLUMNS.formatted(AssetView.holderSeen(scope), DocumentView.of("c"));
  }

  /** Cypher that is true of a custody of what may be seen; also of what is in the trash. */
  static String seen(Scope scope) {
    return scope.isEverything()
        ? "true"
        : "EXISTS { MATCH (c)-[:OF]->(asset) WHERE %s }".formatted(scope.asset("asset"));
  }

  static Map<String, Custody> byId(Transaction tx, Actor actor, Collection<String> ids) {
    Scope scope = actor.scope();
    Map<String, Custody> custodies = new HashMap<>();
    tx
        .rows(
            "UNWIND $ids AS id MATCH (c:Custody {id: id}) WHERE %s RETURN %s"
                .formatted(seen(scope), columns(scope)),
            scope.with("ids", ids))
        .stream()
        .map(CustodyView::of)
        .forEach(custody -> custodies.put(custody.id(), custody));
    return custodies;
  }

  static Custody of(Record row) {
    Value c = row.get("custody");
    LocalDate due = date(c.get("due"));
    boolean open = c.get("to").isNull();
    return new Custody(
        c.get("id").asString(),
        AssetView.assetRef(row.get("asset")),
        holder(c, row.get("holder")),
        instant(c.get("from")),
        instantOrNull(c.get("to")),
        due,
        open && due != null && due.isBefore(LocalDate.now(ZoneOffset.UTC)),
        condition(c.get("conditionOut")),
        condition(c.get("condition")),
        text(c.get("notes")),
        text(c.get("returnNotes")),
        who(c.get("byId"), c.get("byName")),
        who(c.get("returnedById"), c.get("returnedByName")),
        text(c.get("basketId")),
        text(row.get("previous")),
        signing(row.get("signing")),
        DocumentView.list(row.get("documents")));
  }

  private static Holder holder(Value c, Value holder) {
    Holder.Kind kind = Holder.Kind.valueOf(c.get("holderKind").asString());
    boolean seen = holder.isNull() || holder.get("seen").asBoolean();
    return seen
        ? new Holder(
            kind, c.get("holderId").asString(), holder.isNull() ? null : text(holder.get("name")))
        : new Holder(kind, Holder.HIDDEN, Holder.HIDDEN);
  }

  private static Custody.@Nullable Signing signing(Value value) {
    return value.isNull()
        ? null
        : new Custody.Signing(
            value.get("id").asString(), Acceptance.State.valueOf(value.get("state").asString()));
  }

  private static @Nullable Condition condition(Value value) {
    return value.isNull() ? null : Condition.valueOf(value.asString());
  }

  private static @Nullable Ref who(Value id, Value name) {
    return id.isNull() ? null : new Ref(id.asString(), name.asString());
  }
}
