package asset2go.booking;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.neo4j.driver.Record;

/** Whom a booking is for. */
final class BookedFor {

  private BookedFor() {}

  /** Locks people, before any equipment, as whoever hands something to them does. */
  static void lock(Transaction tx, String... personIds) {
    tx.run(
        "UNWIND $ids AS id MATCH (p:Person {id: id}) SET p.touched = true",
        Map.of("ids", List.copyOf(new TreeSet<>(List.of(personIds)))));
  }

  /**
   * Refuses to book for somebody, locked, who is not there or not any more.
   *
   * @throws DomainError.Invalid of the field {@code personId}
   */
  static void require(Transaction tx, String personId) {
    Record person =
        tx.one(
                "MATCH (p:Person {id: $id}) RETURN p.name AS name, p.leftAt AS leftAt",
                Map.of("id", personId))
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "personId", Fault.UNKNOWN, "there is no person " + personId));
    if (!person.get("leftAt").isNull()) {
      String name = person.get("name").asString();
      throw new DomainError.Invalid(
          "personId", Fault.LEFT, name + " has left: nothing can be booked for them");
    }
  }

  /** Says whom a booking is for. */
  static void link(Transaction tx, String id, String personId) {
    tx.run(
        """
        MATCH (b:Booking {id: $id})
        OPTIONAL MATCH (b)-[old:BOOKED_FOR]->()
        DELETE old
        WITH DISTINCT b
        MATCH (p:Person {id: $person})
        CREATE (b)-[:BOOKED_FOR]->(p)
        """,
        Map.of("id", id, "person", personId));
  }
}
