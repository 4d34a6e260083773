package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.dependency.Dependency.Criticality;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.page.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A batch of rows about dependencies; all of them under the lock of that graph. */
final class DependencyBatch {

  private static final String USUAL_KIND = "POWER";

  private final Transaction tx;
  private final Scope scope;
  private final List<DependencyRow> rows;
  private final String standardCompany;
  private final Names companies;
  private final Outcome outcome = new Outcome();

  /** An edge by its ends and kind. */
  private record Key(String asset, String needed, String kind) {}

  /** How critical an edge was, null for a new one, and is. */
  private record Weight(@Nullable String before, Criticality after) {}

  private final Map<Key, String> edges = new HashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<Key, Weight> changed = new LinkedHashMap<>();

  DependencyBatch(Transaction tx, Scope scope, Memory memory, List<DependencyRow> rows) {
    this.tx = tx;
    this.scope = scope;
    this.rows = rows;
    this.standardCompany = memory.standardCompany(tx);
    this.companies =
        Names.resolve(tx, scope.finding(), memory, "Company", texts(DependencyRow::company));
  }

  private List<String> texts(Function<DependencyRow, @Nullable String> field) {
    return rows.stream().map(field).filter(Objects::nonNull).distinct().toList();
  }

  Outcome run() {
    Set<String> tags = new HashSet<>(texts(DependencyRow::asset));
    tags.addAll(texts(DependencyRow::dependsOn));
    if (scope.write()) {
      TreeLock.DEPENDENCY.take(tx, TreeLock.ALL_COMPANIES);
      lock(Assets.read(tx, tags, Set.of()));
    }
    Assets assets = Assets.read(tx, tags, Set.of());
    readEdges(assets);
    for (DependencyRow row : rows) {
      try {
        outcome.count(take(row, assets));
      } catch (Refusal refusal) {
        outcome.fail(List.of(refusal.in(row.cells())));
      }
    }
    if (scope.write()) {
      write(assets);
    }
    return outcome;
  }

  private void lock(Assets assets) {
    Set<String> ids = new TreeSet<>();
    Set<String> dependents = new HashSet<>(texts(DependencyRow::asset));
    assets.all().stream().filter(a -> dependents.contains(a.tag)).forEach(a -> ids.add(a.id));
    tx.run(
        """
        UNWIND $ids AS id
        MATCH (a:Asset {id: id})
        SET a.touched = true
        """,
        map("ids", ids));
  }

  /** Reads every edge that can be reached from what is named, each asset visited once. */
  private void readEdges(Assets assets) {
    Set<String> seen = new HashSet<>();
    Set<String> frontier = new HashSet<>();
    assets.all().forEach(asset -> frontier.add(asset.id));
    while (!frontier.isEmpty()) {
      seen.addAll(frontier);
      List<String> ids = List.copyOf(frontier);
      frontier.clear();
      tx.rows(
              """
              UNWIND $ids AS id
              MATCH (a:Asset {id: id})-[d:DEPENDS_ON]->(b:Asset)
              RETURN id, b.id AS needed, d.kind AS kind, d.criticality AS criticality
              """,
              map("ids", ids))
          .forEach(
              row -> {
                String needed = row.get("needed").asString();
                edges.put(
                    new Key(row.get("id").asString(), needed, row.get("kind").asString()),
                    row.get("criticality").asString());
                needs.computeIfAbsent(row.get("id").asString(), k -> new HashSet<>()).add(needed);
                if (!seen.contains(needed)) {
                  frontier.add(needed);
                }
              });
    }
  }

