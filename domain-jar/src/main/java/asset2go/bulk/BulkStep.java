package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Asset;
import asset2go.asset.AssetDraft;
import asset2go.asset.AssetFields;
import asset2go.asset.Assets;
import asset2go.asset.Transition;
import asset2go.asset.Transitions;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.right.Rights;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Does what a run asks with one asset, by the rules for that one, and notes what became of it. */
@ApplicationScoped
class BulkStep {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private @Inject Graph graph;
  private @Inject Assets assets;
  private @Inject Transitions transitions;
  private @Inject Undoing undoing;

  /**
   * What became of it.
   *
   * @param before what it said in the fields of the patch, to take it back
   * @param after what it says there now
   */
  private record Result(
      BulkOutcome outcome,
      @Nullable JsonObject before,
      @Nullable JsonObject after,
      @Nullable FieldError error) {

    static final Result DONE = new Result(BulkOutcome.CHANGED, null, null, null);
  }

  /** Undoes what a dry run has done, and carries what it would have been. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Result result;

    Rehearsed(Result result) {
      super("rehearsed", null, false, false);
      this.result = result;
    }
  }

  /** Takes one; false where the run has ended meanwhile. */
  boolean take(Actor actor, String runId, Value item) {
    try {
      return graph.write(
          tx -> {
            Value run = open(tx, runId, item);
            if (run == null) {
              return isOpen(tx, runId);
            }
            Result result = act(tx, actor, run, item);
            if (run.get("dryRun").asBoolean()) {
              throw new Rehearsed(result);
            }
            note(tx, actor, runId, item, result);
            return true;
          });
    } catch (Rehearsed e) {
      return noteAlone(actor, runId, item, e.result);
    } catch (ConstraintViolated e) {
      return noteAlone(actor, runId, item, refused(Assets.taken(e, null)));
    } catch (DomainError.Unavailable e) {
      throw e;
    } catch (DomainError e) {
      return noteAlone(actor, runId, item, refused(e));
    }
  }

  /** The run, where it goes on and this item is still to be done; both are locked. */
  private static @Nullable Value open(Transaction tx, String runId, Value item) {
    RunView.lock(tx, runId);
    Value run = RunView.node(tx, runId);
    boolean waits =
        tx.one(
                """
                MATCH (i:BulkItem {runId: $run, seq: $seq})
                WHERE i.outcome IS NULL
                RETURN i.seq
                """,
                map("run", runId, "seq", item.get("seq").asLong()))
            .isPresent();
    return waits && RunView.isOpen(RunView.of(run).state()) ? run : null;
  }

  private static boolean isOpen(Transaction tx, String runId) {
    return RunView.isOpen(RunView.of(RunView.node(tx, runId)).state());
  }

  private Result act(Transaction tx, Actor actor, Value run, Value item) {
    String id = item.get("assetId").asString();
    Instant now = Instant.now();
    return switch (BulkKind.valueOf(run.get("kind").asString())) {
      case EDIT, MOVE ->
          patch(tx, actor, id, Objects.requireNonNull(RunView.json(run.get("patch"))), now);
      case TRANSITION ->
          step(
              tx,
              actor,
              id,
              JSONB.fromJson(run.get("transition").asString(), Transition.class),
              now);
      case TRASH -> {
        assets.trash(tx, actor, id, null, now);
        yield Result.DONE;
      }
      case UNDO, UNDO_IMPORT ->
          new Result(undoing.undo(tx, actor, run, item, now), null, null, null);
    };
  }

  private Result patch(Transaction tx, Actor actor, String id, JsonObject patch, Instant now) {
    AtomicReference<JsonObject> before = new AtomicReference<>();
    UnaryOperator<AssetDraft> change =
        draft -> {
          before.set(DraftPatch.of(draft, patch));
          return DraftPatch.apply(draft, patch);
        };
    Asset changed = assets.change(tx, actor, id, null, change, now);
    JsonObject after = DraftPatch.of(AssetFields.draft(changed), patch);
    boolean same = after.equals(before.get());
    return new Result(
        same ? BulkOutcome.UNCHANGED : BulkOutcome.CHANGED, before.get(), after, null);
  }

  private Result step(Transaction tx, Actor actor, String id, Transition transition, Instant now) {
    Rights.require(tx, actor, id, Duty.HANDLE.roles());
    JsonObject before = StepBack.said(tx, id);
    transitions.take(tx, actor, id, null, transition, now);
    JsonObject after = StepBack.said(tx, id);
    return new Result(BulkOutcome.CHANGED, before, after, null);
  }

  private static Result refused(DomainError error) {
    FieldError first =
        error.errors().isEmpty()
            ? FieldError.of("", fault(error), String.valueOf(error.getMessage()))
            : error.errors().get(0);
    return new Result(BulkOutcome.REFUSED, null, null, first);
  }

  private static Fault fault(DomainError error) {
    return error instanceof DomainError.NotFound ? Fault.UNKNOWN : Fault.INVALID;
  }

  private boolean noteAlone(Actor actor, String runId, Value item, Result result) {
    return graph.write(
        tx -> {
          if (open(tx, runId, item) == null) {
            return isOpen(tx, runId);
          }
          note(tx, actor, runId, item, result);
          return true;
        });
  }

  private static void note(Transaction tx, Actor actor, String runId, Value item, Result result) {
    FieldError error = result.error();
    Scope scope = actor.scope();
    tx.run(
        """
        MATCH (r:BulkRun {id: $run})
        SET r.changed = r.changed + CASE $outcome WHEN 'CHANGED' THEN 1 ELSE 0 END,
            r.unchanged = r.unchanged + CASE $outcome WHEN 'UNCHANGED' THEN 1 ELSE 0 END,
            r.refused = r.refused + CASE $outcome WHEN 'REFUSED' THEN 1 ELSE 0 END
        WITH r
        MATCH (i:BulkItem {runId: $run, seq: $seq})
        OPTIONAL MATCH (a:Asset {id: i.assetId}) WHERE %s
        OPTIONAL MATCH (t:TrashedAsset {id: i.assetId}) WHERE %s
        SET i.outcome = $outcome, i.before = $before, i.after = $after, i.code = $code,
            i.field = $field, i.message = $message, i.words = $words,
            i.tag = coalesce(a.tag, t.tag, i.tag), i.name = coalesce(a.name, t.name, i.name)
        """
            .formatted(scope.asset("a"), scope.asset("t")),
        scope.with(
            "run",
            runId,
            "seq",
            item.get("seq").asLong(),
            "outcome",
            result.outcome(),
            "before",
            text(result.before()),
            "after",
            text(result.after()),
            "code",
            error == null ? null : error.code(),
            "field",
            error == null ? null : error.field(),
            "message",
            error == null ? null : error.message(),
            "words",
            error == null ? null : error.words()));
  }

  private static @Nullable String text(@Nullable JsonObject json) {
    return json == null ? null : json.toString();
  }
}
