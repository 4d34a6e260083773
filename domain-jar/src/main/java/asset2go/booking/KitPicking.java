package asset2go.booking;

import asset2go.asset.AssetRef;
import asset2go.asset.EquipmentStatus;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.kit.KitAvailability;
import asset2go.kit.KitNeed;
import asset2go.kit.KitPicks;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Assets for kits that are to go out at once. It is advice: the basket that hands them out decides
 * again, under the locks of what it takes.
 */
@ApplicationScoped
public class KitPicking {

  private @Inject Graph graph;

  public KitPicks picks(
      Actor actor, String kitId, @Nullable Integer asked, @Nullable LocalDate due) {
    int quantity = Limits.within("quantity", asked, 1, KitAvailability.MOST);
    Instant now = Instant.now();
    return graph.read(tx -> picks(tx, actor, kitId, quantity, due, now));
  }

  private static KitPicks picks(
      Transaction tx,
      Actor actor,
      String kitId,
      int quantity,
      @Nullable LocalDate due,
      Instant now) {
    List<KitNeed> needs = KitNeed.of(tx, kitId);
    int[] needed = needs.stream().mapToInt(need -> need.each() * quantity).toArray();
    TreeSet<String> all = new TreeSet<>();
    needs.forEach(need -> all.addAll(need.modelIds()));
    List<String> models = List.copyOf(all);
    Stocks stocks = new Stocks(tx, now, "");
    Window window = new Window(now.toEpochMilli(), Stocks.custodyEnd(due, now));
    List<Deque<AssetRef>> there = new ArrayList<>();
    for (String model : models) {
      int most =
          needs.stream()
              .filter(need -> need.modelIds().contains(model))
              .mapToInt(need -> need.each() * quantity)
              .sum();
      Map<String, AssetRef> candidates = candidates(tx, actor, model);
      Deque<AssetRef> picked = new ArrayDeque<>();
      Picks.pick(stocks, model, List.copyOf(candidates.keySet()), most, Set.of(), window)
          .forEach(id -> picked.add(Objects.requireNonNull(candidates.get(id))));
      there.add(picked);
    }
    Allotment allotment =
        Allotment.of(
            needed,
            needs.stream()
                .map(need -> need.modelIds().stream().map(models::indexOf).toList())
                .toList(),
            there.stream().mapToInt(Deque::size).toArray());
    List<KitPicks.Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < needed.length; slot++) {
      List<AssetRef> assets = new ArrayList<>();
      for (int model = 0; model < models.size(); model++) {
        for (int i = 0; i < allotment.given(slot, model); i++) {
          assets.add(there.get(model).remove());
        }
      }
      slots.add(new KitPicks.Slot(needs.get(slot).slot(), needed[slot], assets));
    }
    return new KitPicks(allotment.isComplete(), slots);
  }

  /** What is there and may be handed out by the actor, by tag. */
  private static Map<String, AssetRef> candidates(Transaction tx, Actor actor, String modelId) {
    Scope handed = actor.scope().where(Duty.HANDLE.roles());
    Map<String, AssetRef> candidates = new LinkedHashMap<>();
    tx.rows(
            """
            MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)
            WHERE a.status = $available AND NOT EXISTS { (a)-[:HELD_BY]->() } AND %s
            RETURN a{.id, .tag, .name, .status} AS asset ORDER BY a.tag, a.id
            """
                .formatted(handed.asset("a")),
            handed.with("id", modelId, "available", EquipmentStatus.AVAILABLE))
        .forEach(
            row -> {
              AssetRef asset = BookingView.asset(row.get("asset"));
              candidates.put(asset.id(), asset);
            });
    return candidates;
  }
}
