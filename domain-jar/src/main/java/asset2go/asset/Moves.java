package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Moves of assets to a location as part of something larger, by the rules of any other move. */
@ApplicationScoped
public class Moves {

  private @Inject Events events;

  /**
   * Puts an asset at a location, with what it contains; it leaves its container.
   *
   * @param asset locked
   * @param why what the event tells beside the places
   */
  public void put(
      Transaction tx, Actor actor, Asset asset, String locationId, List<Change> why, Instant now) {
    AssetDraft before = AssetFields.draft(asset);
    String companyId = asset.company().id();
    TreeLock.CONTAINMENT.take(tx, companyId);
    Placements.put(tx, asset.id(), companyId, locationId, null, now);
    tx.run(
        "MATCH (a:Asset {id: $id}) SET a.updatedAt = $now, a.version = a.version + 1",
        map("id", asset.id(), "now", now));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("locationId", before.locationId(), locationId));
    if (before.containerId() != null) {
      changes.add(new Change("containerId", before.containerId(), null));
    }
    changes.addAll(why);
    events.append(tx, "Asset", asset.id(), "MOVED", actor, now, changes);
  }
}
