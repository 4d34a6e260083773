package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.acceptance.Askings;
import asset2go.booking.BookedReturns;
import asset2go.event.Events;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.maintenance.Downtimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Locks assets, and writes what was decided about them: one or many, in the same few statements.
 */
@ApplicationScoped
public class Steps {

  private @Inject Events events;
  private @Inject BookedReturns bookedReturns;

  /**
   * Locks assets in the order of their ids, so that two who want the same ones do not wait for each
   * other, and reads them after that. What is not there is not among the answers.
   */
  public Map<String, Asset> lock(Transaction tx, Collection<String> ids) {
    List<String> inOrder = ids.stream().distinct().sorted().toList();
    tx.run("UNWIND $ids AS id MATCH (a:Asset {id: id}) SET a.touched = true", map("ids", inOrder));
    Map<String, Asset> found = new LinkedHashMap<>();
    AssetView.whole(tx, inOrder).forEach(asset -> found.put(asset.id(), asset));
    return found;
  }

  /** Writes custodies, statuses and events. */
  public void write(Transaction tx, Actor actor, List<Plan> plans, Instant now) {
    List<Plan> ending = plans.stream().filter(Plan::ends).toList();
    if (!ending.isEmpty()) {
      Custodies.end(tx, actor, ending, now);
      bookedReturns.note(tx, actor, ending.stream().map(p -> p.asset().id()).toList(), now);
      Askings.lapse(tx, ending, now);
    }
    Custodies.begin(tx, actor, plans.stream().filter(p -> p.begins() != null).toList(), now);
    Askings.ask(tx, plans, now);
    Downtimes.notePlans(tx, plans, now);
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.id})
        SET a.status = row.status, a.condition = coalesce(row.condition, a.condition),
            a.updatedAt = $now, a.version = a.version + 1
        """,
        map(
            "rows",
            plans.stream()
                .map(p -> map("id", p.asset().id(), "status", p.to(), "condition", p.condition()))
                .toList(),
            "now",
            now));
    events.appendAll(
        tx,
        "Asset",
        actor,
        now,
        plans.stream().map(p -> new Events.Entry(p.asset().id(), p.kind(), p.changes())).toList());
  }
}
