package asset2go.kit;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kit needs in the end: kits within it taken apart, categories as their models.
 *
 * @param slot its name, behind the names of the slots that the kits around it fill
 * @param each how many a kit needs
 * @param modelIds the models of which any fits, the preferred first
 */
public record KitNeed(String slot, int each, List<String> modelIds) {

  /** More models than anybody has for one slot. */
  private static final int MODELS = 200;

  /** Slots in all, those of kits within the kit counted as often as they are needed. */
  static final int MOST = 500;

  /**
   * All needs of one kit.
   *
   * @throws DomainError.Conflict where there are more than anybody can look through
   */
  public static List<KitNeed> of(Transaction tx, String kitId) {
    List<KitNeed> needs = new ArrayList<>();
    collect(tx, KitView.one(tx, kitId), "", 1, needs);
    return needs;
  }

  /** The name of a kit; null where there is none. */
  public static @Nullable String name(Transaction tx, String kitId) {
    return tx.one("MATCH (k:Kit {id: $id}) RETURN k.name AS name", Map.of("id", kitId))
        .map(row -> row.get("name").asString())
        .orElse(null);
  }

  private static void collect(
      Transaction tx, Kit kit, String before, int times, List<KitNeed> needs) {
    for (Kit.Slot slot : kit.slots()) {
      String name = before + slot.name();
      Kit.Accepted first = slot.accepts().get(0);
      if (first.kind() == Kit.Kind.KIT) {
        Kit inner = KitView.one(tx, first.what().id());
        collect(tx, inner, name + " › ", times * slot.quantity(), needs);
      } else {
        if (needs.size() == MOST) {
          throw new DomainError.Conflict(
              "slots", Fault.TOO_LONG, "has more than %d slots in all".formatted(MOST));
        }
        needs.add(new KitNeed(name, times * slot.quantity(), models(tx, slot)));
      }
    }
  }

  private static List<String> models(Transaction tx, Kit.Slot slot) {
    Set<String> models = new LinkedHashSet<>();
    for (Kit.Accepted accepted : slot.accepts()) {
      if (accepted.kind() == Kit.Kind.MODEL) {
        models.add(accepted.what().id());
      } else {
        models.addAll(
            tx.list(
                """
                MATCH (:Category {id: $id})<-[:SUBCATEGORY_OF*0..30]-()<-[:IN_CATEGORY]-(m:AssetModel)
                WHERE EXISTS { (m)<-[:OF_MODEL]-() }
                RETURN DISTINCT m.id AS id, m.nameKey AS name
                ORDER BY name LIMIT $most
                """,
                map("id", accepted.what().id(), "most", MODELS),
                row -> row.get("id").asString()));
      }
    }
    return List.copyOf(models);
  }
}
