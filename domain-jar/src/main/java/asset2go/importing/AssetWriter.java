package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetFields;
import asset2go.bulk.Difference;
import asset2go.cache.Cache;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.maintenance.Downtimes;
import asset2go.placement.Stays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a batch made of its assets, each kind of change in one statement for all of them. */
final class AssetWriter {

  private final Transaction tx;
  private final Scope scope;

  /** From when what was moved may stand elsewhere. */
  private final Map<String, Instant> left = new HashMap<>();

  AssetWriter(Transaction tx, Scope scope) {
    this.tx = tx;
    this.scope = scope;
  }

  void write(Collection<AssetState> assets) {
    List<AssetState> fresh = assets.stream().filter(a -> a.fresh).toList();
    List<AssetState> changed = assets.stream().filter(a -> !a.fresh && a.changed()).toList();
    if (!changed.isEmpty()) {
      tx.touch(Cache.EVERYTHING);
    }
    List<AssetState> moved = changed.stream().filter(AssetState::moved).toList();
    suppliers(assets);
    create(fresh);
    update(changed);
    claims(fresh, changed);
    batches(fresh, changed);
    leave(moved);
    models(changed);
    places(fresh, moved);
    roots(moved);
    custody(fresh, changed);
    downtimes(concat(fresh, changed));
  }

  /** Suppliers are locked, so that none of them goes meanwhile; in their order, as all do it. */
  private void suppliers(Collection<AssetState> assets) {
    runAll(
        """
        UNWIND $rows AS id
        MATCH (s:Supplier {id: id})
        SET s.touched = true
        """,
        assets.stream()
            .filter(a -> a.fresh || a.changed())
            .map(a -> a.draft.purchase() == null ? null : a.draft.purchase().supplierId())
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }

  /** In groups by what they are linked to, each group in one statement. */
  private void create(List<AssetState> fresh) {
    fresh.stream()
        .collect(
            Collectors.groupingBy(
                a -> new Links(a.draft.modelId() != null, a.draft.locationId() != null)))
        .forEach(
            (links, assets) -> runAll(links.cypher(), assets.stream().map(this::fresh).toList()));
    events(fresh.stream().filter(a -> a.chain.events().size() > 1).toList(), 1);
  }

  /** What new assets are linked to. */
  private record Links(boolean model, boolean location) {

    String cypher() {
      return """
          MATCH (r:ImportRun {id: $runId})
          UNWIND $rows AS row
          """
          + (model ? "MATCH (m:AssetModel {id: row.asset.modelId})\n" : "")
          + (location ? "MATCH (l:Location {id: row.asset.rootLocationId})\n" : "")
          + """
          CREATE (a:Asset)
          SET a = row.asset
          CREATE (r)-[:CREATED {version: a.version}]->(a)
          CREATE (e:Event)
          SET e = row.event
          CREATE (e)-[:OF]->(a)
          """
          + (model ? "CREATE (a)-[:OF_MODEL]->(m)\n" : "")
          + (location
              ? """
              CREATE (a)-[:LOCATED_AT]->(l)
              CREATE (p:Placement {id: row.placement, subjectId: a.id, from: $now})
              CREATE (p)-[:OF]->(a)
              CREATE (p)-[:IN]->(l)
              """
              : "");
    }
  }

  private Map<String, @Nullable Object> fresh(AssetState asset) {
    return map(
        "asset", created(asset),
        "event", asset.chain.events().get(0),
        "placement", Ids.next());
  }

  private Map<String, @Nullable Object> created(AssetState asset) {
    Map<String, @Nullable Object> properties = properties(asset);
    properties.put("id", asset.id);
    properties.put("createdAt", scope.now());
    properties.put("rootLocationId", asset.rootLocationId);
    return properties;
  }

  private Map<String, @Nullable Object> properties(AssetState asset) {
    Map<String, @Nullable Object> properties = AssetFields.properties(asset.draft);
    properties.put("updatedAt", scope.now());
    properties.put("version", asset.version + 1);
    properties.put("searchText", asset.searchText());
    properties.put("eventSeq", asset.chain.seq());
    properties.put("eventHash", asset.chain.hash());
    properties.putAll(asset.customValues().properties());
    return properties;
  }

  private void update(List<AssetState> changed) {
    run(
        """
        MATCH (r:ImportRun {id: $runId})
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.id})
        SET a += row.asset
        CREATE (r)-[:UPDATED {seq: a.eventSeq, before: row.before, after: row.after}]->(a)
        WITH r, a
        MATCH (r)-[made:CREATED]->(a)
        SET made.version = a.version
        """,
        changed.stream().map(this::changed).toList());
    events(changed, 0);
  }

  /** With the way back, for whoever takes the import back. */
  private Map<String, @Nullable Object> changed(AssetState asset) {
    Difference difference = asset.difference();
    return map(
        "id",
        asset.id,
        "asset",
        properties(asset),
        "before",
        difference.before().toString(),
        "after",
        difference.after().toString());
  }

  /** Appends the events of each asset, those before {@code from} left out. */
  private void events(List<AssetState> assets, int from) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (AssetState asset : assets) {
      rows.addAll(asset.chain.events().subList(from, asset.chain.events().size()));
    }
    Events.write(tx, "Asset", rows);
  }

