package asset2go.custody;

import static java.util.Comparator.comparing;

import asset2go.asset.AssetEvent;
import asset2go.asset.Condition;
import asset2go.custody.DamageTrail.Sighting;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an asset was damaged by what people said of its condition: where it changed (its
 * events), at both ends of each custody and by work on it, also where it was still the same.
 */
@ApplicationScoped
public class DamageTrails {

  private static final Set<Condition> GOOD = EnumSet.of(Condition.NEW, Condition.GOOD);
  private static final Set<Condition> BAD = EnumSet.of(Condition.POOR, Condition.UNUSABLE);

  /** So many events, and so many custodies, are looked at. */
  private static final int EVENTS = 1_000;

  private static final int CUSTODIES = 200;

  private @Inject Graph graph;
  private @Inject Events events;

  public DamageTrail of(Actor actor, String assetId) {
    return graph.read(
        tx -> {
          CustodyList.requireAsset(tx, actor.scope(), assetId);
          List<Custody> custodies = custodies(tx, actor.scope(), assetId);
          Page<AssetEvent> said = events.page(tx, assetId, EVENTS, null);
          List<Sighting> sightings =
              sightings(custodies, said.items(), Inspections.of(tx, assetId));
          Sighting damage = damage(sightings);
          Sighting good = damage == null ? null : before(sightings, damage);
          return new DamageTrail(
              good,
              damage,
              damage == null ? List.of() : between(custodies, good, damage),
              said.next() != null || custodies.size() == CUSTODIES);
        });
  }

  private static List<Custody> custodies(Transaction tx, Scope scope, String assetId) {
    return tx.list(
        """
        MATCH (c:Custody)
        WHERE c.assetId = $asset AND c.id < '~'
        WITH c ORDER BY c.assetId DESC, c.id DESC LIMIT $limit
        RETURN %s
        """
            .formatted(CustodyView.columns(scope)),
        scope.with("asset", assetId, "limit", CUSTODIES),
        CustodyView::of);
  }

  /** What was said, the earliest first. */
  private static List<Sighting> sightings(
      List<Custody> custodies, List<AssetEvent> events, List<Sighting> inspections) {
    List<Sighting> all = new ArrayList<>(inspections);
    for (Custody custody : custodies) {
      add(all, custody.from(), custody.conditionOut(), custody.by());
      if (custody.to() != null) {
        add(all, custody.to(), custody.conditionIn(), custody.returnedBy());
      }
    }
    for (AssetEvent event : events) {
      event.changes().stream()
          .filter(change -> change.field().equals("condition") && change.after() != null)
          .forEach(
              change ->
                  all.add(
                      new Sighting(
                          event.at(),
                          Condition.valueOf(String.valueOf(change.after())),
                          event.actor())));
    }
    return all.stream().sorted(comparing(Sighting::at)).toList();
  }

  private static void add(
      List<Sighting> all, java.time.Instant at, @Nullable Condition condition, @Nullable Ref by) {
    if (condition != null && by != null) {
      all.add(new Sighting(at, condition, by));
    }
  }

  /** The first bad word after the last good one that is followed by a bad one. */
  private static @Nullable Sighting damage(List<Sighting> sightings) {
    Sighting damage = null;
    boolean fresh = true;
    for (Sighting one : sightings) {
      if (GOOD.contains(one.condition())) {
        fresh = true;
      } else if (BAD.contains(one.condition()) && fresh) {
        damage = one;
        fresh = false;
      }
    }
    return damage;
  }

  private static @Nullable Sighting before(List<Sighting> sightings, Sighting damage) {
    Stream<Sighting> good =
        sightings.stream()
            .filter(one -> GOOD.contains(one.condition()) && one.at().isBefore(damage.at()));
    return good.reduce((first, second) -> second).orElse(null);
  }

  private static List<Custody> between(
      List<Custody> custodies, @Nullable Sighting good, Sighting damage) {
    return custodies.stream()
        .filter(custody -> custody.from().isBefore(damage.at()))
        .filter(custody -> good == null || custody.to() == null || custody.to().isAfter(good.at()))
        .toList();
  }
}
