package asset2go.catalogue;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.date;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Catalogue.Batch;
import asset2go.catalogue.Catalogue.BatchDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
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

/** What was made or delivered together. Who is concerned when it is faulty says a recall. */
@ApplicationScoped
public class Batches {

  private static final NamedNodes<Batch> NODES =
      new NamedNodes<>(
          "Batch",
          "batch",
          """
          n{.id, .name, .receivedOn, .notes, .version,
            supplier: [(n)-[:SUPPLIED_BY]->(p) | p{.id, .name}][0]}\
          """,
          v ->
              new Batch(
                  v.get("id").asString(),
                  v.get("name").asString(),
                  ref(v.get("supplier")),
                  date(v.get("receivedOn")),
                  text(v.get("notes")),
                  v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject Events events;

  public Page<Batch> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    return graph.read(tx -> NODES.list(tx, q, Slice.of(limit, after)));
  }

  public Batch get(Actor actor, String id) {
    return graph.read(tx -> NODES.get(tx, id));
  }

  public Batch create(Actor actor, BatchDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:Batch {id: $id, version: 1, createdAt: $now, nameKey: $id, supplierId: ''})
                """,
                map("id", id, "now", now));
            write(tx, id, draft);
            events.append(tx, "Batch", id, "CREATED", actor, now, changes(null, draft));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public Batch change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<BatchDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            BatchDraft before = draft(NODES.get(tx, id));
            BatchDraft after = change.apply(before);
            write(tx, id, after);
            events.append(tx, "Batch", id, "CHANGED", actor, now, changes(before, after));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw taken();
    }
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (tx.one(
                  "MATCH (:Batch {id: $id})<-[:FROM_BATCH]-(a) RETURN a.id LIMIT 1",
                  Map.of("id", id))
              .isPresent()) {
            throw new DomainError.Conflict("There are still assets of this batch.");
          }
          Change gone = new Change("name", NODES.get(tx, id).name(), null);
          events.append(tx, "Batch", id, "DELETED", actor, now, List.of(gone));
          tx.run("MATCH (n:Batch {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  private static void write(Transaction tx, String id, BatchDraft draft) {
    Suppliers.NODES.requireExists(tx, "supplierId", draft.supplierId());
    tx.run(
        """
        MATCH (n:Batch {id: $id})
        OPTIONAL MATCH (n)-[old:SUPPLIED_BY]->()
        DELETE old
        WITH DISTINCT n
        SET n.name = $name, n.nameKey = $key, n.receivedOn = $receivedOn, n.notes = $notes,
            n.supplierId = coalesce($supplierId, '')
        WITH n
        MATCH (s:Supplier {id: $supplierId})
        SET s.touched = true
        CREATE (n)-[:SUPPLIED_BY]->(s)
        """,
        map(
            "id", id,
            "name", draft.name().strip(),
            "key", Folding.fold(draft.name()),
            "receivedOn", draft.receivedOn(),
            "notes", draft.notes(),
            "supplierId", draft.supplierId()));
  }

  /**
   * Says which batch an asset is of.
   *
   * @throws DomainError.Invalid where there is no such batch
   */
  public static void link(Transaction tx, String assetId, @Nullable String batchId) {
    tx.run("MATCH (:Asset {id: $id})-[old:FROM_BATCH]->() DELETE old", Map.of("id", assetId));
    if (batchId == null) {
      return;
    }
    boolean linked =
        tx.one(
                """
                MATCH (a:Asset {id: $id}), (b:Batch {id: $batchId})
                SET b.touched = true
                CREATE (a)-[:FROM_BATCH]->(b)
                RETURN b.id AS id
                """,
                Map.of("id", assetId, "batchId", batchId))
            .isPresent();
    if (!linked) {
      throw new DomainError.Invalid("batchId", Fault.UNKNOWN, "there is no batch " + batchId);
    }
  }

  private static BatchDraft draft(Batch b) {
    return new BatchDraft(
        b.name(), b.supplier() == null ? null : b.supplier().id(), b.receivedOn(), b.notes());
  }

  private static List<Change> changes(@Nullable BatchDraft before, BatchDraft after) {
    BatchDraft old = before == null ? new BatchDraft("", null, null, null) : before;
    return new Differences()
        .add("name", before == null ? null : old.name(), after.name())
        .add("supplierId", old.supplierId(), after.supplierId())
        .add("receivedOn", old.receivedOn(), after.receivedOn())
        .add("notes", old.notes(), after.notes())
        .all();
  }

  private static DomainError.Conflict taken() {
    return new DomainError.Conflict(
        "name", Fault.TAKEN, "the supplier already has a batch with that number");
  }
}
