package asset2go.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * Brings the schema up to date, once, however many instances start together. A lease of ours guards
 * the run, since the library's own lock outlives a killed process: whoever has the lease may clear
 * a lock that it finds.
 */
final class SchemaMigrations {

  /** Every migration, in order; named here because class-path scanning differs between servers. */
  static final List<String> SCRIPTS =
      List.of(
          "V001__Identity.cypher",
          "V002__Inventory.cypher",
          "V003__Jobs.cypher",
          "V010__Imports.cypher",
          "V011__Schedules.cypher",
          "V020__Catalogue.cypher",
          "V021__Custody.cypher",
          "V022__Rights.cypher",
          "V023__Bookings.cypher",
          "V024__Placements.cypher",
          "V025__Lists.cypher",
          "V026__Maintenance.cypher",
          "V027__StockTakes.cypher",
          "V028__Kits.cypher",
          "V029__FaultReports.cypher",
          "V030__Filters.cypher",
          "V031__Calibrations.cypher",
          "V032__FaultNotices.cypher",
          "V033__Orders.cypher",
          "V034__Audit.cypher",
          "V035__ImportUndo.cypher");

  private final Driver driver;
  private final SessionConfig sessions;

  SchemaMigrations(Driver driver, SessionConfig sessions) {
    this.driver = driver;
    this.sessions = sessions;
  }

  /** Applies what is missing; false while another instance is at it. */
  boolean apply() {
    Lease lease = new Lease(driver, sessions, "migrations");
    if (!lease.take()) {
      return false;
    }
    try (ScheduledExecutorService renewal =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("migrations-lease").daemon().unstarted(task))) {
      renewal.scheduleAtFixedRate(lease::take, 5, 5, TimeUnit.SECONDS);
      clearStaleLock();
      migrations().apply();
      renewal.shutdownNow();
    } finally {
      lease.release();
    }
    return true;
  }

  private void clearStaleLock() {
    try (Session session = driver.session(sessions)) {
      session.run("MATCH (l:__Neo4jMigrationsLock) DELETE l").consume();
    }
  }

  private Migrations migrations() {
    MigrationsConfig config =
        MigrationsConfig.builder()
            .withLocationsToScan("classpath:neo4j/migrations")
            .withDatabase(sessions.database().orElse(null))
            // Neo4j takes no data in a transaction that has changed the schema. Every statement can
            // be repeated, so that a script that broke off begins anew.
            .withTransactionMode(MigrationsConfig.TransactionMode.PER_STATEMENT)
            .withResourceScanner(locations -> scripts())
            .build();
    return new Migrations(config, driver);
  }

  private static List<URL> scripts() {
    ClassLoader loader = SchemaMigrations.class.getClassLoader();
    return SCRIPTS.stream()
        .map(
            name ->
                Objects.requireNonNull(
                    loader.getResource("neo4j/migrations/" + name), () -> name + " is missing"))
        .toList();
  }
}
