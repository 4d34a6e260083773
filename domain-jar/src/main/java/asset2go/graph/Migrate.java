package asset2go.graph;

import asset2go.settings.Environment;
import asset2go.settings.Role;
import asset2go.settings.Settings;
import asset2go.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Brings the schema of Neo4j up to date without a server: {@code migrate} in the containers. Every
 * server does the same at its start; this is for doing it before, or for seeing that it was done.
 */
public final class Migrate {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Migrate() {}

  /** With the role's name. Exits with 1, and one line that says why, where it cannot be done. */
  public static void main(String[] arguments) throws InterruptedException {
    String refusal;
    try {
      Settings settings = Settings.load(new Environment(), Role.named(arguments[0]));
      refusal = migrate(settings.neo4j());
    } catch (SettingsException wrong) {
      refusal = wrong.getMessage();
    }
    if (refusal != null) {
      System.err.println(refusal);
      System.exit(1);
    }
  }

  private static @Nullable String migrate(Settings.Neo4j neo4j) throws InterruptedException {
    SessionConfig sessions = SessionConfig.forDatabase(neo4j.database());
    try (Driver driver =
        GraphDatabase.driver(
            neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password().reveal()))) {
      driver.verifyConnectivity();
      SchemaMigrations migrations = new SchemaMigrations(driver, sessions);
      Instant end = Instant.now().plus(PATIENCE);
      while (!migrations.apply()) {
        if (Instant.now().isAfter(end)) {
          return "Another instance has been applying the migrations for five minutes.";
        }
        System.out.println("Another instance is applying the migrations; waiting for it.");
        new CountDownLatch(1).await(2, TimeUnit.SECONDS);
      }
      System.out.printf(
          "The schema of database %s is up to date: %d migrations, the last is %s.%n",
          neo4j.database(), SchemaMigrations.SCRIPTS.size(), SchemaMigrations.SCRIPTS.getLast());
      return null;
    } catch (AuthenticationException refused) {
      return "Neo4j refuses NEO4J_USER with NEO4J_PASSWORD.";
    } catch (Neo4jException broken) {
      return "Neo4j at NEO4J_URI=%s: %s".formatted(neo4j.uri(), broken.getMessage());
    }
  }
}
