package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import asset2go.booking.BookedReturns;
import asset2go.booking.BookingGuard;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps in the life of an asset, by the table of {@link Lifecycle}. The asset is locked first, so
 * that of any number of requests for the same step one wins and the others see what it left.
 */
@ApplicationScoped
public class Transitions {

  /** Statuses in which somebody may have the asset in custody; entering any other one ends it. */
  private static final Set<EquipmentStatus> CUSTODY_LASTS =
      EnumSet.of(
          EquipmentStatus.CHECKED_OUT,
          EquipmentStatus.IN_TRANSIT,
          EquipmentStatus.IN_MAINTENANCE,
          EquipmentStatus.MISSING);

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject BookedReturns bookedReturns;

  /** Takes a step, or says why not. */
  public Asset take(Actor actor, String id, @Nullable Long expected, Transition asked) {
    Instant now = Instant.now();
    String custodyId = Ids.next();
    return graph.write(
        tx -> {
          BookingGuard.check(tx, id, asked, now);
          return take(tx, actor, id, expected, asked, now, custodyId);
        });
  }

  /** Takes a step as part of something larger, which has looked after bookings itself. */
  public Asset take(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      Transition asked,
      Instant now,
      String custodyId) {
    Asset asset = Assets.lock(tx, id, expected);
    Step step = step(asset, asked);
    check(step, asset, asked, actor);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("status", asset.status().name(), asked.to().name()));
    if (step.guards().contains(Guard.CUSTODIAN) && asked.custodian() != null) {
      String name = Custodies.begin(tx, id, custodyId, asked.custodian(), asked.due(), now);
      changes.add(new Change("holder", null, name));
      if (asked.due() != null) {
        changes.add(new Change("due", null, asked.due().toString()));
      }
    } else if (asset.holder() != null && !CUSTODY_LASTS.contains(asked.to())) {
      Custodies.end(tx, id, asked.condition(), now);
      bookedReturns.note(tx, actor, id, now);
      changes.add(new Change("holder", asset.holder().name(), null));
    }
    note(changes, asset, asked);
    tx.run(
        """
        MATCH (a:Asset {id: $id})
        SET a.status = $status, a.condition = coalesce($condition, a.condition),
            a.updatedAt = $now, a.version = a.version + 1
        """,
        map("id", id, "status", asked.to(), "condition", asked.condition(), "now", now));
    events.append(tx, "Asset", id, "TRANSITION", actor, now, changes);
    return NextSteps.in(AssetView.one(tx, id), actor);
  }

  private static Step step(Asset asset, Transition asked) {
    if (asked.from() != null && asked.from() != asset.status()) {
      throw new DomainError.TransitionRefused(
          "The asset is %s now, no longer %s.".formatted(asset.status(), asked.from()));
    }
    return Lifecycle.between(asset.status(), asked.to())
        .orElseThrow(
            () ->
                new DomainError.TransitionRefused(
                    "From %s an asset can go to %s, not to %s."
                        .formatted(asset.status(), allowed(asset.status()), asked.to())));
  }

  private static String allowed(EquipmentStatus status) {
    List<String> names = Lifecycle.from(status).stream().map(step -> step.to().name()).toList();
    return names.isEmpty() ? "nothing else" : String.join(", ", names);
  }

  private static void check(Step step, Asset asset, Transition asked, Actor actor) {
    List<FieldError> missing = new ArrayList<>();
    for (Guard guard : step.guards()) {
      switch (guard) {
        case CUSTODIAN -> require(missing, asked.custodian() != null, "custodian", "who takes it");
        case CONDITION_RECORDED ->
            require(missing, asked.condition() != null, "condition", "how it came back");
        case REASON -> require(missing, isSaid(asked.reason()), "reason", "why");
        case METHOD -> require(missing, isSaid(asked.method()), "method", "how it is disposed of");
        case COMPLETE -> require(missing, isSaid(asset.tag()), "tag", "its tag");
        case NO_CUSTODY -> {
          if (asset.holder() != null) {
            throw new DomainError.TransitionRefused("Somebody still holds the asset.");
          }
        }
        case CUSTODY -> {
          if (asset.holder() == null) {
            throw new DomainError.TransitionRefused("Nobody holds the asset.");
          }
        }
        case ADMINISTRATOR -> {
          if (!actor.holds(RoleName.ADMIN)) {
            throw new DomainError.Forbidden("Only an administrator may do this.");
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new DomainError.Invalid(
          "%s to %s needs more than was given.".formatted(step.from(), step.to()), missing);
    }
  }

  private static void require(List<FieldError> missing, boolean given, String field, String what) {
    if (!given) {
      missing.add(FieldError.of(field, Fault.REQUIRED, "must say " + what));
    }
  }

  private static void note(List<Change> changes, Asset asset, Transition asked) {
    if (asked.condition() != null && asked.condition() != asset.condition()) {
      String before = asset.condition() == null ? null : asset.condition().name();
      changes.add(new Change("condition", before, asked.condition().name()));
    }
    if (isSaid(asked.reason())) {
      changes.add(new Change("reason", null, asked.reason()));
    }
    if (isSaid(asked.method())) {
      changes.add(new Change("method", null, asked.method()));
    }
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
