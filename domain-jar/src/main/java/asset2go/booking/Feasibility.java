package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetRef;
import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a wish can be had. Its lines are looked at together: an asset that it names is no longer
 * there for what it asks of the same model.
 */
final class Feasibility {

  private final Transaction tx;
  private final Wish wish;
  private final Terms terms;
  private final Actor actor;
  private final Instant now;
  private final String except;
  private final Stocks stocks;
  private final Map<String, Thing> things = new HashMap<>();
  private final Map<String, Shelf> shelves = new HashMap<>();

  /** An asset or a model by its id. */
  private record Thing(@Nullable AssetRef asset, @Nullable Ref model, @Nullable String modelId) {}

  /** Assets that can stand in for one another, before and after the assets that the wish names. */
  private record Shelf(Window window, Stock before, Stock after, List<Demand> promised) {}

  Feasibility(Transaction tx, Actor actor, Terms terms, Instant now, String except) {
    this.tx = tx;
    this.wish = terms.wish();
    this.terms = terms;
    this.actor = actor;
    this.now = now;
    this.except = except;
    this.stocks = new Stocks(tx, now, except);
    read();
    wish.lines().forEach(this::take);
  }

  private void read() {
    tx.rows(
            """
            UNWIND $assets AS id
            MATCH (a:Asset {id: id})
            RETURN id, a{.id, .tag, .name, .status} AS asset, null AS model,
                   [(a)-[:OF_MODEL]->(m) | m.id][0] AS modelId
            UNION ALL
            UNWIND $models AS id
            MATCH (m:AssetModel {id: id})
            RETURN id, null AS asset, m{.id, .name} AS model, m.id AS modelId
            """,
            map("assets", wish.assetIds(), "models", wish.modelIds()))
        .forEach(
            row ->
                things.put(
                    row.get("id").asString(),
                    new Thing(
                        row.get("asset").isNull() ? null : BookingView.asset(row.get("asset")),
                        Values.ref(row.get("model")),
                        Values.text(row.get("modelId")))));
    for (int i = 0; i < wish.lines().size(); i++) {
      Wanted line = wish.lines().get(i);
      if (!things.containsKey(id(line))) {
        boolean asset = line.assetId() != null;
        throw new DomainError.Invalid(
            "lines[" + i + "]." + (asset ? "assetId" : "modelId"),
            Fault.UNKNOWN,
            "there is no " + (asset ? "asset " : "model ") + id(line));
      }
    }
  }

  /** Takes the assets that are named off their shelf, as far as they are there. */
  private void take(Wanted line) {
    Thing thing = thing(line);
    String key = thing.modelId() == null ? id(line) : thing.modelId();
    Shelf shelf = shelves.computeIfAbsent(key, id -> shelf(thing, id));
    if (thing.asset() != null && isThere(thing.asset(), shelf.after(), shelf.window())) {
      shelves.put(
          key,
          new Shelf(
              shelf.window(),
              shelf.before(),
              shelf.after().with(thing.asset().id(), shelf.window()),
              shelf.promised()));
    }
  }

  private Shelf shelf(Thing thing, String id) {
    Stock stock = thing.modelId() == null ? stocks.ofAsset(id) : stocks.ofModel(id);
    List<Demand> promised = thing.modelId() == null ? List.of() : stocks.demands(id);
    return new Shelf(terms.busy(thing.modelId()), stock, stock, promised);
  }

  private static boolean isThere(AssetRef asset, Stock stock, Window window) {
    return Stocks.BOOKABLE.contains(asset.status()) && !stock.isTaken(asset.id(), window);
  }

  /** Whether all of it can be had together. */
  boolean possible() {
    return wish.lines().stream().allMatch(this::isThere)
        && shelves.entrySet().stream().allMatch(entry -> accepts(entry.getKey(), entry.getValue()));
  }

  private boolean isThere(Wanted line) {
    Thing thing = thing(line);
    Shelf shelf = shelf(line);
    return thing.asset() == null || isThere(thing.asset(), shelf.before(), shelf.window());
  }

  private boolean accepts(String modelId, Shelf shelf) {
    List<Demand> added =
        wish.lines().stream()
            .filter(line -> modelId.equals(line.modelId()))
            .map(line -> new Demand("", shelf.window(), Wish.quantity(line)))
            .toList();
    return Availability.accepts(
        shelf.before(), shelf.after(), shelf.promised(), added, shelf.window());
  }

  /** The whole answer, with what stands in the way of each line. */
  BookingCheck check() {
    List<BookingCheck.Line> lines = new ArrayList<>();
    wish.lines().forEach(line -> lines.add(check(line)));
    return new BookingCheck(possible(), terms.needApproval(), lines, List.of());
  }

  private BookingCheck.Line check(Wanted line) {
    Thing thing = thing(line);
    return new BookingCheck.Line(
        thing.asset(), thing.model(), Wish.quantity(line), free(line, thing), clashes(line, thing));
  }

  private int free(Wanted line, Thing thing) {
    Shelf shelf = shelf(line);
    if (thing.asset() == null) {
      return Availability.room(shelf.after(), shelf.promised(), shelf.window());
    }
    return isThere(thing.asset(), shelf.before(), shelf.window())
            && Availability.accepts(
                shelf.before(),
                shelf.before().with(thing.asset().id(), shelf.window()),
                shelf.promised(),
                List.of(),
                shelf.window())
        ? 1
        : 0;
  }

  private List<BusyPeriod> clashes(Wanted line, Thing thing) {
    Window window = shelf(line).window();
    BusyPeriods busy =
        new BusyPeriods(
            tx,
            actor,
            Instant.ofEpochMilli(window.from()),
            Instant.ofEpochMilli(window.to()),
            now,
            except);
    if (thing.asset() == null) {
      return busy.ofModel(id(line));
    }
    if (!Stocks.BOOKABLE.contains(thing.asset().status())) {
      return List.of(new BusyPeriod(wish.from(), null, BusyPeriod.Kind.OUT_OF_USE, 1, null));
    }
    List<BusyPeriod> own = busy.ofAsset(id(line));
    // Where the asset itself is free, it is the requests for any of its model that need it.
    boolean itself = !isThere(line) || thing.modelId() == null;
    return itself ? own : busy.ofRequests(Objects.requireNonNull(thing.modelId()));
  }

  private Thing thing(Wanted line) {
    return Objects.requireNonNull(things.get(id(line)));
  }

  private Shelf shelf(Wanted line) {
    Thing thing = thing(line);
    return Objects.requireNonNull(
        shelves.get(thing.modelId() == null ? id(line) : thing.modelId()));
  }

  private static String id(Wanted line) {
    return Objects.requireNonNull(line.assetId() == null ? line.modelId() : line.assetId());
  }
}
