package asset2go.asset;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refusals that name who has something, for those who may not know of that place or asset. */
public final class HolderSight {

  private HolderSight() {}

  /**
   * A refusal as the actor may read it.
   *
   * @param asset that it is about, with its holder; null where none was found
   */
  public static DomainError told(
      Transaction tx, Actor actor, @Nullable Asset asset, DomainError refusal) {
    Holder holder = asset == null ? null : asset.holder();
    if (holder == null || actor.scope().isEverything() || isSeen(tx, actor, holder)) {
      return refusal;
    }
    return refusal.errors().stream().anyMatch(error -> error.code().equals(Fault.HELD.name()))
        ? new DomainError.TransitionRefused(
            Fault.HELD, "Something beyond your rights holds the asset.", Holder.HIDDEN)
        : refusal;
  }

  private static boolean isSeen(Transaction tx, Actor actor, Holder holder) {
    return switch (holder.kind()) {
      case PERSON, TEAM -> true;
      case LOCATION, ASSET ->
          !Rights.seen(tx, actor, Custodian.label(holder.kind()), List.of(holder.id())).isEmpty();
    };
  }
}
