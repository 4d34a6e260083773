package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetList;
import asset2go.asset.AssetQuery;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Limit;
import asset2go.view.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs over many assets: begun, looked at, stopped, taken back. {@link BulkWork} does them. */
@ApplicationScoped
public class BulkRuns {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private @Inject Graph graph;
  private @Inject Outbox outbox;

  /**
   * Begins one.
   *
   * @throws DomainError.Invalid where it does not say which assets, or what to do with them
   */
  public BulkRun start(Actor actor, BulkDraft draft) {
    check(draft);
    String id = Ids.next();
    Map<String, @Nullable Object> properties = properties(actor, id, draft.kind());
    properties.put("dryRun", Boolean.TRUE.equals(draft.dryRun()));
    JsonObject patch = patch(draft);
    properties.put("patch", patch == null ? null : patch.toString());
    properties.put(
        "transition", draft.transition() == null ? null : JSONB.toJson(draft.transition()));
    List<String> ids = draft.ids() == null ? null : List.copyOf(new LinkedHashSet<>(draft.ids()));
    String query = ids == null ? ListQuery.checked(String.valueOf(draft.query())) : null;
    properties.put("query", query);
    return graph.write(
        tx -> {
          create(tx, properties);
          if (query != null) {
            AssetList.check(tx, actor, AssetQuery.of(query));
          }
          if (ids != null) {
            addItems(tx, id, 0, ids);
            selected(tx, id, ids.size());
          }
          order(tx, id, actor.requestId());
          return RunView.one(tx, actor, id);
        });
  }

  private static void check(BulkDraft draft) {
    if ((draft.ids() == null) == (draft.query() == null)) {
      throw new DomainError.Invalid(
          "ids", Fault.REQUIRED, "must say which assets: by ids or by a query, not by both");
    }
    if (draft.ids() != null && draft.ids().isEmpty()) {
      throw new DomainError.Invalid("ids", Fault.REQUIRED, "must name an asset");
    }
    switch (draft.kind()) {
      case EDIT -> DraftPatch.check(patch(draft), DraftPatch.EDITED);
      case MOVE -> DraftPatch.check(patch(draft), DraftPatch.PLACE);
      case TRANSITION -> {
        if (draft.transition() == null) {
          throw new DomainError.Invalid("transition", Fault.REQUIRED, "must say which step");
        }
      }
      case TRASH -> {}
      case UNDO, UNDO_IMPORT ->
          throw new DomainError.Invalid("kind", Fault.INVALID, "POST /v1/bulk/{id}/undo undoes");
    }
  }

  private static @Nullable JsonObject patch(BulkDraft draft) {
    return draft.patch() == null ? null : Json.createObjectBuilder(draft.patch()).build();
  }

  private static Map<String, @Nullable Object> properties(Actor actor, String id, BulkKind kind) {
    Map<String, @Nullable Object> properties =
        map(
            "id",
            id,
            "kind",
            kind,
            "state",
            BulkState.QUEUED,
            "dryRun",
            false,
            "changed",
            0L,
            "unchanged",
            0L,
            "refused",
            0L,
            "actorId",
            actor.id(),
            "actorName",
            actor.name(),
            "requestId",
            actor.requestId(),
            "createdAt",
            Instant.now());
    properties.putAll(Limit.kept(actor.scope()));
    return properties;
  }

  private static void create(Transaction tx, Map<String, @Nullable Object> properties) {
    tx.run("CREATE (r:BulkRun) SET r = $properties", map("properties", properties));
  }

  /** Adds items behind those that there are. */
  static void addItems(Transaction tx, String runId, long behind, List<String> assetIds) {
    tx.run(
        """
        UNWIND range(0, size($ids) - 1) AS i
        CREATE (:BulkItem {runId: $run, seq: $behind + i + 1, assetId: $ids[i]})
        """,
        map("run", runId, "behind", behind, "ids", assetIds));
  }

  /** All that are meant are known. */
  static void selected(Transaction tx, String runId, long total) {
    tx.run("MATCH (r:BulkRun {id: $id}) SET r.total = $total", map("id", runId, "total", total));
  }

  private void order(Transaction tx, String id, String requestId) {
    String payload = Json.createObjectBuilder().add("runId", id).build().toString();
    outbox.append(tx, new Job(BulkWork.KIND, payload, requestId));
  }

  public BulkRun get(Actor actor, String id) {
    return graph.read(tx -> RunView.one(tx, actor, id));
  }

