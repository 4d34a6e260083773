package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Who is to do something. */
final class Assignee {

  private Assignee() {}

  /**
   * Points a node to who is to do it, in the place of somebody else.
   *
   * @param label of the node
   * @throws DomainError.Invalid for somebody who is not there, or not any more
   */
  static void assign(Transaction tx, String label, String id, @Nullable String personId) {
    if (personId != null) {
      require(tx, personId);
    }
    tx.run(
        """
        MATCH (x:%s {id: $id})
        OPTIONAL MATCH (x)-[old:ASSIGNED_TO]->()
        DELETE old
        WITH DISTINCT x
        MATCH (p:Person {id: $person})
        CREATE (x)-[:ASSIGNED_TO]->(p)
        """
            .formatted(label),
        map("id", id, "person", personId));
  }

  private static void require(Transaction tx, String personId) {
    boolean left =
        tx.one(
                "MATCH (p:Person {id: $id}) SET p.touched = true RETURN p.leftAt AS leftAt",
                map("id", personId))
            .map(row -> Values.instantOrNull(row.get("leftAt")) != null)
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "assigneeId", Fault.UNKNOWN, "there is no person " + personId));
    if (left) {
      throw new DomainError.Invalid("assigneeId", Fault.LEFT, "is no longer with us");
    }
  }
}
