package asset2go.kit;

import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.kit.Kit.Accepted;
import asset2go.kit.Kit.Slot;
import asset2go.problem.DomainError;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads kits as the API shows them. */
final class KitView {

  /** What to return for a kit that is bound to {@code k}. */
  static final String COLUMNS =
      """
      k{.id, .name, .description, .version} AS kit,
      COLLECT {
        MATCH (k)-[:NEEDS]->(s:KitSlot)
        RETURN {name: s.name, quantity: s.quantity, accepts: COLLECT {
          MATCH (s)-[r:ACCEPTS]->(x)
          RETURN {what: x{.id, .name},
                  kind: CASE WHEN x:AssetModel THEN 'MODEL' WHEN x:Category THEN 'CATEGORY'
                             ELSE 'KIT' END}
          ORDER BY r.rank
        }}
        ORDER BY s.position
      } AS slots
      """;

  private KitView() {}

  static Kit one(Transaction tx, String id) {
    return tx.one("MATCH (k:Kit {id: $id}) RETURN " + COLUMNS, Map.of("id", id))
        .map(KitView::of)
        .orElseThrow(() -> new DomainError.NotFound("kit", id));
  }

  static Kit of(Record row) {
    Value kit = row.get("kit");
    return new Kit(
        kit.get("id").asString(),
        kit.get("name").asString(),
        text(kit.get("description")),
        row.get("slots").asList(KitView::slot),
        kit.get("version").asLong());
  }

  private static Slot slot(Value slot) {
    return new Slot(
        slot.get("name").asString(),
        slot.get("quantity").asInt(),
        slot.get("accepts")
            .asList(
                one ->
                    new Accepted(
                        Kit.Kind.valueOf(one.get("kind").asString()),
                        Objects.requireNonNull(Values.ref(one.get("what"))))));
  }
}