  /** The actor's own, the newest first; who sees everything sees all. */
  public Page<BulkRun> list(Actor actor, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    List<BulkRun> found =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (r:BulkRun)
                    WHERE r.id < $after AND ($all OR r.actorId = $actor)
                    RETURN r{.*} AS run
                    ORDER BY r.id DESC LIMIT $limit
                    """,
                    map(
                        "after",
                        after == null ? "g" : after,
                        "all",
                        actor.scope().isEverything(),
                        "actor",
                        actor.id(),
                        "limit",
                        most + 1),
                    row -> RunView.of(row.get("run"))));
    List<BulkRun> shown = found.stream().limit(most).toList();
    return new Page<>(shown, found.size() > most ? shown.get(most - 1).id() : null, null);
  }

  /** What became of each asset, in order; the cursor is the number of the last one shown. */
  public Page<BulkItem> items(
      Actor actor,
      String id,
      @Nullable String outcome,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    long from = after == null ? 0 : number(after);
    BulkOutcome only = outcome(outcome);
    return graph.read(
        tx -> {
          RunView.one(tx, actor, id);
          List<BulkItem> found =
              tx.list(
                  """
                  MATCH (i:BulkItem)
                  WHERE i.runId = $id AND i.seq > $from AND ($only IS NULL OR i.outcome = $only)
                  RETURN i{.*} AS item
                  ORDER BY i.seq LIMIT $limit
                  """,
                  map("id", id, "from", from, "only", only, "limit", most + 1),
                  row -> RunView.item(row.get("item")));
          List<BulkItem> shown = found.stream().limit(most).toList();
          String next = found.size() > most ? String.valueOf(shown.get(most - 1).seq()) : null;
          return new Page<>(shown, next, null);
        });
  }

  private static @Nullable BulkOutcome outcome(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    return Stream.of(BulkOutcome.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new DomainError.Malformed("outcome", "must be changed, unchanged or refused"));
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  /** Stops a run: the asset that is being changed is the last one. */
  public BulkRun cancel(Actor actor, String id) {
    return graph.write(
        tx -> {
          RunView.lock(tx, id);
          BulkRun run = RunView.one(tx, actor, id);
          if (run.state() == BulkState.CANCELLED) {
            return run;
          }
          if (!RunView.isOpen(run.state())) {
            throw new DomainError.Conflict("It has ended already.");
          }
          BulkWork.end(tx, id, BulkState.CANCELLED, null);
          return RunView.one(tx, actor, id);
        });
  }

  /**
   * Takes a run back, the last asset first.
   *
   * @throws DomainError.Conflict where it cannot be taken back, or has been
   */
  public BulkRun undo(Actor actor, String id) {
    String undoId = Ids.next();
    return graph.write(
        tx -> {
          RunView.lock(tx, id);
          BulkRun run = RunView.one(tx, actor, id);
          if (!run.undoable()) {
            throw new DomainError.Conflict(
                run.undoneBy() == null
                    ? "This cannot be taken back."
                    : "This has been taken back already.");
          }
          Map<String, @Nullable Object> properties = properties(actor, undoId, BulkKind.UNDO);
          properties.put("undoes", id);
          create(tx, properties);
          String action =
              switch (run.kind()) {
                case TRASH -> "RESTORE";
                case TRANSITION -> "STEP";
                default -> "PATCH";
              };
          long total = copyChanged(tx, id, undoId, action);
          selected(tx, undoId, total);
          tx.run(
              "MATCH (r:BulkRun {id: $id}) SET r.undoneBy = $undo", map("id", id, "undo", undoId));
          order(tx, undoId, actor.requestId());
          return RunView.one(tx, actor, undoId);
        });
  }

  /**
   * Begins to take an import back, or only says what would become of each asset; which ones are
   * meant is noted by the worker.
   *
   * @return id of the run
   */
  public BulkRun undoImport(Transaction tx, Actor actor, String importId, boolean dryRun) {
    String id = Ids.next();
    Map<String, @Nullable Object> properties = properties(actor, id, BulkKind.UNDO_IMPORT);
    properties.put("undoes", importId);
    properties.put("dryRun", dryRun);
    create(tx, properties);
    order(tx, id, actor.requestId());
    return RunView.one(tx, actor, id);
  }

  private static long copyChanged(Transaction tx, String id, String undoId, String action) {
    return tx.one(
            """
            MATCH (i:BulkItem)
            WHERE i.runId = $id AND i.seq > 0 AND i.outcome = 'CHANGED'
            WITH i ORDER BY i.seq DESC
            WITH collect(i) AS items
            UNWIND range(0, size(items) - 1) AS n
            WITH items[n] AS i, n
            CREATE (:BulkItem {runId: $undo, seq: n + 1, assetId: i.assetId, tag: i.tag,
                               name: i.name, action: $action, expected: i.after,
                               wanted: i.before})
            RETURN count(*) AS total
            """,
            map("id", id, "undo", undoId, "action", action))
        .map(row -> row.get("total").asLong())
        .orElse(0L);
  }
}
