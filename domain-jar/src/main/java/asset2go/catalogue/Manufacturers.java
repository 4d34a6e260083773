package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Catalogue.Manufacturer;
import asset2go.catalogue.Catalogue.NameDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who makes equipment. */
@ApplicationScoped
public class Manufacturers {

  static final NamedNodes<Manufacturer> NODES =
      new NamedNodes<>(
          "Manufacturer",
          "manufacturer",
          "n{.id, .name, .version}",
          v ->
              new Manufacturer(
                  v.get("id").asString(), v.get("name").asString(), v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject ModelNames modelNames;

  public Page<Manufacturer> list(
      @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public Manufacturer get(String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public Manufacturer create(Actor actor, NameDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:Manufacturer {id: $id, name: $name, nameKey: $key, version: 1,
                                       createdAt: $now})
                """,
                map(
                    "id",
                    id,
                    "name",
                    draft.name().strip(),
                    "key",
                    Folding.fold(draft.name()),
                    "now",
                    now));
            events.append(
                tx, "Manufacturer", id, "CREATED", actor, now, changes(null, draft.name()));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw NODES.taken(draft.name());
    }
  }

  public Manufacturer change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<NameDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            NameDraft before = new NameDraft(NODES.get(tx, id).name());
            NameDraft changed = change.apply(before);
            tx.run(
                "MATCH (n:Manufacturer {id: $id}) SET n.name = $name, n.nameKey = $key",
                map("id", id, "name", changed.name(), "key", Folding.fold(changed.name())));
            tx.rows(
                    "MATCH (m:AssetModel {manufacturerId: $id}) RETURN m.id AS id",
                    Map.of("id", id))
                .forEach(row -> modelNames.refresh(tx, row.get("id").asString()));
            events.append(
                tx,
                "Manufacturer",
                id,
                "CHANGED",
                actor,
                now,
                changes(before.name(), changed.name()));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw new DomainError.Conflict(
          "name", Fault.TAKEN, "there is already a manufacturer with that name");
    }
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (tx.one(
                  "MATCH (n:AssetModel {manufacturerId: $id}) RETURN n LIMIT 1", Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still models of this manufacturer.");
          }
          events.append(
              tx,
              "Manufacturer",
              id,
              "DELETED",
              actor,
              now,
              changes(NODES.get(tx, id).name(), null));
          tx.run("MATCH (n:Manufacturer {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  private static List<Change> changes(@Nullable String before, @Nullable String after) {
    return new Differences().add("name", before, after).all();
  }
}
