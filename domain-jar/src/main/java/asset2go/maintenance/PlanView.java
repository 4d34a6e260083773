package asset2go.maintenance;

import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads plans as the API shows them. */
final class PlanView {

  private PlanView() {}

  /** What to return for a plan that is bound to {@code p}: it counts what may be seen. */
  static String columns(Scope scope) {
    String covered =
        scope.isEverything()
            ? "COUNT { MATCH (d:ServiceDue) WHERE d.planId = p.id }"
            : """
              COUNT { MATCH (d:ServiceDue)-[:FOR]->(a:Asset)
                      WHERE d.planId = p.id AND %s }
              """
                .formatted(scope.asset("a"));
    return """
           p{.*} AS plan, [(p)-[:COVERS]->(s) | s{.id, .name}][0] AS subject,
           [(p)-[:ASSIGNED_TO]->(x) | x{.id, .name}][0] AS assignee, %s AS covered
           """
        .formatted(covered);
  }

  /** Cypher that is true of a plan that may be seen: whoever may name what it covers sees it. */
  static String seen(Scope scope) {
    return scope.isEverything()
        ? "true"
        : """
          (p.subjectKind = 'MODEL'
            OR EXISTS { MATCH (p)-[:COVERS]->(x:Asset) WHERE %s }
            OR EXISTS { MATCH (p)-[:COVERS]->(y:Location) WHERE %s })
          """
            .formatted(scope.asset("x"), scope.location("y"));
  }

  static MaintenancePlan one(Transaction tx, Scope scope, String id) {
    return tx.one(
            "MATCH (p:MaintenancePlan {id: $id}) WHERE %s RETURN %s"
                .formatted(seen(scope), columns(scope)),
            scope.with("id", id))
        .map(PlanView::of)
        .orElseThrow(() -> new DomainError.NotFound("maintenance plan", id));
  }

  static MaintenancePlan of(Record row) {
    Value p = row.get("plan");
    Value subject = row.get("subject");
    Rhythm rhythm = Rhythm.of(p);
    return new MaintenancePlan(
        p.get("id").asString(),
        p.get("name").asString(),
        new PlanSubject(
            PlanSubject.Kind.valueOf(p.get("subjectKind").asString()),
            p.get("subjectId").asString(),
            subject.isNull() ? null : text(subject.get("name"))),
        WorkKind.valueOf(p.get("kind").asString()),
        WorkPriority.valueOf(p.get("priority").asString()),
        rhythm.calendar(),
        rhythm.meter(),
        rhythm.basis(),
        rhythm.leadDays(),
        p.get("takesOut").asBoolean(false),
        ref(row.get("assignee")),
        text(p.get("instructions")),
        p.get("checklist").isNull() ? List.of() : p.get("checklist").asList(Value::asString),
        p.get("active").asBoolean(false),
        row.get("covered").asLong(),
        p.get("version").asLong());
  }
}
