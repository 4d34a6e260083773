package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.bulk.BulkRun;
import asset2go.bulk.BulkRuns;
import asset2go.catalogue.CustomFields;
import asset2go.csv.Dialect;
import asset2go.csv.Head;
import asset2go.files.Files;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The import runs: started, looked at, stopped. What a run does is {@link Importer}. */
@ApplicationScoped
public class ImportRuns {

  private static final Logger LOG = Logger.getLogger(ImportRuns.class.getName());
  private static final int ERRORS_PAGE = 1000;

  /** What a person asks for. */
  public record Wish(
      ImportKind kind,
      String fileName,
      boolean dryRun,
      boolean createMissing,
      Map<String, String> mapping) {}

  private @Inject Graph graph;
  private @Inject Outbox outbox;
  private @Inject Files files;
  private @Inject CustomFields customFields;
  private @Inject BulkRuns bulk;

  /**
   * A file that lies in the store for a run that is yet to be written.
   *
   * @param id the run's
   * @param object its name in the store
   * @param head its beginning
   */
  public record Received(String id, String object, Head.Bytes head) {}

  /** Takes the beginning of a file; the rest is left in the stream. */
  public Head.Bytes begin(InputStream file) {
    try {
      return Head.Bytes.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at a file without keeping it. */
  public ImportPreview preview(
      Actor actor, ImportKind kind, Head.Bytes file, Map<String, String> mapping) {
    return Inspection.of(kind, file, mapping, customFields.names(actor)).preview();
  }

  /**
   * Puts a file into the store before everything is known of it: it flows there as it arrives. What
   * does not become a run is to be {@linkplain #discard discarded}.
   *
   * @throws DomainError.Invalid where it is hopeless as whatever; nothing is kept then
   * @throws UncheckedIOException where the stream breaks off; nor then
   */
  public Received receive(InputStream file) {
    Head.Bytes bytes = begin(file);
    Head.of(bytes, Columns::isKnown);
    String id = Ids.next();
    String object = "imports/" + id;
    files.put(object, bytes.with(file), "text/csv");
    return new Received(id, object, bytes);
  }

  /** Removes a file that becomes no run. */
  public void discard(Received file) {
    try {
      files.delete(file.object());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A file of no import is left in the store: " + file.object(), e);
    }
  }

  /**
   * Makes a run of a file that was received.
   *
   * @throws DomainError.Invalid where the file is hopeless; it is discarded then
   */
  public ImportRun start(Actor actor, Wish wish, Received file) {
    try {
      Inspection seen =
          Inspection.of(wish.kind(), file.head(), wish.mapping(), customFields.names(actor));
      seen.columns().check(wish.mapping());
      create(
          actor,
          file.id(),
          wish,
          file.object(),
          seen.head().dialect(),
          seen.head().settled(),
          Run.json(seen.columns().mapping()),
          seen.warnings());
    } catch (RuntimeException e) {
      discard(file);
      throw e;
    }
    return get(actor, file.id());
  }

  private void create(
      Actor actor,
      String id,
      Wish wish,
      String object,
      Dialect dialect,
      boolean settled,
      String mapping,
      List<String> warnings) {
    Map<String, @Nullable Object> properties =
        map(
            "id", id,
            "kind", wish.kind(),
            "state", ImportState.QUEUED,
            "dryRun", wish.dryRun(),
            "createMissing", wish.createMissing(),
            "fileName", wish.fileName(),
            "object", object,
            "charset", dialect.charset().name(),
            "delimiter", String.valueOf(dialect.delimiter()),
            "preamble", dialect.preamble(),
            "settled", settled,
            "mapping", mapping,
            "warnings", warnings,
            "actorId", actor.id(),
            "actorName", actor.name(),
            "actorRoles", actor.roles(),
            "requestId", actor.requestId(),
            "createdAt", Instant.now(),
            "aside", false);
    for (String counter :
        List.of(
            "position", "processed", "created", "updated", "unchanged", "failed", "errorCount")) {
      properties.put(counter, 0L);
    }
    graph.write(
        tx -> {
          tx.run("CREATE (r:ImportRun) SET r = $properties", map("properties", properties));
          enqueue(tx, id, actor.requestId());
          return id;
        });
  }

  private void enqueue(Transaction tx, String id, String requestId) {
    outbox.append(tx, new Job(Importer.KIND, Run.json(Map.of("runId", id)), requestId));
  }

  public ImportRun get(Actor actor, String id) {
    return graph.read(tx -> one(tx, actor, id)).view();
  }

  /**
   * The runs, newest first; ids are in the order of time. Who does not see everything sees their
   * own.
   */
  public Page<ImportRun> list(Actor actor, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    List<Run> runs =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (r:ImportRun)
                    WHERE r.id < $after AND ($all OR r.actorId = $actor)
                    RETURN r{.*} AS run
                    ORDER BY r.id DESC
                    LIMIT $limit
                    """,
                    map(
                        "after",
                        after == null ? "g" : after,
                        "limit",
                        most + 1,
                        "all",
                        actor.scope().isEverything(),
                        "actor",
                        actor.id()),
                    row -> Run.of(row.get("run"))));
    boolean more = runs.size() > most;
    List<Run> shown = more ? runs.subList(0, most) : runs;
    return new Page<>(
        shown.stream().map(Run::view).toList(), more ? shown.get(most - 1).id() : null, null);
  }

  /** Stops a run; the batch that is being written is the last one. */
  public ImportRun cancel(Actor actor, String id) {
    Set<ImportState> open = EnumSet.of(ImportState.QUEUED, ImportState.RUNNING);
    Run run =
        graph.write(
            tx -> {
              // The worker's batches write the same node first: the one that waits sees the other.
              tx.run(
                  "MATCH (r:ImportRun {id: $id}) SET r.touchedAt = $now",
                  map("id", id, "now", Instant.now()));
              Run now = one(tx, actor, id);
              if (now.state() == ImportState.CANCELLED) {
                return now;
              }
              if (!open.contains(now.state())) {
                throw new DomainError.Conflict("The import has ended already.");
              }
              tx.run(
                  """
                  MATCH (r:ImportRun {id: $id})
                  SET r.state = $state, r.finishedAt = $now
                  """,
                  map("id", id, "state", ImportState.CANCELLED, "now", Instant.now()));
              return one(tx, id);
            });
    return run.view();
  }

  /** Runs the file of a finished dry run for real. */
  public ImportRun run(Actor actor, String dryRunId) {
    Run dry = graph.read(tx -> one(tx, actor, dryRunId));
    if (!dry.dryRun() || dry.state() != ImportState.COMPLETED) {
      throw new DomainError.Conflict("Only a dry run that has completed can be run for real.");
    }
    if (fileRemoved(dryRunId)) {
      throw new DomainError.Conflict("The file has been removed after its time; send it again.");
    }
    String id = Ids.next();
    create(
        actor,
        id,
        new Wish(dry.kind(), dry.fileName(), false, dry.createMissing(), dry.mapping()),
        dry.object(),
        dry.dialect(),
        dry.settled(),
        Run.json(dry.mapping()),
        dry.warnings());
    return get(actor, id);
  }

  /**
   * Begins to take an import back, or only says what would become of each.
   *
   * @throws DomainError.Conflict where it cannot be taken back, or has been
   */
  public BulkRun undo(Actor actor, String id, boolean dryRun) {
    return graph.write(
        tx -> {
          tx.run(
              "MATCH (r:ImportRun {id: $id}) SET r.touchedAt = $now",
              map("id", id, "now", Instant.now()));
          Run run = one(tx, actor, id);
          if (!run.undoable()) {
            throw new DomainError.Conflict(
                run.undoneBy() == null
                    ? ("Only an import that has ended and changed something can be taken back,"
                            + " within %d days and where it is of up to %,d rows.")
                        .formatted(Run.UNDOABLE.toDays(), Run.MOST_UNDONE)
                    : "This has been taken back already.");
          }
          BulkRun undo = bulk.undoImport(tx, actor, id, dryRun);
          if (!dryRun) {
            tx.run(
                "MATCH (r:ImportRun {id: $id}) SET r.undoneBy = $undo",
                map("id", id, "undo", undo.id()));
          }
          return undo;
        });
  }

  private boolean fileRemoved(String id) {
    return graph.read(
        tx ->
            tx.one(
                    "MATCH (r:ImportRun {id: $id}) WHERE r.fileRemovedAt IS NOT NULL RETURN r.id",
                    Map.of("id", id))
                .isPresent());
  }

  /** What was wrong, by line; the cursor is the number of the last one shown. */
  public Page<ImportError> errors(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.within("limit", limit, 50, ERRORS_PAGE);
    long from = after == null ? 0 : number(after);
    return graph.read(
        tx -> {
          Run run = one(tx, actor, id);
          List<ImportError> found =
              tx.list(
                  """
                  MATCH (e:ImportError {runId: $id})
                  WHERE e.seq > $from
                  RETURN e{.*} AS error
                  ORDER BY e.seq
                  LIMIT $limit
                  """,
                  map("id", id, "from", from, "limit", most + 1),
                  row ->
                      new ImportError(
                          row.get("error").get("line").asLong(),
                          Values.text(row.get("error").get("column")),
                          Values.text(row.get("error").get("value")),
                          row.get("error").get("reason").asString()));
          boolean more = found.size() > most;
          String next = more ? String.valueOf(from + most) : null;
          return new Page<>(
              List.copyOf(more ? found.subList(0, most) : found), next, run.errorCount());
        });
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private static Run one(Transaction tx, Actor actor, String id) {
    Run run = one(tx, id);
    if (!actor.scope().isEverything() && !run.actor().id().equals(actor.id())) {
      throw new DomainError.NotFound("import", id);
    }
    return run;
  }

  static Run one(Transaction tx, String id) {
    return tx.one("MATCH (r:ImportRun {id: $id}) RETURN r{.*} AS run", Map.of("id", id))
        .map(row -> Run.of(row.get("run")))
        .orElseThrow(() -> new DomainError.NotFound("import", id));
  }
}
