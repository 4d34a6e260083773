package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Assets;
import asset2go.asset.Trash;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Takes back what a run or an import did to one asset, where nobody has changed it since. */
@ApplicationScoped
class Undoing {

  /** How deep assets may stand inside one another. */
  private static final int MAX_DEPTH = 20;

  private @Inject Assets assets;
  private @Inject Trash trash;
  private @Inject StepBack stepBack;

  void undo(Transaction tx, Actor actor, Value run, Value item, Instant now) {
    String id = item.get("assetId").asString();
    String action = item.get("action").asString(item.get("wanted").isNull() ? "RESTORE" : "PATCH");
    switch (action) {
      case "RESTORE" -> trash.restore(tx, actor, id, null, now);
      case "STEP" -> {
        JsonObject before = said(item, "wanted");
        stepBack.take(tx, actor, id, before, said(item, "expected"), now);
      }
      case "UNCREATE" -> uncreate(tx, actor, run, id, now);
      case "UNCHANGE" -> unchange(tx, actor, run, item, id, now);
      default -> patch(tx, actor, id, said(item, "wanted"), said(item, "expected"), now);
    }
  }

  private static JsonObject said(Value item, String property) {
    JsonObject said = RunView.json(item.get(property));
    if (said == null) {
      throw new DomainError.Conflict(
          "", Fault.INVALID, "what it was before was not kept: it stays as it is");
    }
    return said;
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
            throw changed();
          }
          return DraftPatch.apply(draft, wanted);
        },
        now);
  }

  private static DomainError.Conflict changed() {
    return new DomainError.Conflict(
        "", Fault.CHANGED, "somebody has changed this since: it stays as it is");
  }

  /** What an import changed: its fields, and where it took a step, that step too. */
  private void unchange(
      Transaction tx, Actor actor, Value run, Value item, String id, Instant now) {
    Record edge =
        tx.one(
                """
                MATCH (a:Asset {id: $id})<-[u:UPDATED]-(r:ImportRun {id: $import})
                WHERE coalesce(u.seq, 0) = $seq
                RETURN u{.before, .after} AS change
                """,
                map(
                    "id",
                    id,
                    "import",
                    run.get("undoes").asString(),
                    "seq",
                    item.get("eventSeq").asLong(0)))
            .orElseThrow(() -> new DomainError.NotFound("asset", id));
    JsonObject before = said(edge.get("change"), "before");
    JsonObject after = said(edge.get("change"), "after");
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
      // For real they have gone before it: those inside come first.
      for (String inside : inside(tx, actor, importId, id)) {
        assets.trash(tx, actor, inside, null, now);
      }
    }
    Long made = version(tx, importId, id);
    if (made == null) {
      throw changed();
    }
    assets.trash(tx, actor, id, made, now);
  }

  /** The version that the import left, where it is still that. */
  private static @Nullable Long version(Transaction tx, String importId, String id) {
    return tx.one(
            """
            MATCH (a:Asset {id: $id})<-[c:CREATED]-(r:ImportRun {id: $import})
            WHERE a.version = coalesce(c.version, 1)
            RETURN a.version AS version
            """,
            map("id", id, "import", importId))
        .map(row -> row.get("version").asLong())
        .orElse(null);
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
