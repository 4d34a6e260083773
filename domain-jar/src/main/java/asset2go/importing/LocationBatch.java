package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.cache.Cache;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.importing.LocationState.Fields;
import asset2go.page.Ref;
import asset2go.placement.Stays;
import asset2go.search.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A batch of rows about locations; worked out, locked and written like {@link AssetBatch}. */
final class LocationBatch {

  private static final int MAX_DEPTH = 20;

  private final Transaction tx;
  private final Scope scope;
  private final Known comes;
  private final List<LocationRow> rows;
  private final String standardCompany;
  private final Names companies;
  private final Set<String> locked = new HashSet<>();

  LocationBatch(Transaction tx, Scope scope, Known comes, Memory memory, List<LocationRow> rows) {
    this.tx = tx;
    this.scope = scope;
    this.comes = comes;
    this.rows = rows;
    this.standardCompany = memory.standardCompany(tx);
    this.companies = Names.resolve(tx, scope, memory, "Company", texts(LocationRow::company));
  }

  private List<String> texts(Function<LocationRow, @Nullable String> field) {
    return rows.stream().map(field).filter(Objects::nonNull).distinct().toList();
  }

  Outcome run() {
    Plan plan = new Plan();
    while (scope.write() && lock(plan)) {
      plan = new Plan();
    }
    if (scope.write()) {
      write(plan.locations);
    }
    return plan.outcome;
  }

  private boolean lock(Plan plan) {
    Set<String> trees = new TreeSet<>(plan.trees);
    trees.removeAll(locked);
    trees.forEach(companyId -> TreeLock.LOCATION.take(tx, companyId));
    Set<String> ids = new TreeSet<>();
    plan.locations.all().stream()
        .filter(l -> !l.fresh && l.changed() && !locked.contains(l.id))
        .forEach(l -> ids.add(l.id));
    if (!ids.isEmpty()) {
      tx.run(
          """
          UNWIND $ids AS id
          MATCH (l:Location {id: id})
          SET l.touched = true
          """,
          map("ids", ids));
    }
    locked.addAll(trees);
    locked.addAll(ids);
    return !trees.isEmpty() || !ids.isEmpty();
  }

  /** One go at working out what is to be written. */
  private final class Plan {

    final Locations locations;
    final Outcome outcome = new Outcome();
    final Set<String> trees = new HashSet<>();

    Plan() {
      Set<String> codes = new HashSet<>(texts(LocationRow::code));
      codes.addAll(texts(LocationRow::parent));
      locations = Locations.read(tx, codes);
      List<LocationRow> waiting = rows;
      int before;
      do {
        before = waiting.size();
        List<LocationRow> still = new ArrayList<>();
        for (LocationRow row : waiting) {
          take(row, still);
        }
        waiting = still;
      } while (!waiting.isEmpty() && waiting.size() < before);
      waiting.forEach(this::setAside);
    }

    private void setAside(LocationRow row) {
      String parent = Objects.requireNonNull(row.parent());
      if (!scope.write() && comes.has(parent)) {
        outcome.created++;
      } else if (scope.write() && !scope.last()) {
        outcome.aside.add(row.cells().line());
      } else {
        refuse(
            row,
            new Refusal(
                Field.LOCATION_PARENT,
                parent,
                "is not the code of a location, nor of a good row of this file"));
      }
    }

    private void refuse(LocationRow row, Refusal refusal) {
      outcome.fail(List.of(refusal.in(row.cells())));
    }

    private void take(LocationRow row, List<LocationRow> waiting) {
      try {
        String companyId = company(row);
        LocationState parent = null;
        if (row.parent() != null) {
          parent = locations.find(row.parent(), companyId);
          if (parent == null) {
            waiting.add(row);
            return;
          }
        }
        outcome.count(put(row, companyId, parent));
      } catch (Refusal refusal) {
        refuse(row, refusal);
      }
    }

    private String company(LocationRow row) throws Refusal {
      if (row.company() == null) {
        return standardCompany;
      }
      Ref company = companies.get(row.company());
      if (company == null) {
        throw new Refusal(Field.LOCATION_COMPANY, row.company(), "is not there");
      }
      return company.id();
    }

