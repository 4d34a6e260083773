package asset2go.reminder;

import asset2go.graph.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/** Somebody who gets a letter. */
record Recipient(String id, String name, String email) {

  /** Those who administer and can sign in. */
  static List<Recipient> administrators(Transaction tx) {
    return tx.list(
        """
        MATCH (u:User)
        WHERE 'ADMIN' IN u.roles AND NOT coalesce(u.disabled, false)
          AND u.passwordHash IS NOT NULL
        RETURN u.id AS id, u.name AS name, u.email AS email
        ORDER BY id
        """,
        Map.of(),
        Recipient::of);
  }

  /** A person with an address; empty for one who is gone or shut out. */
  static Optional<Recipient> person(Transaction tx, String id) {
    return tx.one(
            """
            MATCH (p:Person {id: $id})
            WHERE p.email IS NOT NULL AND NOT coalesce(p.disabled, false)
            RETURN p.id AS id, p.name AS name, p.email AS email
            """,
            Map.of("id", id))
        .map(Recipient::of);
  }

  /** A person with an address, or those of a team who have one. */
  static List<Recipient> holding(Transaction tx, String holderId) {
    return tx.list(
        """
        CALL {
          MATCH (p:Person {id: $id}) RETURN p
          UNION
          MATCH (:Team {id: $id})<-[:MEMBER_OF]-(p:Person) RETURN p
        }
        WITH p WHERE p.email IS NOT NULL AND NOT coalesce(p.disabled, false)
        RETURN p.id AS id, p.name AS name, p.email AS email
        ORDER BY id
        """,
        Map.of("id", holderId),
        Recipient::of);
  }

  private static Recipient of(Record row) {
    return new Recipient(
        row.get("id").asString(), row.get("name").asString(), row.get("email").asString());
  }
}
