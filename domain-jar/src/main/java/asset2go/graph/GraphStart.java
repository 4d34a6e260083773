package asset2go.graph;

import asset2go.problem.DomainError;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

/**
 * First contact with Neo4j and the migrations, in the background: a server starts while its store
 * is still down, says so, and becomes ready when the store does.
 */
@ApplicationScoped
public class GraphStart {

  private static final Logger LOG = Logger.getLogger(GraphStart.class.getName());

  private @Inject Graph graph;
  private @Inject asset2go.settings.Settings settings;
  private @Inject Event<GraphReady> ready;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("neo4j-start").daemon().unstarted(task));
  private volatile boolean done;
  private String lastComplaint = "";

  /** Each module of an EAR announces its own start; the first one counts. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    if (begun.compareAndSet(false, true)) {
      timer.execute(this::attempt);
    }
  }

  /** Whether first contact was made and every migration is applied. */
  public boolean isReady() {
    return done;
  }

  private void attempt() {
    Driver driver = graph.driver();
    try {
      SessionConfig sessions = SessionConfig.forDatabase(settings.neo4j().database());
      if (new SchemaMigrations(driver, sessions).apply()) {
        ready.fire(new GraphReady());
        done = true;
        LOG.info("Neo4j is reached and its schema is up to date.");
        return;
      }
      complain("Another instance is applying the migrations; waiting for it.", null);
    } catch (AuthenticationException e) {
      complain("Neo4j refuses NEO4J_USER with NEO4J_PASSWORD; trying again every second.", null);
    } catch (TransientException e) {
      // Several begin on an empty store at the same moment: one of them gets on, the others wait.
      complain("Another instance is applying the migrations; waiting for it.", null);
    } catch (DomainError.Unavailable | ServiceUnavailableException e) {
      complainOfSilence();
    } catch (RuntimeException e) {
      // A silence that was noticed elsewhere has closed the driver under our hands: that is how the
      // migrations, which know no time limit, get out of a connection that nobody answers.
      if (driver != graph.driver()) {
        complainOfSilence();
      } else {
        complain("Neo4j cannot be prepared: " + e.getMessage(), e);
      }
    }
    timer.schedule(this::attempt, 1, TimeUnit.SECONDS);
  }

  private void complainOfSilence() {
    complain(
        "Neo4j does not answer at NEO4J_URI=%s; trying again every second."
            .formatted(settings.neo4j().uri()),
        null);
  }

  /** Says a thing once, however often it is tried. */
  private void complain(String complaint, @org.jspecify.annotations.Nullable Throwable cause) {
    if (!complaint.equals(lastComplaint)) {
      lastComplaint = complaint;
      LOG.log(Level.WARNING, complaint, cause);
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
