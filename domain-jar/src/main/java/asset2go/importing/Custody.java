package asset2go.importing;

import asset2go.asset.EquipmentStatus;
import asset2go.asset.Lifecycle;
import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Ref;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status of an asset and who has it, after a row. A new asset may have any status, since a file
 * describes what is; one that is there takes a step of the {@link Lifecycle}, or the row is
 * refused. The import itself is the reason of steps that need one.
 */
record Custody(EquipmentStatus status, @Nullable Ref holder) {

  /** Statuses in which somebody may have the asset; entering any other one ends it. */
  private static final Set<EquipmentStatus> LASTS =
      EnumSet.of(
          EquipmentStatus.CHECKED_OUT,
          EquipmentStatus.IN_TRANSIT,
          EquipmentStatus.IN_MAINTENANCE,
          EquipmentStatus.MISSING);

  static Custody next(AssetState asset, AssetRow row, @Nullable Ref holder, Actor actor)
      throws Refusal {
    EquipmentStatus said = row.status();
    if (holder != null && (said == null || said == EquipmentStatus.AVAILABLE)) {
      // Snipe-IT calls what somebody has "Ready to Deploy": who has it says more.
      said = asset.holder == null || asset.fresh ? EquipmentStatus.CHECKED_OUT : asset.status();
    }
    return asset.fresh ? first(row, said, holder) : step(asset, row, said, holder, actor);
  }

  private static Custody first(AssetRow row, @Nullable EquipmentStatus said, @Nullable Ref holder)
      throws Refusal {
    EquipmentStatus status = said == null ? EquipmentStatus.AVAILABLE : said;
    if (status == EquipmentStatus.CHECKED_OUT && holder == null) {
      throw refuse(row, "needs somebody who has it: fill in the column for the holder");
    }
    if (holder != null && !LASTS.contains(status)) {
      throw refuse(row, "is no status in which somebody can have it");
    }
    return new Custody(status, holder);
  }

  private static Custody step(
      AssetState asset,
      AssetRow row,
      @Nullable EquipmentStatus said,
      @Nullable Ref holder,
      Actor actor)
      throws Refusal {
    Ref has = asset.holder;
    if (holder != null && has != null && !has.id().equals(holder.id())) {
      throw new Refusal(
          Field.HOLDER,
          row.holder(),
          "cannot take it while %s has it. Check it in first".formatted(has.name()));
    }
    EquipmentStatus now = asset.status();
    if (said == null || said == now) {
      if (holder != null && has == null) {
        throw new Refusal(Field.HOLDER, row.holder(), "cannot take it while it is " + now);
      }
      return new Custody(now, has);
    }
    Step step =
        Lifecycle.between(now, said)
            .orElseThrow(
                () ->
                    refuse(
                        row,
                        "cannot follow %s. From there it can go to %s"
                            .formatted(now, allowed(now))));
    if (step.guards().contains(Guard.ORDER_CLOSED) && asset.inWork) {
      throw refuse(row, "is not possible while a work order is not closed");
    }
    check(step, row, has, holder, actor);
    Ref after = step.guards().contains(Guard.CUSTODIAN) ? holder : has;
    return new Custody(said, LASTS.contains(said) ? after : null);
  }

  private static void check(
      Step step, AssetRow row, @Nullable Ref has, @Nullable Ref holder, Actor actor)
      throws Refusal {
    for (Guard guard : step.guards()) {
      String missing =
          switch (guard) {
            case CUSTODIAN -> holder == null ? "needs somebody who takes it: name the holder" : "";
            case CONDITION_RECORDED ->
                row.condition() == null ? "needs the condition in which it came back" : "";
            case METHOD -> "needs to say how it was disposed of, which a file cannot";
            case NO_CUSTODY -> has != null ? "is not possible while somebody has it" : "";
            case CUSTODY -> has == null ? "is not possible while nobody has it" : "";
            case ADMINISTRATOR ->
                actor.holds(RoleName.ADMIN) ? "" : "can be set by an administrator only";
            case REASON, COMPLETE, ORDER_CLOSED -> "";
          };
      if (!missing.isEmpty()) {
        throw refuse(row, missing);
      }
    }
  }

  private static String allowed(EquipmentStatus status) {
    List<String> names = Lifecycle.from(status).stream().map(step -> step.to().name()).toList();
    return names.isEmpty() ? "nothing else" : String.join(", ", names);
  }

  private static Refusal refuse(AssetRow row, String reason) {
    return new Refusal(Field.STATUS, row.status() == null ? null : row.status().name(), reason);
  }
}
