package asset2go.kit;

import asset2go.graph.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which kits stand within which, as it is and as it is going to be, for those who change many in
 * one transaction and want to know what cannot be before they write.
 */
public final class KitNesting {

  /** By kit, how many of its slots no kit fills. */
  private final Map<String, Integer> plain = new HashMap<>();

  /** By kit, the kits that fill its slots, each as often as it does. */
  private final Map<String, List<String>> inside = new HashMap<>();

  /** By kit, those around it. */
  private final Map<String, Set<String>> around = new HashMap<>();

  private KitNesting() {}

  /** As it is; the tree of kits is locked, or nothing will be written. */
  public static KitNesting read(Transaction tx) {
    KitNesting nesting = new KitNesting();
    tx.rows(
            """
            MATCH (inner:Kit)<-[:ACCEPTS]-(:KitSlot)<-[:NEEDS]-(outer:Kit)
            UNWIND [inner, outer] AS k
            WITH DISTINCT k
            RETURN k.id AS id,
              COUNT { (k)-[:NEEDS]->(s) WHERE NOT EXISTS { (s)-[:ACCEPTS]->(:Kit) } } AS plain,
              COLLECT { MATCH (k)-[:NEEDS]->()-[:ACCEPTS]->(x:Kit) RETURN x.id } AS inside
            """,
            Map.of())
        .forEach(
            row -> {
              String kit = row.get("id").asString();
              nesting.plain.put(kit, row.get("plain").asInt());
              row.get("inside").asList(inner -> inner.asString()).stream()
                  .forEach(inner -> nesting.put(kit, inner));
            });
    return nesting;
  }

  private void put(String outer, @Nullable String inner) {
    if (inner == null) {
      plain.merge(outer, 1, Integer::sum);
    } else {
      inside.computeIfAbsent(outer, id -> new ArrayList<>()).add(inner);
      around.computeIfAbsent(inner, id -> new HashSet<>()).add(outer);
    }
  }

  private void take(String outer, @Nullable String inner) {
    if (inner == null) {
      plain.merge(outer, -1, Integer::sum);
    } else {
      inside.getOrDefault(outer, new ArrayList<>()).remove(inner);
      if (!inside(outer).contains(inner)) {
        around.getOrDefault(inner, new HashSet<>()).remove(outer);
      }
    }
  }

  /** Has a kit considered that no other has to do with so far. */
  public void add(String kit, int slots) {
    plain.putIfAbsent(kit, slots);
  }

  /**
   * Gives a kit one slot more.
   *
   * @param inner the kit that fills it; null for models or categories
   * @return what is against it, in which case it stays as it is; null for nothing
   */
  public @Nullable String slot(String kit, @Nullable String inner) {
    if (inner != null) {
      if (inner.equals(kit) || within(inner, kit)) {
        return "would make a kit part of itself";
      }
      if (above(kit) + 1 + below(inner) >= KitSlots.DEEPEST) {
        return "is too deep: kits may be %d deep".formatted(KitSlots.DEEPEST);
      }
    }
    put(kit, inner);
    if (largest(kit) > KitNeed.MOST) {
      take(kit, inner);
      return "is too much: a kit has %d slots in all".formatted(KitNeed.MOST);
    }
    return null;
  }

  private List<String> inside(String kit) {
    return inside.getOrDefault(kit, List.of());
  }

  private Set<String> around(String kit) {
    return around.getOrDefault(kit, Set.of());
  }

  private boolean within(String outer, String sought) {
    return inside(outer).stream().anyMatch(inner -> inner.equals(sought) || within(inner, sought));
  }

  private int below(String kit) {
    return inside(kit).stream().mapToInt(inner -> 1 + below(inner)).max().orElse(0);
  }

  private int above(String kit) {
    return around(kit).stream().mapToInt(outer -> 1 + above(outer)).max().orElse(0);
  }

  private int size(String kit) {
    return plain.getOrDefault(kit, 0) + inside(kit).stream().mapToInt(this::size).sum();
  }

  /** The most slots that it, or a kit around it, has in all. */
  private int largest(String kit) {
    return Math.max(size(kit), around(kit).stream().mapToInt(this::largest).max().orElse(0));
  }
}