    private Outcome.Change put(LocationRow row, String companyId, @Nullable LocationState parent)
        throws Refusal {
      String code = Objects.requireNonNull(row.code());
      LocationState found = locations.find(code, companyId);
      LocationState location = found == null ? new LocationState(companyId, code) : found;
      if (parent != null && parent != location.parent) {
        checkParent(row, location, parent);
        trees.add(companyId);
      }
      Fields old = location.fields;
      Fields next =
          new Fields(
              code,
              row.name(),
              row.kind() == null ? old.kind() : row.kind(),
              parent == null ? old.parentId() : parent.id);
      if (next.equals(old)) {
        return Outcome.Change.UNCHANGED;
      }
      location.fields = next;
      location.parent = parent == null ? location.parent : parent;
      location.chain.append(scope, found == null ? "CREATED" : "CHANGED", next.changesFrom(old));
      if (found == null) {
        locations.add(location);
      }
      return found == null ? Outcome.Change.CREATED : Outcome.Change.UPDATED;
    }

    private static void checkParent(LocationRow row, LocationState location, LocationState parent)
        throws Refusal {
      int depth = 1;
      for (LocationState l = parent; l != null; l = l.parent) {
        if (l == location) {
          throw new Refusal(
              Field.LOCATION_PARENT, row.parent(), "is within this location, or is itself");
        }
        if (depth++ > MAX_DEPTH) {
          throw new Refusal(
              Field.LOCATION_PARENT,
              row.parent(),
              "locations can be within one another %d deep at most".formatted(MAX_DEPTH));
        }
      }
    }
  }

  private void write(Locations locations) {
    List<LocationState> changed = locations.all().stream().filter(LocationState::changed).toList();
    List<LocationState> fresh = changed.stream().filter(l -> l.fresh).toList();
    List<LocationState> old = changed.stream().filter(l -> !l.fresh).toList();
    if (!old.isEmpty()) {
      tx.touch(Cache.EVERYTHING);
    }
    run(
        """
        UNWIND $rows AS row
        CREATE (l:Location)
        SET l = row.location, l.createdAt = $now
        """,
        fresh.stream().map(l -> map("location", properties(l))).toList());
    run(
        """
        UNWIND $rows AS row
        MATCH (l:Location {id: row.location.id})
        SET l += row.location
        """,
        old.stream().map(l -> map("location", properties(l))).toList());
    List<LocationState> moved = old.stream().filter(LocationState::moved).toList();
    Map<String, Instant> left = leave(moved.stream().map(l -> l.id).toList());
    List<LocationState> placed = new ArrayList<>(fresh);
    placed.addAll(moved);
    run(
        """
        UNWIND $rows AS row
        MATCH (l:Location {id: row.id}), (parent:Location {id: row.parent})
        CREATE (l)-[:WITHIN]->(parent)
        CREATE (p:Placement {id: row.placement, subjectId: l.id, from: row.from})
        CREATE (p)-[:OF]->(l)
        CREATE (p)-[:IN]->(parent)
        """,
        placed.stream()
            .filter(l -> l.fields.parentId() != null)
            .map(
                l ->
                    map(
                        "id", l.id,
                        "parent", l.fields.parentId(),
                        "placement", Ids.next(),
                        "from", left.getOrDefault(l.id, scope.now())))
            .toList());
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    changed.forEach(l -> events.addAll(l.chain.events()));
    Events.write(tx, "Location", events);
    WayBack.made(tx, scope, "Location", fresh.stream().map(l -> l.id).toList());
    WayBack.changed(
        tx,
        scope,
        "Location",
        old.stream()
            .map(l -> WayBack.change(l.id, l.difference(), locations.depthBefore(l), l.moved()))
            .toList());
  }

  private Map<String, Instant> leave(List<String> ids) {
    run(
        """
        UNWIND $rows AS id
        MATCH (l:Location {id: id})-[within:WITHIN]->()
        DELETE within
        """,
        ids);
    return ids.isEmpty() ? Map.of() : Stays.end(tx, "Location", ids, scope.now());
  }

  private Map<String, @Nullable Object> properties(LocationState location) {
    String name = Objects.requireNonNull(location.fields.name());
    return map(
        "id", location.id,
        "companyId", location.companyId,
        "code", location.code,
        "name", name,
        "nameKey", Folding.fold(name),
        "kind", location.fields.kind(),
        "searchText", Folding.join(location.code, name),
        "version", location.version + 1,
        "updatedAt", scope.now(),
        "eventSeq", location.chain.seq(),
        "eventHash", location.chain.hash());
  }

  private void run(String cypher, List<?> values) {
    if (!values.isEmpty()) {
      tx.run(cypher, map("rows", values, "now", scope.now()));
    }
  }
}
