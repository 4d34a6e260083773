package asset2go.right;

import asset2go.asset.AssetList;
import asset2go.asset.AssetQuery;
import asset2go.graph.Graph;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** What somebody may see, for themselves: how far their rights reach, and over how much. */
@ApplicationScoped
public class Sights {

  private @Inject Graph graph;
  private @Inject AssetList assets;

  public Sight of(Actor actor) {
    AssetQuery one = new AssetQuery();
    one.limit = 1;
    Long seen = assets.find(actor, one).total();
    List<Grant> parts = graph.read(tx -> Grants.heldBy(tx, actor.id()));
    return new Sight(
        actor.scope().everywhere().stream().sorted().toList(),
        parts,
        actor.scope().limit().isPresent(),
        Objects.requireNonNullElse(seen, 0L));
  }
}
