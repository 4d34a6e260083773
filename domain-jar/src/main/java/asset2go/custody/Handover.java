package asset2go.custody;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Condition;
import asset2go.asset.Custodian;
import asset2go.asset.Decision;
import asset2go.asset.EquipmentStatus;
import asset2go.asset.Handing;
import asset2go.asset.Holder;
import asset2go.asset.Plan;
import asset2go.asset.Transition;
import asset2go.graph.Ids;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of each item of a basket. */
sealed interface Handover {

  /**
   * Decides about one.
   *
   * @param actor with the roles that hold for the asset
   * @param asset locked
   * @param custodyId the custody that it is in
   * @throws DomainError where it cannot be
   */
  Plan about(Actor actor, Asset asset, @Nullable String custodyId, BasketItem item);

  /** Hands it to somebody: the step to CHECKED_OUT. */
  record Out(Custodian custodian, CheckOut asked, String basketId) implements Handover {

    @Override
    public Plan about(Actor actor, Asset asset, @Nullable String custodyId, BasketItem item) {
      Decision.refuseHeld(asset);
      Transition step =
          new Transition(
              EquipmentStatus.CHECKED_OUT,
              null,
              or(item.notes(), asked.notes()),
              or(item.condition(), asked.condition()),
              asked.to(),
              asked.due(),
              null);
      return new Decision(actor, custodian, basketId).about(asset, step);
    }
  }

  /**
   * Takes it back: the step to AVAILABLE; what is in maintenance or on its way has its status for
   * another reason than custody, and keeps it.
   */
  record In(@Nullable Condition condition, @Nullable String notes) implements Handover {

    private static final Set<EquipmentStatus> KEEPS =
        EnumSet.of(EquipmentStatus.IN_MAINTENANCE, EquipmentStatus.IN_TRANSIT);

    @Override
    public Plan about(Actor actor, Asset asset, @Nullable String custodyId, BasketItem item) {
      Holder holder = Decision.requireHeld(asset);
      Condition came = or(item.condition(), condition);
      String said = or(item.notes(), notes);
      if (!KEEPS.contains(asset.status())) {
        Transition step =
            new Transition(EquipmentStatus.AVAILABLE, null, said, came, null, null, null);
        return new Decision(actor, null, null).about(asset, step);
      }
      if (came == null) {
        throw new DomainError.Invalid("condition", Fault.REQUIRED, "must say how it came back");
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change("holder", holder.name(), null));
      add(changes, "condition", text(asset.condition()), came.name());
      add(changes, "reason", null, said);
      return new Plan(asset, "CHECKED_IN", asset.status(), came, true, null, said, changes);
    }
  }

  /** Passes it on from who has it to somebody else. */
  record Onward(Custodian custodian, CheckOut asked, String basketId) implements Handover {

    @Override
    public Plan about(Actor actor, Asset asset, @Nullable String custodyId, BasketItem item) {
      Holder from = Decision.requireHeld(asset);
      if (asset.status() == EquipmentStatus.MISSING) {
        throw new DomainError.TransitionRefused(
            Fault.NO_STEP,
            "What is MISSING cannot be passed on: report it found first.",
            EquipmentStatus.MISSING.name());
      }
      custodian.check(asset.id(), "to");
      Holder to = custodian.holder();
      if (from.kind() == to.kind() && from.id().equals(to.id())) {
        String name = String.valueOf(from.name());
        throw new DomainError.TransitionRefused(Fault.HELD, name + " has it already.", name);
      }
      return plan(asset, from, to, custodyId, item);
    }

    private Plan plan(
        Asset asset, Holder from, Holder next, @Nullable String custodyId, BasketItem item) {
      LocalDate due = asked.due();
      Condition said = or(item.condition(), asked.condition());
      String words = or(item.notes(), asked.notes());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change("holder", from.name(), next.name()));
      add(changes, "due", text(asset.due()), text(due));
      add(changes, "condition", text(asset.condition()), text(or(said, asset.condition())));
      add(changes, "reason", null, words);
      Handing begins = new Handing(Ids.next(), next, due, basketId, custodyId);
      return new Plan(asset, "TRANSFERRED", asset.status(), said, true, begins, words, changes);
    }
  }

  /**
   * Lets it stay longer, or shorter. What it begins is the custody that lasts, with the new day.
   */
  record Due(DueChange asked) implements Handover {

    static final String KIND = "DUE_CHANGED";

    @Override
    public Plan about(Actor actor, Asset asset, @Nullable String custodyId, BasketItem item) {
      Holder holder = Decision.requireHeld(asset);
      LocalDate due = asked.due();
      String words = or(item.notes(), asked.notes());
      List<Change> changes = new ArrayList<>();
      add(changes, "due", text(asset.due()), text(due));
      add(changes, "reason", null, words);
      Handing lasts = new Handing(Objects.requireNonNull(custodyId), holder, due, null, null);
      return new Plan(asset, KIND, asset.status(), null, false, lasts, words, changes);
    }
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T usual) {
    return own == null ? usual : own;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }

  /** The refusal of a whole basket: 422 where all of it is wrong input, else 409. */
  static DomainError refusal(List<Line> lines) {
    List<FieldError> errors = lines.stream().map(Line::error).filter(Objects::nonNull).toList();
    boolean input =
        lines.stream()
            .map(Line::refusal)
            .filter(Objects::nonNull)
            .allMatch(DomainError.Invalid.class::isInstance);
    String detail = "Nothing was done: %d of %d cannot be.".formatted(errors.size(), lines.size());
    return input
        ? new DomainError.Invalid(detail, errors)
        : new DomainError.Conflict(detail, errors);
  }
}
