package asset2go.catalogue;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Purchase;
import asset2go.catalogue.Catalogue.Supplier;
import asset2go.catalogue.Catalogue.SupplierDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who sells equipment. */
@ApplicationScoped
public class Suppliers {

  static final NamedNodes<Supplier> NODES =
      new NamedNodes<>(
          "Supplier",
          "supplier",
          "n{.id, .name, .contact, .email, .phone, .website, .notes, .version}",
          v ->
              new Supplier(
                  v.get("id").asString(),
                  v.get("name").asString(),
                  text(v.get("contact")),
                  text(v.get("email")),
                  text(v.get("phone")),
                  text(v.get("website")),
                  text(v.get("notes")),
                  v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject Events events;

  public Page<Supplier> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public Supplier get(Actor actor, String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public Supplier create(Actor actor, SupplierDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (n:Supplier {id: $id, version: 1, createdAt: $now})
                SET n += $properties
                """,
                map("id", id, "now", now, "properties", properties(draft)));
            events.append(tx, "Supplier", id, "CREATED", actor, now, changes(null, draft));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw NODES.taken(draft.name());
    }
  }

  public Supplier change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<SupplierDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            SupplierDraft before = draft(NODES.get(tx, id));
            SupplierDraft after = change.apply(before);
            tx.run(
                "MATCH (n:Supplier {id: $id}) SET n += $properties",
                map("id", id, "properties", properties(after)));
            events.append(tx, "Supplier", id, "CHANGED", actor, now, changes(before, after));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw new DomainError.Conflict(
          "name", Fault.TAKEN, "there is already a supplier with that name");
    }
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (tx.one("MATCH (a:Asset {supplierId: $id}) RETURN a.id LIMIT 1", Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still assets from this supplier.");
          }
          if (tx.one("MATCH (b:Batch {supplierId: $id}) RETURN b.id LIMIT 1", Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still batches from this supplier.");
          }
          SupplierDraft last = draft(NODES.get(tx, id));
          events.append(
              tx,
              "Supplier",
              id,
              "DELETED",
              actor,
              now,
              List.of(new Change("name", last.name(), null)));
          tx.run("MATCH (n:Supplier {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  /**
   * A purchase whose supplier is one of the catalogue. Of id and name the one that was changed
   * counts, the id where both were. The supplier is locked, so that it cannot go meanwhile.
   *
   * @throws DomainError.Invalid where there is no such supplier
   */
  public @Nullable Purchase resolve(
      Transaction tx, @Nullable Purchase before, @Nullable Purchase after) {
    if (after == null) {
      return null;
    }
    Purchase old = before == null ? Purchase.NONE : before;
    if (!Objects.equals(after.supplierId(), old.supplierId())) {
      return after.from(one(tx, "id", "purchase.supplierId", after.supplierId()));
    }
    if (!Objects.equals(after.supplier(), old.supplier())) {
      return after.from(one(tx, "nameKey", "purchase.supplier", after.supplier()));
    }
    return after;
  }

  private static @Nullable Ref one(
      Transaction tx, String property, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String key = property.equals("id") ? value : Folding.fold(value);
    return tx.one(
            """
            MATCH (n:Supplier {%s: $key})
            SET n.touched = true
            RETURN n{.id, .name} AS supplier
            """
                .formatted(property),
            Map.of("key", key))
        .map(row -> Values.ref(row.get("supplier")))
        .orElseThrow(
            () ->
                new DomainError.Invalid(
                    field, Fault.UNKNOWN, "there is no supplier \"" + value + "\""));
  }

  private static SupplierDraft draft(Supplier s) {
    return new SupplierDraft(s.name(), s.contact(), s.email(), s.phone(), s.website(), s.notes());
  }

  private static Map<String, @Nullable Object> properties(SupplierDraft draft) {
    return map(
        "name", draft.name().strip(),
        "nameKey", Folding.fold(draft.name()),
        "contact", draft.contact(),
        "email", draft.email(),
        "phone", draft.phone(),
        "website", draft.website(),
        "notes", draft.notes());
  }

  private static List<Change> changes(@Nullable SupplierDraft before, SupplierDraft after) {
    return new Differences()
        .add("name", before == null ? null : before.name(), after.name())
        .add("contact", before == null ? null : before.contact(), after.contact())
        .add("email", before == null ? null : before.email(), after.email())
        .add("phone", before == null ? null : before.phone(), after.phone())
        .add("website", before == null ? null : before.website(), after.website())
        .add("notes", before == null ? null : before.notes(), after.notes())
        .all();
  }
}
