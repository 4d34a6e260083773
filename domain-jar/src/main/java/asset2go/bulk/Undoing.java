package asset2go.bulk;

import asset2go.asset.Assets;
import asset2go.asset.Trash;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.neo4j.driver.Value;

/** Takes back what a run or an import did to one item, where nobody has changed it since. */
@ApplicationScoped
class Undoing {

  /** How deep assets may stand inside one another. */
  private static final int MAX_DEPTH = 20;

  private @Inject Assets assets;
  private @Inject Trash trash;
  private @Inject StepBack stepBack;
  private @Inject LocationUndo locations;
  private @Inject DependencyUndo dependencies;
  private @Inject KitUndo kits;

  BulkOutcome undo(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    return switch (RunView.subject(item)) {
      case ASSET -> {
        undoAsset(tx, actor, run, item, now);
        yield BulkOutcome.CHANGED;
      }
      case LOCATION -> locations.undo(tx, actor, run, item, now);
      case DEPENDENCY -> dependencies.undo(tx, actor, run, item, now);
      case KIT -> kits.undo(tx, actor, run, item, now);
    };
  }

  private void undoAsset(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    String id = item.get("assetId").asString();
    String action = item.get("action").asString(item.get("wanted").isNull() ? "RESTORE" : "PATCH");
    switch (action) {
      case "RESTORE" -> trash.restore(tx, actor, id, null, now);
      case "STEP" -> {
        JsonObject before = Imported.said(item, "wanted");
        stepBack.take(tx, actor, id, before, Imported.said(item, "expected"), now);
      }
      case "UNCREATE" -> uncreate(tx, actor, run, id, now);
      case "UNCHANGE" -> unchange(tx, actor, run, item, now);
      default -> {
        JsonObject before = Imported.said(item, "wanted");
        patch(tx, actor, id, before, Imported.said(item, "expected"), now);
      }
    }
  }

  /** Only what is as the run left it goes back: what somebody has changed since is theirs. */
  private void patch(
      Transaction tx, Actor actor, String id, JsonObject wanted, JsonObject expected, Instant now) {
    assets.change(
        tx,
        actor,
        id,
        null,
        draft -> {
          if (!DraftPatch.of(draft, expected).equals(expected)) {
            throw Imported.changedSince();
          }
          return DraftPatch.apply(draft, wanted);
        },
        now);
  }

  /** What an import changed: its fields, and where it took a step, that step too. */
  private void unchange(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    String id = item.get("assetId").asString();
    String importId = run.get("undoes").asString();
    Difference change =
        Imported.change(tx, "Asset", importId, id, item.get("eventSeq").asLong(0)).difference();
    JsonObject before = change.before();
    JsonObject after = change.after();
    JsonObject stepBefore = before.getJsonObject(StepBack.STEP);
    if (stepBefore != null) {
      stepBack.take(tx, actor, id, stepBefore, after.getJsonObject(StepBack.STEP), now);
    }
    JsonObject wanted = without(before);
    if (!wanted.isEmpty()) {
      patch(tx, actor, id, wanted, without(after), now);
    }
  }

  private static JsonObject without(JsonObject said) {
    return Json.createObjectBuilder(said).remove(StepBack.STEP).build();
  }

  /** What an import made goes to the trash, unless somebody has made something of it. */
  private void uncreate(Transaction tx, Actor actor, Value run, String id, Instant now) {
    String importId = run.get("undoes").asString();
    if (run.get("dryRun").asBoolean()) {
      // For real they have gone before it: those inside come first, and out before that what the
      // import put in.
      for (Value item : putIn(tx, actor, run, id)) {
        unchange(tx, actor, run, item, now);
      }
      for (String inside : inside(tx, actor, importId, id)) {
        assets.trash(tx, actor, inside, null, now);
      }
    }
    Long made = Imported.version(tx, "Asset", importId, id);
    if (made == null) {
      throw Imported.changedSince();
    }
    assets.trash(tx, actor, id, made, now);
  }

  /** What would be back elsewhere by the time that its turn comes. */
  private static List<Value> putIn(Transaction tx, Actor actor, Value run, String id) {
    Scope scope = actor.scope();
    return tx.list(
        """
        MATCH (:Asset {id: $id})<-[:CONTAINED_IN*1..%d]-(a:Asset)
        WHERE %s
        MATCH (i:BulkItem {runId: $run, subjectId: a.id})
        WHERE i.outcome = 'CHANGED' AND i.action = 'UNCHANGE'
        RETURN i{.assetId, .eventSeq} AS item ORDER BY i.seq LIMIT 10000
        """
            .formatted(MAX_DEPTH, scope.asset("a")),
        scope.with("id", id, "run", run.get("id").asString()),
        row -> row.get("item"));
  }

  private static List<String> inside(Transaction tx, Actor actor, String importId, String id) {
    Scope scope = actor.scope();
    return tx.list(
        """
        MATCH p = (:Asset {id: $id})<-[:CONTAINED_IN*1..%d]-(a:Asset)
        MATCH (a)<-[c:CREATED]-(:ImportRun {id: $import})
        WHERE a.version = coalesce(c.version, 1) AND %s
        RETURN a.id AS id ORDER BY length(p) DESC LIMIT 10000
        """
            .formatted(MAX_DEPTH, scope.asset("a")),
        scope.with("id", id, "import", importId),
        row -> row.get("id").asString());
  }
}
