package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.custody.Scans;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import asset2go.right.Scope;
import asset2go.stocktake.ScanBatch.One;
import asset2go.stocktake.StockTake.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes scans. The stock-take is locked first, so that any number of people may count at once and
 * each asset counts once; a scan is known by the id that it was sent with, so that it may be sent
 * again whenever nobody knows whether it arrived.
 */
@ApplicationScoped
public class Counting {

  private static final Set<State> TAKES_SCANS =
      EnumSet.of(State.COUNTING, State.COMPARING, State.REVIEWING);

  private @Inject Graph graph;

  /** Takes scans, and says what became of each. */
  public ScanResult scan(Actor actor, String takeId, ScanBatch batch) {
    Instant now = Instant.now();
    List<String> ids = batch.scans().stream().map(scan -> Ids.next()).toList();
    return graph.write(
        tx -> {
          StockTake take = TakeView.lock(tx, actor, takeId, Duty.HANDLE.roles());
          refuseUnlessCounting(take);
          return scan(tx, actor, take, batch.scans(), ids, now);
        });
  }

  private static void refuseUnlessCounting(StockTake take) {
    if (take.state() == State.PREPARING) {
      throw new DomainError.Conflict(
          "What is expected is still being gathered: send the scans in a moment.");
    }
    if (!TAKES_SCANS.contains(take.state())) {
      throw new DomainError.Conflict("The stock-take takes no more scans.");
    }
  }

  private static ScanResult scan(
      Transaction tx, Actor actor, StockTake take, List<One> scans, List<String> ids, Instant now) {
    Map<String, ScannedCode> lines = new LinkedHashMap<>();
    Map<String, ScannedCode> taken = taken(tx, take, scans);
    Scans found = Scans.look(tx, actor.scope(), scans.stream().map(One::code).toList());
    Map<String, Ref> places = places(tx, take, scans);
    for (int i = 0; i < scans.size(); i++) {
      One scan = scans.get(i);
      if (!taken.containsKey(scan.id())) {
        lines.putIfAbsent(scan.id(), line(take, scan, ids.get(i), found, places, now));
      }
    }
    Map<String, Item> before =
        items(tx, actor.scope(), take, assetIds(lines.values(), taken.values()));
    Map<String, Item> after = judge(actor, lines.values(), before);
    write(tx, actor, take, lines.values(), before, after, now);
    List<ScanResult.One> results = new ArrayList<>();
    Set<String> answered = new HashSet<>(taken.keySet());
    for (One scan : scans) {
      boolean repeated = !answered.add(scan.id());
      ScannedCode line = taken.getOrDefault(scan.id(), lines.get(scan.id()));
      results.add(Objects.requireNonNull(line).result(scan, repeated, after));
    }
    return new ScanResult(results);
  }

  private static ScannedCode line(
      StockTake take, One scan, String id, Scans found, Map<String, Ref> places, Instant now) {
    // A clock that is ahead would let this scan count before all that follow.
    Instant at = scan.at() == null || scan.at().isAfter(now) ? now : scan.at();
    Ref usual = take.location();
    Ref place = scan.locationId() == null ? usual : places.get(scan.locationId());
    if (scan.locationId() != null && place == null) {
      String message = "there is no such location in this stock-take";
      return new ScannedCode(
          id, scan, at, null, null, FieldError.of("locationId", Fault.UNKNOWN, message), false);
    }
    try {
      return new ScannedCode(id, scan, at, place, found.id(scan.code()), null, true);
    } catch (DomainError.Invalid e) {
      FieldError error = e.errors().get(0);
      return new ScannedCode(
          id,
          scan,
          at,
          place,
          null,
          new FieldError("code", error.code(), error.message(), error.words()),
          true);
    }
  }

