package asset2go.location;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree itself: who is within whom, now and before. */
public final class LocationTree {

  private LocationTree() {}

  /**
   * Puts a location within another, or at the top; the caller has taken the tree lock. The time it
   * stood elsewhere is kept as a placement.
   */
  static void put(
      Transaction tx, String id, String companyId, @Nullable String parentId, Instant now) {
    tx.run(
        """
        MATCH (l:Location {id: $id})-[within:WITHIN]->()
        DELETE within
        WITH DISTINCT l
        MATCH (l)<-[:OF]-(p:Placement)
        WHERE p.to IS NULL
        SET p.to = $now
        """,
        map("id", id, "now", now));
    if (parentId == null) {
      return;
    }
    checkParent(tx, id, companyId, parentId);
    tx.run(
        """
        MATCH (l:Location {id: $id}), (parent:Location {id: $parentId})
        CREATE (l)-[:WITHIN]->(parent)
        CREATE (p:Placement {id: $placementId, from: $now})
        CREATE (p)-[:OF]->(l)
        CREATE (p)-[:IN]->(parent)
        """,
        map("id", id, "parentId", parentId, "placementId", Ids.next(), "now", now));
  }

  private static void checkParent(Transaction tx, String id, String companyId, String parentId) {
    String parentCompany =
        tx.one(
                "MATCH (l:Location {id: $id}) RETURN l.companyId AS companyId",
                Map.of("id", parentId))
            .map(row -> row.get("companyId").asString())
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "parentId", Fault.UNKNOWN, "there is no location " + parentId));
    if (!parentCompany.equals(companyId)) {
      throw new DomainError.Invalid("parentId", Fault.OTHER_COMPANY, "belongs to another company");
    }
    boolean cycle =
        tx.one(
                """
                MATCH (:Location {id: $parentId})-[:WITHIN*0..%d]->(l:Location {id: $id})
                RETURN l.id LIMIT 1
                """
                    .formatted(LocationView.MAX_DEPTH),
                Map.of("parentId", parentId, "id", id))
            .isPresent();
    if (cycle) {
      throw new DomainError.Conflict("parentId", Fault.CYCLE, "a location cannot be within itself");
    }
  }

  /**
   * Ids of a location and of all below it, where the location may be named.
   *
   * @throws DomainError.NotFound where there is none that may
   */
  public static List<String> subtree(Transaction tx, Scope scope, String id) {
    List<String> ids =
        tx.list(
            """
            MATCH (top:Location {id: $id})
            WHERE %s
            MATCH (top)<-[:WITHIN*0..%d]-(l:Location)
            RETURN DISTINCT l.id AS id
            """
                .formatted(scope.location("top"), LocationView.MAX_DEPTH),
            scope.with("id", id),
            row -> row.get("id").asString());
    if (ids.isEmpty()) {
      throw new DomainError.NotFound("location", id);
    }
    return ids;
  }
}
