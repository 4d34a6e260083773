package asset2go.custody;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.acceptance.Acceptance;
import asset2go.asset.AssetView;
import asset2go.asset.Condition;
import asset2go.asset.Holder;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
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

  /** What to return for a custody that is bound to {@code c}. */
  static final String COLUMNS =
      """
      c{.*} AS custody,
      [(c)-[:OF]->(asset) | asset{.id, .tag, .name, .status}][0] AS asset,
      [(c)-[:TO]->(holder) | holder.name][0] AS holder,
      [(c)-[:PREV]->(previous:Custody) | previous.id][0] AS previous,
      [(c)-[:SIGNED]->(signing) | signing{.id, .state}][0] AS signing
      """;

  private CustodyView() {}

  static Map<String, Custody> byId(Transaction tx, Collection<String> ids) {
    Map<String, Custody> custodies = new HashMap<>();
    tx
        .rows("UNWIND $ids AS id MATCH (c:Custody {id: id}) RETURN " + COLUMNS, map("ids", ids))
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
        new Holder(
            Holder.Kind.valueOf(c.get("holderKind").asString()),
            c.get("holderId").asString(),
            text(row.get("holder"))),
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
        signing(row.get("signing")));
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