  /** Those of the scans that were taken before. */
  private static Map<String, ScannedCode> taken(Transaction tx, StockTake take, List<One> scans) {
    Map<String, ScannedCode> taken = new HashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (s:StockTakeScan {takeId: $take, clientId: id})
            RETURN s{.*} AS scan
            """,
            map("ids", scans.stream().map(One::id).distinct().toList(), "take", take.id()))
        .forEach(
            row -> {
              ScannedCode one = ScannedCode.of(row.get("scan"));
              taken.put(one.scan().id(), one);
            });
    return taken;
  }

  /** Locations that were named and that belong to what is counted. */
  private static Map<String, Ref> places(Transaction tx, StockTake take, List<One> scans) {
    Map<String, Ref> places = new HashMap<>();
    List<String> ids =
        scans.stream().map(One::locationId).filter(Objects::nonNull).distinct().toList();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (l:Location {id: id})
            WHERE $root IS NULL OR EXISTS { (l)-[:WITHIN*0..30]->(:Location {id: $root}) }
            RETURN l.id AS id, l.name AS name
            """,
            map("ids", ids, "root", take.location() == null ? null : take.location().id()))
        .forEach(
            row -> {
              String id = row.get("id").asString();
              places.put(id, new Ref(id, row.get("name").asString()));
            });
    return places;
  }

  private static List<String> assetIds(
      Collection<ScannedCode> lines, Collection<ScannedCode> taken) {
    return Stream.concat(lines.stream(), taken.stream())
        .map(ScannedCode::assetId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Map<String, Item> items(
      Transaction tx, Scope scope, StockTake take, List<String> assetIds) {
    Map<String, Item> items = new HashMap<>();
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})
            WHERE %s
            OPTIONAL MATCH (i:StockTakeItem {takeId: $take, assetId: id})
            RETURN a{.id, .tag, .name, .status} AS asset, i{.*} AS item,
              COLLECT { MATCH (l:Location {id: a.rootLocationId}) RETURN l{.id, .name} }[0] AS place,
              COLLECT { MATCH (:Location {id: a.rootLocationId})-[:WITHIN*0..30]->(up:Location)
                        RETURN DISTINCT up.id } AS above
            """
                .formatted(scope.asset("a")),
            scope.with("ids", assetIds, "take", take.id()))
        .forEach(row -> items.put(row.get("asset").get("id").asString(), Item.of(row)));
    return items;
  }

  private static Map<String, Item> judge(
      Actor actor, Collection<ScannedCode> lines, Map<String, Item> before) {
    Map<String, Item> after = new HashMap<>(before);
    for (ScannedCode line : lines) {
      String assetId = line.assetId();
      if (assetId != null) {
        String placeId = line.place() == null ? null : line.place().id();
        after.computeIfPresent(
            assetId, (id, item) -> item.after(line.scan(), line.at(), placeId, actor));
      }
    }
    return after;
  }

  private static void write(
      Transaction tx,
      Actor actor,
      StockTake take,
      Collection<ScannedCode> lines,
      Map<String, Item> before,
      Map<String, Item> after,
      Instant now) {
    Tally tally = new Tally();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    after.forEach(
        (id, item) -> {
          Item old = before.get(id);
          if (old != null && item != old && item.outcome() != null) {
            tally.outcome(old.outcome(), item.outcome(), 1);
            tally.review(old.review(), item.review(), 1);
            rows.add(map("assetId", id, "tag", item.asset().tag(), "set", item.properties()));
          }
        });
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (a:Asset {id: row.assetId})
        MERGE (i:StockTakeItem {takeId: $take, assetId: row.assetId})
          ON CREATE SET i.expected = false, i.tag = row.tag
        MERGE (i)-[:OF]->(a)
        SET i += row.set
        """,
        map("rows", rows, "take", take.id()));
    List<ScannedCode> kept =
        lines.stream()
            .filter(ScannedCode::kept)
            .sorted(Comparator.comparing(ScannedCode::id))
            .toList();
    tx.run(
        """
        UNWIND $rows AS row
        CREATE (s:StockTakeScan)
        SET s = row
        WITH s, row
        MATCH (a:Asset {id: row.assetId})
        CREATE (s)-[:OF]->(a)
        """,
        map("rows", kept.stream().map(line -> line.properties(take.id(), actor, now)).toList()));
    tally.add(Tally.UNKNOWN, kept.stream().filter(line -> line.assetId() == null).count());
    tally.write(tx, take.id());
  }
}
