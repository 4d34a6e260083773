package asset2go.asset;

import asset2go.asset.Asset.NextStep;
import asset2go.asset.Lifecycle.Guard;
import asset2go.asset.Lifecycle.Step;
import asset2go.catalogue.FieldSet;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.identity.RoleName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done next with an asset, from the life cycle's table. */
final class NextSteps {

  /** Guards that the request itself answers; the others depend on the asset or the caller. */
  private static final Set<Guard> ASKED =
      EnumSet.of(Guard.CUSTODIAN, Guard.CONDITION_RECORDED, Guard.REASON, Guard.METHOD);

  private NextSteps() {}

  /**
   * Adds them.
   *
   * @param a as the actor sees it
   * @param whole the same asset with all there is
   * @param actor with the roles that hold for it
   */
  static Asset in(Asset a, Asset whole, Actor actor) {
    List<NextStep> next =
        Lifecycle.from(a.status()).stream()
            .filter(step -> isOpen(step, whole, actor))
            .map(step -> new NextStep(step.to(), needs(step)))
            .toList();
    FieldSet had = new FieldSet(a.definitions() == null ? List.of() : a.definitions());
    FieldSet seen = had.seenBy(actor);
    return new Asset(
        a.id(),
        a.tag(),
        a.name(),
        a.serial(),
        a.status(),
        a.condition(),
        a.company(),
        a.model(),
        a.location(),
        a.container(),
        a.holder(),
        a.due(),
        a.purchase(),
        a.notes(),
        a.batch(),
        a.calibration(),
        seen.of(a.fields()),
        seen.fields(),
        a.createdAt(),
        a.updatedAt(),
        a.version(),
        next);
  }

  private static boolean isOpen(Step step, Asset asset, Actor actor) {
    boolean held = asset.holder() != null;
    return actor.holds(Duty.HANDLE.roles())
        && !(held && step.guards().contains(Guard.NO_CUSTODY))
        && !(!held && step.guards().contains(Guard.CUSTODY))
        && !(step.guards().contains(Guard.ADMINISTRATOR) && !actor.holds(RoleName.ADMIN));
  }

  private static List<String> needs(Step step) {
    return step.guards().stream().filter(ASKED::contains).map(Guard::name).sorted().toList();
  }
}
