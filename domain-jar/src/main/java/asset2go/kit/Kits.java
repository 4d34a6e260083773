package asset2go.kit;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent;
import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Making and changing kits. Like models, they say what kinds of things there are, to everybody. */
@ApplicationScoped
public class Kits {

  private @Inject Graph graph;
  private @Inject Events events;

  public Page<Kit> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    return slice.page(
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (k:Kit)
                    WHERE ($q IS NULL OR k.nameKey CONTAINS $q)
                      AND ($key IS NULL OR k.nameKey > $key OR (k.nameKey = $key AND k.id > $id))
                    WITH k ORDER BY k.nameKey, k.id LIMIT $limit
                    RETURN k.nameKey AS key, k.id AS id, %s
                    """
                        .formatted(KitView.COLUMNS),
                    slice.parameters("q", Folding.sought(q)))),
        KitView::of);
  }

  public Kit get(Actor actor, String id) {
    return graph.read(tx -> KitView.one(tx, id));
  }

  /** What happened to one, newest first. */
  public Page<AssetEvent> events(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Long before = after == null ? null : number(after);
    return graph.read(
        tx -> {
          KitView.one(tx, id);
          return events.page(tx, id, Limits.page(limit), before);
        });
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  public Kit create(Actor actor, KitDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    return named(
        draft.name(),
        () ->
            graph.write(
                tx -> {
                  TreeLock.KIT.take(tx, TreeLock.ALL_COMPANIES);
                  tx.run(
                      "CREATE (k:Kit {id: $id, version: 1, createdAt: $now}) SET k += $properties",
                      map("id", id, "now", now, "properties", properties(draft)));
                  KitSlots.replace(tx, id, draft.slots());
                  Kit made = KitView.one(tx, id);
                  events.append(tx, "Kit", id, "CREATED", actor, now, changes(null, made));
                  return made;
                }));
  }

  /**
   * Changes a kit.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   */
  public Kit change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<KitDraft> change) {
    Instant now = Instant.now();
    return named(null, () -> graph.write(tx -> change(tx, actor, id, expected, change, now)));
  }

  /** The same within a transaction. */
  public Kit change(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      UnaryOperator<KitDraft> change,
      Instant now) {
    Kit before = lock(tx, id, expected);
    KitDraft old = draft(before);
    KitDraft draft = change.apply(old);
    if (draft.equals(old)) {
      return before;
    }
    tx.run(
        "MATCH (k:Kit {id: $id}) SET k += $properties, k.version = k.version + 1",
        map("id", id, "properties", properties(draft)));
    if (!draft.slots().equals(old.slots())) {
      KitSlots.replace(tx, id, draft.slots());
    }
    Kit after = KitView.one(tx, id);
    events.append(tx, "Kit", id, "CHANGED", actor, now, changes(before, after));
    return after;
  }

  /** Removes one that no other contains. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          delete(tx, actor, id, expected, Set.of(), now);
          return id;
        });
  }

  /**
   * The same within a transaction.
   *
   * @param leaving ids of kits around it that are taken for gone, where it is only tried
   */
  public void delete(
      Transaction tx,
      Actor actor,
      String id,
      @Nullable Long expected,
      Set<String> leaving,
      Instant now) {
    Kit kit = lock(tx, id, expected);
    tx.one(
            """
            MATCH (:Kit {id: $id})<-[:ACCEPTS]-(:KitSlot)<-[:NEEDS]-(k:Kit)
            WHERE NOT k.id IN $leaving
            RETURN k.name AS name ORDER BY k.nameKey LIMIT 1
            """,
            map("id", id, "leaving", leaving))
        .ifPresent(
            row -> {
              String outer = row.get("name").asString();
              String why = "The kit is part of another one, " + outer + ".";
              throw new DomainError.Conflict(
                  why, List.of(FieldError.of("", Fault.NEEDED, why, outer)));
            });
    events.append(
        tx, "Kit", id, "DELETED", actor, now, List.of(new Change("name", kit.name(), null)));
    tx.run(
        """
        MATCH (k:Kit {id: $id})
        OPTIONAL MATCH (k)-[:NEEDS]->(s:KitSlot)
        DETACH DELETE k, s
        """,
        Map.of("id", id));
  }

  private static Kit lock(Transaction tx, String id, @Nullable Long expected) {
    TreeLock.KIT.take(tx, TreeLock.ALL_COMPANIES);
    Kit kit = KitView.one(tx, id);
    if (expected != null && expected != kit.version()) {
      throw new DomainError.Stale("kit");
    }
    return kit;
  }

  private static Kit named(@Nullable String name, java.util.function.Supplier<Kit> write) {
    try {
      return write.get();
    } catch (ConstraintViolated e) {
      String which = name == null ? "that name" : "the name \"" + name + "\"";
      throw new DomainError.Conflict("name", Fault.TAKEN, "there is already a kit with " + which);
    }
  }

  static Map<String, @Nullable Object> properties(KitDraft draft) {
    return map(
        "name", draft.name().strip(),
        "nameKey", Folding.fold(draft.name()),
        "description", draft.description());
  }

  static KitDraft draft(Kit kit) {
    return new KitDraft(
        kit.name(),
        kit.description(),
        kit.slots().stream()
            .map(
                slot ->
                    new KitDraft.Slot(
                        slot.name(),
                        slot.quantity(),
                        slot.accepts().stream()
                            .map(one -> new KitDraft.Accepted(one.kind(), one.what().id()))
                            .toList()))
            .toList());
  }

  static List<Change> changes(@Nullable Kit before, Kit after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "name", before == null ? null : before.name(), after.name());
    add(changes, "description", before == null ? null : before.description(), after.description());
    add(changes, "slots", before == null ? null : words(before), words(after));
    return changes;
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }

  private static String words(Kit kit) {
    return kit.slots().stream()
        .map(
            slot ->
                "%d × %s (%s)"
                    .formatted(
                        slot.quantity(),
                        slot.name(),
                        slot.accepts().stream()
                            .map(one -> one.what().name())
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("; "));
  }
}
