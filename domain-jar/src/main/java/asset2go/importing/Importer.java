package asset2go.importing;

import asset2go.csv.BrokenCsv;
import asset2go.csv.CsvRow;
import asset2go.csv.Rows;
import asset2go.files.Files;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Patience;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does a run: counts the file, takes its rows in batches, then those that had to wait for others.
 * Each batch is one transaction that moves the run's position by compare-and-set, so that whoever
 * takes a run up, after whatever happened, goes on exactly behind the last batch that committed.
 */
@ApplicationScoped
public class Importer {

  /**
   * The job that does a run; its payload is {@code {"runId": …}}. However long a file is, it goes
   * on: whoever takes it up continues behind the last batch.
   */
  @Produces
  public static final JobKind KIND =
      new JobKind(
          "import",
          Lane.BULK,
          JobKind.AS_MANY_AS_FIT,
          null,
          10,
          Duration.ofSeconds(2),
          Set.of("runId"),
          true);

  private static final Logger LOG = Logger.getLogger(Importer.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int BATCH_ROWS = 1000;
  private static final int BATCH_CHARACTERS = 2_000_000;
  private static final int TRIES = 8;

  /** The worker that does it. */
  public interface Watch {
    /** Whether to stop after this batch; the run is taken up again later. */
    boolean stopRequested();

    /** A batch has committed. */
    void progressed(long processed, @Nullable Long total);
  }

  /** The worker wants to go; the run is as its last batch left it. */
  public static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super("The import was interrupted; it goes on where its last batch ended.");
    }
  }

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Files files;

  /**
   * Does a run, or goes on with it, to its end.
   *
   * @param jobId the outbox node that is done with it
   */
  public void run(String jobId, String runId, Watch watch) throws Exception {
    Patience.with(
        PATIENCE,
        () -> {
          patiently(jobId, runId, watch);
          return runId;
        });
  }

  private void patiently(String jobId, String runId, Watch watch) {
    try {
      Optional<Run> begun =
          tried(() -> graph.write(tx -> Progress.begin(tx, outbox, jobId, runId)));
      while (begun.isPresent() && !goOn(begun.get(), watch)) {
        begun = tried(() -> graph.write(tx -> Progress.begin(tx, outbox, jobId, runId)));
      }
      if (begun.isPresent()) {
        tried(() -> graph.write(tx -> Progress.complete(tx, outbox, jobId, runId)));
      }
    } catch (DomainError.Invalid e) {
      fail(jobId, runId, e.errors().get(0).message());
    } catch (BrokenCsv | DomainError.NotFound e) {
      fail(jobId, runId, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether a file that was sent earlier is still to be written: files build on one another, assets
   * on locations and dependencies on assets, and whoever sends them need not wait in between.
   */
  public boolean mustWait(String runId) {
    return graph.read(tx -> Progress.isBehindAnother(tx, runId));
  }

  /** Ends a run that cannot be done, whatever is tried. */
  public void fail(String jobId, String runId, String message) {
    LOG.log(Level.WARNING, "Import {0} failed: {1}", new Object[] {runId, message});
    graph.write(tx -> Progress.fail(tx, outbox, jobId, runId, message));
  }

  /** False where somebody else has moved the run meanwhile, so that it has to be read again. */
  private boolean goOn(Run begun, Watch watch) {
    Run run = begun;
    if (run.total() == null) {
      Survey survey = Survey.of(files, run);
      run = tried(() -> graph.write(tx -> Progress.surveyed(tx, begun.id(), survey)));
    }
    Known comes = run.dryRun() ? Survey.keys(files, run) : new Known();
    return (run.aside() || file(run, comes, watch)) && aside(run, comes, watch);
  }

  private boolean file(Run begun, Known comes, Watch watch) {
    Run run = begun;
    try (Rows rows = Rows.of(files.get(run.object()), run.dialect())) {
      Columns columns = run.columns(Survey.header(rows.next()));
      for (long i = 0; i < run.position() && rows.hasNext(); i++) {
        rows.next();
      }
      Batch.Kind kind = new Batch.Kind(run.kind(), columns, comes, new Memory());
      while (rows.hasNext()) {
        Batch batch = Batch.of(kind, next(rows));
        Run from = run;
        Optional<Run> to = run.dryRun() ? rehearse(from, batch) : write(from, batch);
        if (to.isEmpty()) {
          return false;
        }
        run = to.get();
        pause(run, watch);
      }
    }
    Run end = run;
    return tried(() -> graph.write(tx -> Progress.fileRead(tx, end)));
  }

  private static List<CsvRow> next(Rows rows) {
    List<CsvRow> batch = new ArrayList<>();
    int characters = 0;
    while (rows.hasNext() && batch.size() < BATCH_ROWS && characters < BATCH_CHARACTERS) {
      CsvRow row = rows.next();
      characters += row.size();
      batch.add(row);
    }
    return batch;
  }

  /** One batch; empty where the run is no longer where it was read. */
  private Optional<Run> write(Run from, Batch batch) {
    return tried(
        () ->
            graph.write(
                tx ->
                    Progress.isAt(tx, from)
                        ? Optional.of(Progress.move(tx, from, batch, batch.run(tx, from, false)))
                        : Optional.empty()));
  }

  private Optional<Run> rehearse(Run from, Batch batch) {
    Outcome outcome = tried(() -> graph.read(tx -> batch.run(tx, from, false)));
    return tried(
        () ->
            graph.write(
                tx ->
                    Progress.isAt(tx, from)
                        ? Optional.of(Progress.move(tx, from, batch, outcome))
                        : Optional.empty()));
  }

  /** Takes the rows that waited, round by round, until a round leaves all of them waiting. */
  private boolean aside(Run begun, Known comes, Watch watch) {
    Columns columns = null;
    Memory memory = new Memory();
    boolean last = false;
    while (true) {
      long cursor = 0;
      long done = 0;
      long seen = 0;
      while (true) {
        List<CsvRow> waiting = waiting(begun.id(), cursor);
        if (waiting.isEmpty()) {
          break;
        }
        if (columns == null) {
          columns = columns(begun);
        }
        Batch batch = Batch.of(new Batch.Kind(begun.kind(), columns, comes, memory), waiting);
        boolean noMore = last;
        Optional<Outcome> settled =
            tried(
                () ->
                    graph.write(
                        tx -> {
                          Run now = Progress.lock(tx, begun.id());
                          return now.finished() || !Progress.stillWaiting(tx, now, waiting)
                              ? Optional.empty()
                              : Optional.of(
                                  Progress.settle(tx, now, batch, batch.run(tx, now, noMore)));
                        }));
        if (settled.isEmpty()) {
          return false;
        }
        Outcome outcome = settled.get();
        cursor = waiting.get(waiting.size() - 1).line();
        seen += waiting.size();
        done += outcome.processed();
        if (watch.stopRequested()) {
          throw new Interrupted();
        }
      }
      if (seen == done) {
        return true;
      }
      last = done == 0;
    }
  }

  private List<CsvRow> waiting(String runId, long after) {
    return tried(() -> graph.read(tx -> Progress.waiting(tx, runId, after, BATCH_ROWS)));
  }

  private Columns columns(Run run) {
    try (Rows rows = Rows.of(files.get(run.object()), run.dialect())) {
      return run.columns(Survey.header(rows.next()));
    }
  }

  private static void pause(Run run, Watch watch) {
    watch.progressed(run.processed(), run.total());
    if (watch.stopRequested()) {
      throw new Interrupted();
    }
  }

  /** Repeats what another writer got in the way of. */
  private static <T> T tried(Supplier<T> action) {
    for (int attempt = 1; ; attempt++) {
      try {
        return action.get();
      } catch (DomainError.Unavailable | ConstraintViolated | Memory.Outdated e) {
        if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.log(Level.FINE, "A batch is repeated", e);
      }
    }
  }
}
