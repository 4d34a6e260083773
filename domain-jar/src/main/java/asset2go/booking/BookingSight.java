package asset2go.booking;

import asset2go.asset.AssetEvent;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Holder;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.right.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings somebody sees, and what of them. Their own they see whole; of others those that
 * take equipment which they hand out or audit, and of those only that equipment.
 */
final class BookingSight {

  private static final String OWN = "b.personId = $me OR b.bookedById = $me";

  /** Fields of events that name equipment in words. */
  private static final Set<String> NAMES = Set.of("lines", "asset");

  private BookingSight() {}

  static boolean seesAll(Actor actor) {
    return actor.holds(Duty.OVERSEE.roles());
  }

  /** Cypher that is true of a booking {@code b} that the actor may see. */
  static String booking(Actor actor) {
    return seesAll(actor)
        ? "true"
        : """
          (%s
           OR EXISTS { MATCH (b)-[:RESERVES|RESERVED]->(x) WHERE %s }
           OR EXISTS { MATCH (b)-[:REQUESTS|REQUESTED]->(x) WHERE %s })
          """
            .formatted(OWN, overseen(actor).asset("x"), overseen(actor).model("x"));
  }

  /** Cypher that is true of an asset of such a booking that the actor may know of. */
  static String asset(Actor actor, String variable) {
    return seesAll(actor) ? "true" : "(%s OR %s)".formatted(OWN, overseen(actor).asset(variable));
  }

  /** The same of a model. */
  static String model(Actor actor, String variable) {
    return seesAll(actor) ? "true" : "(%s OR %s)".formatted(OWN, overseen(actor).model(variable));
  }

  private static Scope overseen(Actor actor) {
    return actor.scope().where(Duty.OVERSEE.roles());
  }

  /** What the conditions refer to. */
  static Map<String, @Nullable Object> parameters(Actor actor) {
    Map<String, @Nullable Object> parameters = overseen(actor).parameters();
    parameters.put("me", actor.id());
    return parameters;
  }

  /** Events of a booking of which something is hidden. */
  static Page<AssetEvent> inPart(Page<AssetEvent> page) {
    return new Page<>(
        page.items().stream().map(BookingSight::inPart).toList(), page.next(), page.total());
  }

  private static AssetEvent inPart(AssetEvent event) {
    return new AssetEvent(
        event.id(),
        event.seq(),
        event.kind(),
        event.at(),
        event.actor(),
        event.requestId(),
        event.changes().stream().map(BookingSight::inPart).toList(),
        event.hash(),
        event.previousHash());
  }

  private static Change inPart(Change change) {
    return NAMES.contains(change.field())
        ? new Change(
            change.field(),
            change.before() == null ? null : Holder.HIDDEN,
            change.after() == null ? null : Holder.HIDDEN)
        : change;
  }
}
