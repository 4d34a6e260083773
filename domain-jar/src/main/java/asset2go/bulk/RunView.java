package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Problem.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Reads runs and their items. */
final class RunView {

  private static final Set<BulkKind> UNDOABLE =
      EnumSet.of(BulkKind.EDIT, BulkKind.MOVE, BulkKind.TRANSITION, BulkKind.TRASH);

  private static final Set<BulkState> ENDED =
      EnumSet.of(BulkState.COMPLETED, BulkState.CANCELLED, BulkState.FAILED);

  private RunView() {}

  /** One that the actor may look at: their own; who sees everything sees all. */
  static BulkRun one(Transaction tx, Actor actor, String id) {
    BulkRun run = of(node(tx, id));
    if (!actor.scope().isEverything() && !run.by().id().equals(actor.id())) {
      throw new DomainError.NotFound("bulk run", id);
    }
    return run;
  }

  static Value node(Transaction tx, String id) {
    return tx.one("MATCH (r:BulkRun {id: $id}) RETURN r{.*} AS run", Map.of("id", id))
        .map(row -> row.get("run"))
        .orElseThrow(() -> new DomainError.NotFound("bulk run", id));
  }

  /** Makes whoever works on a run wait for each other. */
  static void lock(Transaction tx, String id) {
    tx.run("MATCH (r:BulkRun {id: $id}) SET r.touched = true", map("id", id));
  }

  static BulkRun of(Value r) {
    BulkKind kind = BulkKind.valueOf(r.get("kind").asString());
    BulkState state = BulkState.valueOf(r.get("state").asString());
    boolean dryRun = r.get("dryRun").asBoolean();
    long changed = r.get("changed").asLong();
    String undoneBy = Values.text(r.get("undoneBy"));
    return new BulkRun(
        r.get("id").asString(),
        kind,
        state,
        dryRun,
        r.get("total").isNull() ? null : r.get("total").asLong(),
        changed,
        r.get("unchanged").asLong(),
        r.get("refused").asLong(),
        new Ref(r.get("actorId").asString(), r.get("actorName").asString()),
        Values.instant(r.get("createdAt")),
        Values.instantOrNull(r.get("finishedAt")),
        changed > 0
            && !dryRun
            && undoneBy == null
            && UNDOABLE.contains(kind)
            && ENDED.contains(state),
        Values.text(r.get("undoes")),
        undoneBy,
        Values.text(r.get("problem")));
  }

  static boolean isOpen(BulkState state) {
    return !ENDED.contains(state);
  }

  static @Nullable JsonObject json(Value text) {
    if (text.isNull()) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text.asString()))) {
      return reader.readObject();
    }
  }

  /** What an item is about. */
  static BulkSubject subject(Value item) {
    String subject = Values.text(item.get("subject"));
    return subject == null ? BulkSubject.ASSET : BulkSubject.valueOf(subject);
  }

  static BulkItem item(Value i) {
    BulkSubject subject = subject(i);
    String subjectId = Values.text(i.get("subjectId"));
    String outcome = Values.text(i.get("outcome"));
    String code = Values.text(i.get("code"));
    return new BulkItem(
        i.get("seq").asLong(),
        subject,
        subject == BulkSubject.DEPENDENCY ? subjectId : Values.text(i.get("assetId")),
        subject == BulkSubject.LOCATION ? subjectId : null,
        subject == BulkSubject.KIT ? subjectId : null,
        Values.text(i.get("tag")),
        Values.text(i.get("name")),
        ImportItems.isMade(i),
        outcome == null ? null : BulkOutcome.valueOf(outcome),
        code == null
            ? null
            : new FieldError(
                i.get("field").asString(),
                code,
                i.get("message").asString(),
                i.get("words").isNull()
                    ? null
                    : List.copyOf(i.get("words").asList(Value::asString))));
  }
}
