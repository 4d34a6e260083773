package asset2go.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * A right that one instance holds at a time and that lapses by itself: whoever dies with it does
 * not keep it.
 */
final class Lease {

  private static final Duration LENGTH = Duration.ofSeconds(20);

  private final Driver driver;
  private final SessionConfig sessions;
  private final String name;
  private final String owner = Ids.next();

  Lease(Driver driver, SessionConfig sessions, String name) {
    this.driver = driver;
    this.sessions = sessions;
    this.name = name;
  }

  /** Takes or renews it; false while somebody else has it. */
  boolean take() {
    try (Session session = driver.session(sessions)) {
      dropOrphan(session);
      session
          .run("CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (l:Lease) REQUIRE l.name IS UNIQUE")
          .consume();
      return session.executeWrite(
          tx ->
              tx.run(
                      """
                      MERGE (l:Lease {name: $name})
                      SET l.asked = $now
                      WITH l
                      WHERE l.owner IS NULL OR l.owner = $owner OR l.until < $now
                      SET l.owner = $owner, l.until = $until
                      RETURN l.owner
                      """,
                      Map.of(
                          "name",
                          name,
                          "owner",
                          owner,
                          "now",
                          Instant.now().toEpochMilli(),
                          "until",
                          Instant.now().plus(LENGTH).toEpochMilli()))
                  .hasNext());
    }
  }

  /**
   * A constraint whose creation was broken off, since Neo4j had only just started and was too slow
   * to answer, leaves its index behind, and could never be made again beside that.
   */
  private static void dropOrphan(Session session) {
    boolean orphaned =
        session
            .run(
                """
                SHOW INDEXES YIELD name, owningConstraint
                WHERE name = 'lease_name' AND owningConstraint IS NULL
                """)
            .hasNext();
    if (orphaned) {
      session.run("DROP INDEX lease_name IF EXISTS").consume();
    }
  }

  void release() {
    try (Session session = driver.session(sessions)) {
      session
          .run(
              "MATCH (l:Lease {name: $name, owner: $owner}) REMOVE l.owner, l.until",
              Map.of("name", name, "owner", owner))
          .consume();
    }
  }
}
