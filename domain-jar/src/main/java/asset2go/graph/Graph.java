package asset2go.graph;

import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Neo4j as the domain sees it: transactions that commit whole or not at all, and that answer {@link
 * DomainError.Unavailable} rather than hang when the store does not.
 */
@ApplicationScoped
public class Graph {

  private static final int POOL = 50;

  /** How long a call repeats what others got in the way of, while Neo4j answers. */
  private static final Duration CONTENDED = Duration.ofSeconds(10);

  private @Inject Settings settings;
  private final InFlight calls = new InFlight();
  private @Nullable Pulse pulse;
  private @Nullable Driver driver;
  private SessionConfig readSessions = SessionConfig.defaultConfig();
  private SessionConfig writeSessions = SessionConfig.defaultConfig();

  @PostConstruct
  void connect() {
    driver = connect(POOL, 1500);
    readSessions = sessions(AccessMode.READ);
    writeSessions = sessions(AccessMode.WRITE);
    pulse = new Pulse(() -> connect(1, 0), calls);
    pulse.start();
  }

  private Driver connect(int pool, long retryMillis) {
    Settings.Neo4j neo4j = settings.neo4j();
    return GraphDatabase.driver(
        neo4j.uri(),
        AuthTokens.basic(neo4j.user(), neo4j.password().reveal()),
        Config.builder()
            .withConnectionTimeout(1, TimeUnit.SECONDS)
            .withConnectionAcquisitionTimeout(1500, TimeUnit.MILLISECONDS)
            .withMaxTransactionRetryTime(retryMillis, TimeUnit.MILLISECONDS)
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

  /** Reads and writes in one transaction, and does what is to follow its commit. */
  public <T> T write(Work<T> work) {
    return run(true, work);
  }

  /** Whether Neo4j answered lately. */
  public boolean alive() {
    return pulse != null && !pulse.lost();
  }

  /** The driver itself, for what manages its own transactions: migrations. */
  Driver driver() {
    if (driver == null) {
      throw new IllegalStateException("not connected");
    }
    return driver;
  }

  private <T> T run(boolean writes, Work<T> work) {
    Duration patience = Patience.current();
    waitForPulse(patience);
    AtomicReference<@Nullable Transaction> last = new AtomicReference<>();
    T result;
    try (InFlight.Call call = calls.enter(patience)) {
      result = persist(() -> transact(writes, work, last, call, patience));
    }
    Transaction committed = last.get();
    if (committed != null) {
      committed.committed();
    }
    return result;
  }

  /**
   * The driver tries again for the time in which a dead server must be noticed. A deadlock is no
   * dead server: on a busy one it may take more tries.
   */
  private <T> T persist(Supplier<T> call) {
    long end = System.nanoTime() + CONTENDED.toNanos();
    while (true) {
      try {
        return call.get();
      } catch (DomainError.Unavailable e) {
        if (!(e.getCause() instanceof TransientException)
            || !alive()
            || System.nanoTime() - end > 0
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  private <T> T transact(
      boolean writes,
      Work<T> work,
      AtomicReference<@Nullable Transaction> last,
      InFlight.Call call,
      Duration patience) {
    TransactionConfig limits =
        TransactionConfig.builder()
            .withTimeout(
                patience.isZero() ? Patience.IMPATIENT_TRANSACTION : Patience.PATIENT_TRANSACTION)
            .build();
    try (Session session = driver().session(writes ? writeSessions : readSessions)) {
      T result =
          writes
              ? session.executeWrite(
                  context -> attempt(work, last, new Transaction(context)), limits)
              : session.executeRead(
                  context -> attempt(work, last, new Transaction(context)), limits);
      signOfLife();
      return result;
    } catch (Neo4jException e) {
      throw translate(e);
    } catch (RuntimeException e) {
      if (call.abandoned()) {
        throw new DomainError.Unavailable("The database does not answer.", e);
      }
      throw e;
    }
  }

  private static <T> T attempt(
      Work<T> work, AtomicReference<@Nullable Transaction> last, Transaction transaction) {
    last.set(transaction);
    return work.in(transaction);
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
    if (driver != null) {
      driver.closeAsync();
    }
  }
}
