package asset2go.graph;

import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Neo4j as the domain sees it: transactions that commit whole or not at all, and that answer {@link
 * DomainError.Unavailable} rather than hang when the store does not.
 */
@ApplicationScoped
public class Graph {

  private static final int POOL = 50;

  private @Inject Settings settings;
  private @Inject Instance<Witness> witnesses;
  private final InFlight calls = new InFlight();
  private @Nullable Pulse pulse;
  private @Nullable Connections connections;
  private SessionConfig readSessions = SessionConfig.defaultConfig();
  private SessionConfig writeSessions = SessionConfig.defaultConfig();

  @PostConstruct
  void connect() {
    connections = new Connections(() -> connect(POOL));
    readSessions = sessions(AccessMode.READ);
    writeSessions = sessions(AccessMode.WRITE);
    pulse = new Pulse(() -> connect(1), calls, connections);
    pulse.start();
  }

  private Driver connect(int pool) {
    Settings.Neo4j neo4j = settings.neo4j();
    return GraphDatabase.driver(
        neo4j.uri(),
        AuthTokens.basic(neo4j.user(), neo4j.password().reveal()),
        Config.builder()
            .withConnectionTimeout(1, TimeUnit.SECONDS)
            .withConnectionAcquisitionTimeout(1500, TimeUnit.MILLISECONDS)
            .withMaxConnectionPoolSize(pool)
            .withUserAgent("asset2go")
            .build());
  }

  private SessionConfig sessions(AccessMode mode) {
    return SessionConfig.builder()
        .withDatabase(settings.neo4j().database())
        .withDefaultAccessMode(mode)
        .build();
  }

  /** Reads in one transaction. */
  public <T> T read(Work<T> work) {
    return run(false, work);
  }

  /**
   * Reads, in one transaction, what is going to be kept: in a cluster from the leader, since a
   * follower may not know yet what was just changed.
   */
  public <T> T readToKeep(Work<T> work) {
    return run(settings.neo4j().uri().getScheme().startsWith("neo4j"), work);
  }

  /** Reads and writes in one transaction, and does what is to follow its commit. */
  public <T> T write(Work<T> work) {
    return run(true, work);
  }

  /** Whether Neo4j answered lately. */
  public boolean alive() {
    return pulse != null && !pulse.lost();
  }

  /**
   * The driver itself, for what manages its own transactions: migrations. It may be closed at any
   * moment: when Neo4j falls silent another takes its place.
   */
  Driver driver() {
    return connections().driver();
  }

  private Connections connections() {
    if (connections == null) {
      throw new IllegalStateException("not connected");
    }
    return connections;
  }

  private <T> T run(boolean writes, Work<T> work) {
    Duration patience = Patience.current();
    Tries tries = new Tries(patience);
    while (true) {
      waitForPulse(patience);
      try {
        return attempt(writes, work, patience);
      } catch (Neo4jException e) {
        if (!tries.again(e)) {
          throw translate(e);
        }
      }
    }
  }

  private <T> T attempt(boolean writes, Work<T> work, Duration patience) {
    Duration limit =
        patience.isZero() ? Patience.IMPATIENT_TRANSACTION : Patience.PATIENT_TRANSACTION;
    Transaction transaction;
    T result;
    try (Connections.Line line = connections().use();
        InFlight.Call call = calls.enter(patience, limit.plus(Patience.LATE_ANSWER))) {
      AsyncSession session =
          line.driver().session(AsyncSession.class, writes ? writeSessions : readSessions);
      try {
        AsyncTransaction bolt =
            call.await(
                session.beginTransactionAsync(
                    TransactionConfig.builder().withTimeout(limit).build()));
        transaction = new Transaction(bolt, call);
        result = work.in(transaction);
        tell(transaction, Witness::committing);
        commit(bolt, call, patience);
        signOfLife();
      } finally {
        // Rolls back what was not committed. There is nothing in its answer to wait for.
        session.closeAsync();
      }
    }
    tell(transaction, Witness::committed);
    transaction.committed();
    return result;
  }

  private void tell(Transaction transaction, BiConsumer<Witness, Set<String>> what) {
    Set<String> touched = transaction.touched();
    if (!touched.isEmpty()) {
      witnesses.forEach(witness -> what.accept(witness, touched));
    }
  }

  /**
   * A connection that breaks while a commit is under way leaves open whether it happened. Jobs find
   * out by what they left in the graph; a user is told.
   */
  private static void commit(AsyncTransaction bolt, InFlight.Call call, Duration patience) {
    try {
      call.await(bolt.commitAsync());
    } catch (ServiceUnavailableException | SessionExpiredException e) {
      if (patience.isZero()) {
        throw new DomainError.Unavailable(
            "The database went away while it was saving; look whether it did.", e);
      }
      throw e;
    }
  }

  private void signOfLife() {
    if (pulse != null) {
      pulse.sign();
    }
  }

  private void waitForPulse(Duration patience) {
    if (pulse == null || !pulse.lost()) {
      return;
    }
    try {
      if (!pulse.await(patience)) {
        throw new DomainError.Unavailable("The database does not answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainError.Unavailable("Shutting down.", e);
    }
  }

  private static RuntimeException translate(Neo4jException e) {
    if (e.code().equals("Neo.ClientError.Schema.ConstraintValidationFailed")) {
      return new ConstraintViolated(String.valueOf(e.getMessage()), e);
    }
    if (e.code().startsWith("Neo.ClientError.Transaction.")) {
      return new DomainError.Unavailable("The database took too long.", e);
    }
    if (e instanceof TransientException) {
      return new DomainError.Unavailable("The database is busy with others who want the same.", e);
    }
    boolean ourFault = e instanceof ClientException && !(e instanceof AuthenticationException);
    return ourFault ? e : new DomainError.Unavailable("The database does not answer.", e);
  }

  @PreDestroy
  void close() {
    if (pulse != null) {
      pulse.close();
    }
    if (connections != null) {
      connections.close();
    }
  }
}