  private Outcome.Change take(DependencyRow row, Assets assets) throws Refusal {
    String companyId = company(row);
    AssetState asset = find(assets, Field.DEPENDENT, row.asset(), companyId);
    AssetState needed = find(assets, Field.DEPENDS_ON, row.dependsOn(), companyId);
    String kind = row.kind() == null ? USUAL_KIND : row.kind();
    Key key = new Key(asset.id, needed.id, kind);
    String before = edges.get(key);
    Criticality criticality =
        row.criticality() != null
            ? row.criticality()
            : before == null ? Criticality.HIGH : Criticality.valueOf(before);
    if (criticality.name().equals(before)) {
      return Outcome.Change.UNCHANGED;
    }
    if (before == null && reaches(needed.id, asset.id)) {
      throw new Refusal(
          Field.DEPENDS_ON,
          row.dependsOn(),
          asset == needed
              ? "is the asset itself"
              : "depends on %s already, directly or through others".formatted(asset.tag));
    }
    edges.put(key, criticality.name());
    needs.computeIfAbsent(asset.id, k -> new HashSet<>()).add(needed.id);
    Weight earlier = changed.get(key);
    changed.put(key, new Weight(earlier == null ? before : earlier.before(), criticality));
    if (before == null) {
      asset.chain.append(
          scope,
          "DEPENDENCY_ADDED",
          List.of(new Change("dependsOn", null, kind + " " + needed.tag)));
      return Outcome.Change.CREATED;
    }
    asset.chain.append(
        scope,
        "DEPENDENCY_CHANGED",
        List.of(
            new Change(
                "dependsOn",
                kind + " " + needed.tag + " " + before,
                kind + " " + needed.tag + " " + criticality)));
    return Outcome.Change.UPDATED;
  }

  private @Nullable String company(DependencyRow row) throws Refusal {
    if (row.company() == null) {
      return null;
    }
    Ref company = companies.get(row.company());
    if (company == null) {
      throw new Refusal(Field.DEPENDENCY_COMPANY, row.company(), "is not there");
    }
    return company.id();
  }

  private AssetState find(
      Assets assets, Field field, @Nullable String tag, @Nullable String companyId) throws Refusal {
    try {
      AssetState found = assets.tagged(Objects.requireNonNull(tag), companyId, standardCompany);
      if (found == null) {
        throw new BadCell("is not the tag of an asset. Import the assets first");
      }
      return found;
    } catch (BadCell e) {
      throw new Refusal(field, tag, String.valueOf(e.getMessage()));
    }
  }

  private boolean reaches(String from, String to) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (id.equals(to)) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(needs.getOrDefault(id, Set.of()));
      }
    }
    return false;
  }

  /** To take the import back: an edge that it changes twice has one note, from first to last. */
  private void noteWayBack(List<Map<String, @Nullable Object>> rows) {
    tx.run(
        """
        MATCH (r:ImportRun {id: $runId})
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset})
        MERGE (r)-[note:LINKED {needed: row.needed, kind: row.kind}]->(a)
        ON CREATE SET note.before = row.before
        SET note.after = row.criticality
        """,
        map("rows", rows, "runId", scope.runId()));
  }

  private void write(Assets assets) {
    if (changed.isEmpty()) {
      return;
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    changed.forEach(
        (key, weight) ->
            rows.add(
                map(
                    "asset", key.asset(),
                    "needed", key.needed(),
                    "kind", key.kind(),
                    "before", weight.before(),
                    "criticality", weight.after())));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.asset}), (b:Asset {id: row.needed})
        MERGE (a)-[d:DEPENDS_ON {kind: row.kind}]->(b)
        ON CREATE SET d.importId = $runId
        SET d.criticality = row.criticality
        """,
        map("rows", rows, "runId", scope.runId()));
    noteWayBack(rows);
    List<AssetState> subjects = assets.all().stream().filter(AssetState::changed).toList();
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.id})
        SET a.eventSeq = row.seq, a.eventHash = row.hash
        """,
        map(
            "rows",
            subjects.stream()
                .map(a -> map("id", a.id, "seq", a.chain.seq(), "hash", a.chain.hash()))
                .toList()));
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    subjects.forEach(a -> events.addAll(a.chain.events()));
    Events.write(tx, "Asset", events);
  }
}
