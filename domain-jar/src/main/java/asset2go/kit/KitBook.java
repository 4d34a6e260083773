package asset2go.kit;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.graph.Transaction;
import asset2go.search.Folding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kits for those who change many in one transaction; they have locked the tree of kits. */
public final class KitBook {

  private KitBook() {}

  /** The kit of a name, without regard to case. */
  public static Optional<Kit> named(Transaction tx, String name) {
    return tx.one(
            "MATCH (k:Kit {nameKey: $key}) RETURN " + KitView.COLUMNS,
            Map.of("key", Folding.fold(name)))
        .map(KitView::of);
  }

  /** What a kit is made from. */
  public static KitDraft draft(Kit kit) {
    return Kits.draft(kit);
  }

  /** Whether a kit is as it is wanted. */
  public static boolean is(Kit kit, KitDraft wanted) {
    return Kits.draft(kit).equals(wanted);
  }

  /**
   * Makes a kit, or changes it.
   *
   * @param id of the one that is made, or is there
   */
  public static Kit write(
      Transaction tx, String id, @Nullable Kit before, KitDraft draft, Instant now) {
    if (before == null) {
      tx.run("CREATE (k:Kit {id: $id, version: 1, createdAt: $now})", map("id", id, "now", now));
    } else {
      tx.run("MATCH (k:Kit {id: $id}) SET k.version = k.version + 1", map("id", id));
    }
    tx.run(
        "MATCH (k:Kit {id: $id}) SET k += $properties",
        map("id", id, "properties", Kits.properties(draft)));
    KitSlots.replace(tx, id, draft.slots());
    return KitView.one(tx, id);
  }

  /** What differs, in words for the audit trail. */
  public static List<Change> changes(@Nullable Kit before, Kit after) {
    return Kits.changes(before, after);
  }
}
