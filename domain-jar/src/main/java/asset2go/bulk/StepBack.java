package asset2go.bulk;

import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Holder;
import asset2go.asset.Transition;
import asset2go.asset.Transitions;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way back of a change of status: a step of its own, by the same life cycle. Where none leads
 * back, or something else is in its way, the asset stays as it is.
 */
@ApplicationScoped
public class StepBack {

  /** Where the status of a change stands among its fields. */
  static final String STEP = "step";

  private static final String REASON = "Taken back";

  private @Inject Transitions transitions;

  /**
   * What is to be known to come back to a status.
   *
   * @param holder who has it, null for nobody
   */
  public static JsonObject said(
      EquipmentStatus status,
      @Nullable Holder holder,
      @Nullable LocalDate due,
      @Nullable Condition condition) {
    JsonObjectBuilder said = Json.createObjectBuilder().add("status", status.name());
    if (holder != null) {
      said.add("holder", holder.kind() + ":" + holder.id());
    }
    if (due != null) {
      said.add("due", due.toString());
    }
    if (condition != null) {
      said.add("condition", condition.name());
    }
    return said.build();
  }

  /** What an asset says at present. */
  static JsonObject said(Transaction tx, String id) {
    return tx.one(
            """
            MATCH (a:Asset {id: $id})
            OPTIONAL MATCH (a)-[:HELD_BY]->(h)
            WITH a, h, CASE WHEN h:Person THEN 'PERSON' WHEN h:Team THEN 'TEAM'
                            WHEN h:Location THEN 'LOCATION' ELSE 'ASSET' END AS kind
            RETURN a{.status, .due, .condition} AS asset, h.id AS holder, kind
            LIMIT 1
            """,
            Map.of("id", id))
        .map(
            row ->
                said(
                    EquipmentStatus.valueOf(row.get("asset").get("status").asString()),
                    row.get("holder").isNull()
                        ? null
                        : new Holder(
                            Holder.Kind.valueOf(row.get("kind").asString()),
                            row.get("holder").asString(),
                            null),
                    row.get("asset").get("due").isNull()
                        ? null
                        : row.get("asset").get("due").asLocalDate(),
                    row.get("asset").get("condition").isNull()
                        ? null
                        : Condition.valueOf(row.get("asset").get("condition").asString())))
        .orElseThrow(() -> new DomainError.NotFound("asset", id));
  }

  /**
   * Takes the step back.
   *
   * @param wanted what it was before
   * @param expected what the change left
   */
  void take(
      Transaction tx, Actor actor, String id, JsonObject wanted, JsonObject expected, Instant now) {
    Rights.require(tx, actor, id, Duty.HANDLE.roles());
    JsonObject present = said(tx, id);
    if (!text(present, "status").equals(text(expected, "status"))
        || !text(present, "holder").equals(text(expected, "holder"))) {
      throw new DomainError.Conflict(
          "", Fault.CHANGED, "somebody has changed this since: it stays as it is");
    }
    EquipmentStatus to = EquipmentStatus.valueOf(text(wanted, "status"));
    // Nobody looks at it on the way back: it is as it was, as far as is known.
    String condition =
        wanted.containsKey("condition") ? text(wanted, "condition") : text(present, "condition");
    String due = text(wanted, "due");
    boolean handedBack = wanted.containsKey("holder") && !expected.containsKey("holder");
    transitions.take(
        tx,
        actor,
        id,
        null,
        new Transition(
            to,
            null,
            REASON,
            condition.isEmpty() ? null : Condition.valueOf(condition),
            handedBack ? holder(text(wanted, "holder")) : null,
            handedBack && !due.isEmpty() ? LocalDate.parse(due) : null,
            null),
        now);
  }

  private static Holder holder(String said) {
    int colon = said.indexOf(':');
    return new Holder(
        Holder.Kind.valueOf(said.substring(0, colon)), said.substring(colon + 1), null);
  }

  private static String text(JsonObject said, String field) {
    return said.getString(field, "");
  }
}
