package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.dependency.Dependence;
import asset2go.dependency.Dependency.Criticality;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.neo4j.driver.Value;

/** Takes back that an import made one asset need another, or how badly. */
@ApplicationScoped
class DependencyUndo {

  private @Inject Dependence dependence;

  BulkOutcome undo(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    String id = item.get("subjectId").asString();
    String needed = item.get("neededId").asString();
    String kind = item.get("dependency").asString();
    Rights.require(tx, actor, id, Duty.KEEP.roles());
    boolean made = ImportItems.isMade(item);
    boolean asItWas =
        tx.one(
                """
                MATCH (a:Asset {id: $id})
                SET a.touched = true
                WITH a
                MATCH (a)-[d:DEPENDS_ON {kind: $kind, criticality: $left}]->({id: $needed})
                WHERE NOT $made OR d.importId = $import
                RETURN d.kind
                """,
                map(
                    "id", id,
                    "needed", needed,
                    "kind", kind,
                    "left", Values.text(item.get("expected")),
                    "made", made,
                    "import", run.get("undoes").asString()))
            .isPresent();
    if (!asItWas) {
      throw Imported.changedSince();
    }
    if (made) {
      dependence.remove(tx, actor, id, needed, kind, now);
    } else {
      Criticality before = Criticality.valueOf(item.get("wanted").asString());
      dependence.weigh(tx, actor, id, needed, kind, before, now);
    }
    return BulkOutcome.CHANGED;
  }
}
