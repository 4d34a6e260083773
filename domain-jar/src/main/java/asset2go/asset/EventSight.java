package asset2go.asset;

import asset2go.asset.AssetEvent.Change;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.right.Rights;
import asset2go.right.Scope;
import asset2go.search.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as somebody sees them whose rights are over a part only: what they tell of other assets
 * and places is left out where that is beyond. The hash is that of the whole event.
 */
final class EventSight {

  /** Stands for what is left out. */
  static final String HIDDEN = Holder.HIDDEN;

  /** Fields that point somewhere, each with the label of where. */
  private static final Map<String, String> POINTERS =
      Map.of("locationId", "Location", "parentId", "Location", "containerId", "Asset");

  /** Fields that name another asset or place in words. */
  private static final Set<String> NAMES = Set.of("holder", "dependsOn");

  private final Set<String> seen = new HashSet<>();

  private EventSight() {}

  static Page<AssetEvent> of(Transaction tx, Actor actor, String assetId, Page<AssetEvent> page) {
    if (actor.scope().isEverything()) {
      return page;
    }
    EventSight sight = new EventSight();
    sight.look(tx, actor, assetId, page.items());
    return new Page<>(page.items().stream().map(sight::show).toList(), page.next(), page.total());
  }

  private void look(Transaction tx, Actor actor, String assetId, List<AssetEvent> events) {
    for (String label : Set.copyOf(POINTERS.values())) {
      List<String> ids =
          values(events, change -> label.equals(POINTERS.get(change.field()))).toList();
      seen.addAll(Rights.seen(tx, actor, label, ids));
    }
    Scope scope = actor.scope();
    seen.addAll(holders(tx, scope, values(events, c -> c.field().equals("holder")).toList()));
    seen.addAll(
        dependencies(
            tx, scope, assetId, values(events, c -> c.field().equals("dependsOn")).toList()));
  }

  /**
   * Names that may be told: of people and teams, of places within sight. Names of assets are not
   * looked for, since nothing finds them quickly.
   */
  private static List<String> holders(Transaction tx, Scope scope, List<String> names) {
    return tx.list(
        """
        UNWIND $names AS given
        WITH given.name AS name, given.key AS key
        WHERE EXISTS { MATCH (p:Person) WHERE p.nameKey = key AND p.id IS NOT NULL }
           OR EXISTS { MATCH (t:Team) WHERE t.name = name }
           OR EXISTS { MATCH (l:Location) WHERE l.nameKey = key AND l.id IS NOT NULL AND %s }
        RETURN name
        """
            .formatted(scope.location("l")),
        scope.with(
            "names",
            names.stream().map(name -> Map.of("name", name, "key", Folding.fold(name))).toList()),
        row -> row.get("name").asString());
  }

  /** Of texts such as {@code POWER PDU-7}, those whose asset is within sight. */
  private static List<String> dependencies(
      Transaction tx, Scope scope, String assetId, List<String> texts) {
    return tx.list(
        """
        MATCH (self:Asset|TrashedAsset {id: $id})
        UNWIND $texts AS text
        MATCH (a:Asset {companyId: self.companyId, tag: substring(text, size(split(text, ' ')[0]) + 1)})
        WHERE %s
        RETURN text
        """
            .formatted(scope.asset("a")),
        scope.with("id", assetId, "texts", texts),
        row -> row.get("text").asString());
  }

  private static Stream<String> values(
      List<AssetEvent> events, java.util.function.Predicate<Change> which) {
    return events.stream()
        .flatMap(event -> event.changes().stream())
        .filter(which)
        .flatMap(change -> Stream.of(change.before(), change.after()).filter(v -> v != null))
        .distinct();
  }

  private AssetEvent show(AssetEvent event) {
    return new AssetEvent(
        event.id(),
        event.seq(),
        event.kind(),
        event.at(),
        event.actor(),
        event.requestId(),
        event.changes().stream().map(this::show).toList(),
        event.hash(),
        event.previousHash());
  }

  private Change show(Change change) {
    boolean tells = POINTERS.containsKey(change.field()) || NAMES.contains(change.field());
    return tells ? new Change(change.field(), show(change.before()), show(change.after())) : change;
  }

  private @Nullable String show(@Nullable String value) {
    return value == null || seen.contains(value) ? value : HIDDEN;
  }
}
