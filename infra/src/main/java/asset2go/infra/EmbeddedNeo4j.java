package asset2go.infra;

import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnector.EncryptionLevel;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.dbms.api.DatabaseNotFoundException;
import org.neo4j.io.ByteUnit;

/** Neo4j Community over Bolt, with the user, password and database name that are asked for. */
final class EmbeddedNeo4j implements Store {
  private final DatabaseManagementService server;
  private final String database;

  private EmbeddedNeo4j(DatabaseManagementService server, String database) {
    this.server = server;
    this.database = database;
  }

  static EmbeddedNeo4j start(Wanted wanted) {
    var address = wanted.address("NEO4J_URI", 7687);
    address.requireFree();
    var database = wanted.text("NEO4J_DATABASE");
    var neo4j = new EmbeddedNeo4j(build(wanted, address, database), database);
    try {
      neo4j.requireDatabase();
      neo4j.admit(wanted.text("NEO4J_USER"), wanted.secret("NEO4J_PASSWORD"));
      return neo4j;
    } catch (RuntimeException e) {
      neo4j.close();
      throw e;
    }
  }

  private static DatabaseManagementService build(Wanted wanted, Address address, String database) {
    var socket = new SocketAddress(address.host(), address.port());
    var told = new SocketAddress(wanted.host("NEO4J_URI"), address.port());
    try {
      return new DatabaseManagementServiceBuilder(wanted.folder().resolve("neo4j"))
          .setConfig(BoltConnector.enabled, true)
          .setConfig(BoltConnector.listen_address, socket)
          .setConfig(BoltConnector.advertised_address, told)
          .setConfig(BoltConnector.encryption_level, EncryptionLevel.DISABLED)
          .setConfig(GraphDatabaseSettings.auth_enabled, true)
          .setConfig(GraphDatabaseSettings.auth_minimum_password_length, 1)
          // A browser of ours may know an old password for a while: that must not lock everyone
          // out.
          .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
          .setConfig(GraphDatabaseSettings.initial_default_database, database)
          .setConfig(GraphDatabaseSettings.pagecache_memory, pageCache())
          .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
          .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
          .setConfig(GraphDatabaseSettings.keep_logical_logs, "64M size")
          .setConfig(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(2))
          .setConfig(GraphDatabaseSettings.udc_enabled, false)
          // Otherwise Bolt waits 10 s for clients that are gone already.
          .setConfig(
              GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period,
              Duration.ofMillis(50))
          .setConfig(
              GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(2))
          .build();
    } catch (RuntimeException e) {
      throw new CannotStart("Neo4j does not start: " + rootMessage(e), e);
    }
  }

  /**
   * Bytes of the store that are kept in memory: a sixteenth of what the machine or container has,
   * since the three services live beside it; a million assets are 5 GiB on disk, with their
   * indexes.
   */
  private static long pageCache() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.clamp(
        system.getTotalMemorySize() / 16, ByteUnit.mebiBytes(256), ByteUnit.gibiBytes(2));
  }

  private static String rootMessage(Throwable problem) {
    var root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  /** The name is given when the data are first written; Community has one database of ours. */
  private void requireDatabase() {
    try {
      server.database(database);
    } catch (DatabaseNotFoundException other) {
      throw new CannotStart(
          "The data on disk hold the databases "
              + server.listDatabases()
              + ", but NEO4J_DATABASE asks for "
              + database
              + ". Set it back, or start with an empty folder.",
          other);
    }
  }

  /** At every start, so that a changed password in the settings is a changed password here. */
  private void admit(String user, String password) {
    if (password.isEmpty()) {
      throw new CannotStart("NEO4J_PASSWORD is not set.");
    }
    var statement =
        "neo4j".equals(user)
            ? "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED"
            : "CREATE OR REPLACE USER $user SET PASSWORD $password CHANGE NOT REQUIRED";
    try {
      server
          .database(SYSTEM_DATABASE_NAME)
          .executeTransactionally(statement, Map.of("user", user, "password", password));
    } catch (RuntimeException e) {
      // An unchanged password is refused; that is as good as a changed one.
      if (!rootMessage(e).contains("cannot be the same")) {
        throw new CannotStart("NEO4J_PASSWORD cannot be set: " + rootMessage(e), e);
      }
    }
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
