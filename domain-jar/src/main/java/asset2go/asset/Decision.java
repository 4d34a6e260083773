package asset2go.asset;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import asset2go.catalogue.CustomField;
import asset2go.graph.Ids;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an asset may take a step, by the table of {@link Lifecycle}: for one asset as for each of
 * a basket.
 *
 * @param custodian who is to take it, locked; null where nobody is named, or nobody who exists
 * @param basketId what is handed over together has the same
 */
public record Decision(Actor actor, @Nullable Custodian custodian, @Nullable String basketId) {

  /** Statuses in which somebody may have the asset in custody; entering any other one ends it. */
  private static final Set<EquipmentStatus> CUSTODY_LASTS =
      EnumSet.of(
          EquipmentStatus.CHECKED_OUT,
          EquipmentStatus.IN_TRANSIT,
          EquipmentStatus.IN_MAINTENANCE,
          EquipmentStatus.MISSING);

  /**
   * What is going to happen.
   *
   * @param asset locked
   * @throws DomainError for what the table or a guard refuses
   */
  public Plan about(Asset asset, Transition asked) {
    Step step = step(asset, asked);
    check(step, asset, asked);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("status", asset.status().name(), asked.to().name()));
    Handing begins = null;
    boolean ends = false;
    Holder had = asset.holder();
    if (step.guards().contains(Guard.CUSTODIAN) && asked.custodian() != null) {
      begins = handing(asset, asked, asked.custodian());
      changes.add(new Change("holder", null, begins.to().name()));
      if (asked.due() != null) {
        changes.add(new Change("due", null, asked.due().toString()));
      }
    } else if (had != null && !CUSTODY_LASTS.contains(asked.to())) {
      ends = true;
      changes.add(new Change("holder", had.name(), null));
    }
    note(changes, asset, asked);
    return new Plan(
        asset,
        "TRANSITION",
        asked.to(),
        asked.condition(),
        ends,
        begins,
        isSaid(asked.reason()) ? asked.reason() : null,
        changes);
  }

  private Handing handing(Asset asset, Transition asked, Holder to) {
    if (custodian == null) {
      throw Custodian.unknown(to, "custodian");
    }
    custodian.check(asset.id(), "custodian");
    return new Handing(Ids.next(), custodian.holder(), asked.due(), basketId, null);
  }

  private static Step step(Asset asset, Transition asked) {
    if (asked.from() != null && asked.from() != asset.status()) {
      throw refused(
          asset, "The asset is %s now, no longer %s.".formatted(asset.status(), asked.from()));
    }
    return Lifecycle.between(asset.status(), asked.to())
        .orElseThrow(
            () ->
                refused(
                    asset,
                    "From %s an asset can go to %s, not to %s."
                        .formatted(asset.status(), allowed(asset.status()), asked.to())));
  }

  private static DomainError.TransitionRefused refused(Asset asset, String detail) {
    return new DomainError.TransitionRefused(Fault.NO_STEP, detail, asset.status().name());
  }

  private static String allowed(EquipmentStatus status) {
    List<String> names = Lifecycle.from(status).stream().map(step -> step.to().name()).toList();
    return names.isEmpty() ? "nothing else" : String.join(", ", names);
  }

  private void check(Step step, Asset asset, Transition asked) {
    List<FieldError> missing = new ArrayList<>();
    for (Guard guard : step.guards()) {
      switch (guard) {
        case CUSTODIAN -> require(missing, asked.custodian() != null, "custodian", "who takes it");
        case CONDITION_RECORDED ->
            require(missing, asked.condition() != null, "condition", "how it came back");
        case REASON -> require(missing, isSaid(asked.reason()), "reason", "why");
        case METHOD -> require(missing, isSaid(asked.method()), "method", "how it is disposed of");
        case COMPLETE -> {
          require(missing, isSaid(asset.tag()), "tag", "its tag");
          requireFields(missing, asset);
        }
        case NO_CUSTODY -> refuseHeld(asset);
        case CUSTODY -> requireHeld(asset);
        case ORDER_CLOSED -> {} // asked by whoever has the graph at hand: OpenWork
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

  private static void requireFields(List<FieldError> missing, Asset asset) {
    Map<String, Object> values = asset.fields() == null ? Map.of() : asset.fields();
    List<CustomField> fields = asset.definitions() == null ? List.of() : asset.definitions();
    for (CustomField field : fields) {
      if (field.required()) {
        require(missing, values.containsKey(field.id()), "fields." + field.id(), field.name());
      }
    }
  }

  /** Refuses what somebody has. */
  public static void refuseHeld(Asset asset) {
    Holder holder = asset.holder();
    if (holder != null) {
      String name = String.valueOf(holder.name());
      throw new DomainError.TransitionRefused(Fault.HELD, name + " still holds the asset.", name);
    }
  }

  /** Refuses what nobody has; who has it. */
  public static Holder requireHeld(Asset asset) {
    Holder holder = asset.holder();
    if (holder == null) {
      throw new DomainError.TransitionRefused(Fault.NOT_HELD, "Nobody holds the asset.");
    }
    return holder;
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