  private void batches(List<AssetState> fresh, List<AssetState> changed) {
    List<AssetState> other = concat(fresh, changed).stream().filter(AssetState::rebatched).toList();
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})-[old:FROM_BATCH]->()
        DELETE old
        """,
        other.stream().filter(a -> !a.fresh).map(a -> a.id).toList());
    runAll(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (b:Batch {id: row.batch})
        CREATE (a)-[:FROM_BATCH]->(b)
        """,
        other.stream()
            .filter(a -> a.draft.batchId() != null)
            .map(a -> map("asset", a.id, "batch", a.draft.batchId()))
            .toList());
  }

  /** Values that only one asset may have: given back first, since two may have changed places. */
  private void claims(List<AssetState> fresh, List<AssetState> changed) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (AssetState asset : concat(fresh, changed)) {
      for (Map<String, @Nullable Object> claim : asset.customValues().claims()) {
        claim.put("asset", asset.id);
        rows.add(claim);
      }
    }
    run(
        """
        UNWIND $rows AS row
        MATCH (:Asset {id: row.asset})-[:CLAIMS]->(u:UniqueValue {fieldId: row.fieldId})
        DETACH DELETE u
        """,
        rows);
    run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset})
        CREATE (a)-[:CLAIMS]->(:UniqueValue {fieldId: row.fieldId, value: row.value})
        """,
        rows.stream().filter(row -> row.get("value") != null).toList());
  }

  private void leave(List<AssetState> moved) {
    List<String> ids = moved.stream().map(a -> a.id).toList();
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})-[old:LOCATED_AT|CONTAINED_IN]->()
        DELETE old
        """,
        ids);
    if (!ids.isEmpty()) {
      left.putAll(Stays.end(tx, "Asset", ids, scope.now()));
    }
  }

  private void models(List<AssetState> changed) {
    List<AssetState> other = changed.stream().filter(AssetState::remodelled).toList();
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})-[old:OF_MODEL]->()
        DELETE old
        """,
        other.stream().map(a -> a.id).toList());
    runAll(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (m:AssetModel {id: row.model})
        CREATE (a)-[:OF_MODEL]->(m)
        """,
        other.stream()
            .filter(a -> a.draft.modelId() != null)
            .map(a -> map("asset", a.id, "model", a.draft.modelId()))
            .toList());
  }

  private void places(List<AssetState> fresh, List<AssetState> moved) {
    List<AssetState> all = concat(fresh, moved);
    runAll(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (l:Location {id: row.place})
        CREATE (a)-[:LOCATED_AT]->(l)
        CREATE (p:Placement {id: row.placement, subjectId: a.id, from: row.from})
        CREATE (p)-[:OF]->(a)
        CREATE (p)-[:IN]->(l)
        """,
        moved.stream()
            .filter(a -> a.draft.locationId() != null)
            .map(a -> placement(a, a.draft.locationId()))
            .toList());
    runAll(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (c:Asset {id: row.place})
        CREATE (a)-[:CONTAINED_IN]->(c)
        CREATE (p:Placement {id: row.placement, subjectId: a.id, from: row.from})
        CREATE (p)-[:OF]->(a)
        CREATE (p)-[:IN]->(c)
        """,
        all.stream()
            .filter(a -> a.draft.containerId() != null)
            .map(a -> placement(a, a.draft.containerId()))
            .toList());
  }

  private Map<String, @Nullable Object> placement(AssetState asset, @Nullable String place) {
    return map(
        "asset",
        asset.id,
        "place",
        place,
        "placement",
        Ids.next(),
        "from",
        left.getOrDefault(asset.id, scope.now()));
  }

  /** What was moved takes along what is inside it. */
  private void roots(List<AssetState> moved) {
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})-[:CONTAINED_IN*0..20]->(top:Asset)
        WHERE NOT (top)-[:CONTAINED_IN]->()
        OPTIONAL MATCH (top)-[:LOCATED_AT]->(l:Location)
        WITH a, l.id AS root
        MATCH (a)<-[:CONTAINED_IN*0..20]-(inside:Asset)
        SET inside.rootLocationId = root
        """,
        moved.stream().map(a -> a.id).toList());
  }

  private void custody(List<AssetState> fresh, List<AssetState> changed) {
    List<AssetState> other =
        changed.stream().filter(a -> !Objects.equals(a.holder, a.holderBefore)).toList();
    List<String> given = other.stream().filter(a -> a.holderBefore != null).map(a -> a.id).toList();
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})-[held:HELD_BY]->()
        DELETE held
        REMOVE a.due
        """,
        given);
    run(
        """
        UNWIND $rows AS id
        MATCH (a:Asset {id: id})<-[:OF]-(c:Custody)
        WHERE c.to IS NULL
        SET c.to = $now, c.condition = a.condition
        REMOVE c.open
        """,
        given);
    BookedBack.note(tx, scope, given);
    run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (h:Person {id: row.holder})
        CREATE (a)-[:HELD_BY]->(h)
        CREATE (c:Custody {id: row.custody, from: $now, assetId: a.id, holderKind: 'PERSON',
                           holderId: h.id, open: true})
        CREATE (c)-[:OF]->(a)
        CREATE (c)-[:TO]->(h)
        """,
        concat(fresh, other).stream()
            .filter(a -> a.holder != null)
            .map(
                a ->
                    map(
                        "asset", a.id,
                        "holder", Objects.requireNonNull(a.holder).id(),
                        "custody", Ids.next()))
            .toList());
  }

  private void downtimes(List<AssetState> assets) {
    Downtimes.note(
        tx,
        assets.stream()
            .map(a -> new Downtimes.Shift(a.id, a.statusBefore(), a.status()))
            .filter(shift -> shift.from() != shift.to())
            .toList(),
        scope.now());
  }

  /** A statement that must find what each of its rows names. */
  private void runAll(String cypher, List<?> rows) {
    if (rows.isEmpty()) {
      return;
    }
    long written =
        tx.one(
                cypher + "RETURN count(*) AS written",
                map("rows", rows, "now", scope.now(), "runId", scope.runId()))
            .map(row -> row.get("written").asLong())
            .orElse(0L);
    if (written != rows.size()) {
      throw new Memory.Outdated();
    }
  }

  private void run(String cypher, List<?> rows) {
    if (!rows.isEmpty()) {
      tx.run(cypher, map("rows", rows, "now", scope.now(), "runId", scope.runId()));
    }
  }

  private static List<AssetState> concat(List<AssetState> some, List<AssetState> more) {
    List<AssetState> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
