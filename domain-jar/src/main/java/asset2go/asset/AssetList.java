package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.location.LocationTree;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Lists of assets: filtered, ordered by (key, id), page by page. */
@ApplicationScoped
public class AssetList {

  private @Inject Graph graph;

  /** The assets that match. */
  public Page<Asset> find(Actor actor, AssetQuery query) {
    int limit = Limits.page(query.limit);
    AssetSort sort = AssetSort.parse(query.sort);
    Keyset after = query.after == null ? null : Keyset.parse(query.after);
    return graph.read(
        tx -> counted(tx, actor, FilterGrammar.read(tx, actor, query), sort, limit, after));
  }

  /**
   * The next ones that match, as many at a time as a person would not read, and not counted.
   *
   * @param after cursor of those before; null for the first
   */
  Page<Asset> piece(Actor actor, AssetQuery query, int size, @Nullable String after) {
    AssetSort sort = AssetSort.parse(query.sort);
    Keyset from = after == null ? null : Keyset.parse(after);
    return graph.read(
        tx -> page(tx, actor, FilterGrammar.read(tx, actor, query), sort, size, from));
  }

  /**
   * Refuses what a list cannot be narrowed or ordered by.
   *
   * @throws DomainError.Malformed with the parameter that is not understood
   */
  public static void check(Transaction tx, Actor actor, AssetQuery query) {
    AssetSort.parse(query.sort);
    FilterGrammar.read(tx, actor, query);
  }

  /** What stands at a location; with {@code deep}, also below it and inside other assets. */
  public Page<Asset> at(
      Actor actor,
      String locationId,
      boolean deep,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    Keyset from = after == null ? null : Keyset.parse(after);
    return graph.read(
        tx -> {
          List<String> places = LocationTree.subtree(tx, actor.scope(), locationId);
          AssetFilter filter = new AssetFilter(actor.scope());
          if (deep) {
            filter.oneOf(
                "rootLocationId",
                "rootLocationId",
                "a.rootLocationId IN $places",
                "places",
                places);
            filter.begin(tx, null);
          } else {
            filter.and(
                "EXISTS { (a)-[:LOCATED_AT]->(:Location {id: $place}) }", "place", locationId);
          }
          return counted(tx, actor, filter, AssetSort.BY_TAG, most, from);
        });
  }

  /** What stands in an asset; with {@code deep}, also inside that. */
  public Page<Asset> inside(
      Actor actor, String assetId, boolean deep, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    Keyset from = after == null ? null : Keyset.parse(after);
    return graph.read(
        tx -> {
          if (Rights.seen(tx, actor, "Asset", List.of(assetId)).isEmpty()) {
            throw new DomainError.NotFound("asset", assetId);
          }
          AssetFilter filter = new AssetFilter(actor.scope());
          filter.source(
              "MATCH (:Asset {id: $container})<-[:CONTAINED_IN*1..%d]-(a:Asset)"
                  .formatted(deep ? Placements.MAX_DEPTH : 1),
              "container",
              assetId);
          return counted(tx, actor, filter, AssetSort.BY_TAG, most, from);
        });
  }

  /** A page; the first one with how many there are. */
  private static Page<Asset> counted(
      Transaction tx,
      Actor actor,
      AssetFilter filter,
      AssetSort sort,
      int limit,
      @Nullable Keyset after) {
    Page<Asset> page = page(tx, actor, filter, sort, limit, after);
    return after == null ? new Page<>(page.items(), page.next(), count(tx, filter)) : page;
  }

  private static Page<Asset> page(
      Transaction tx,
      Actor actor,
      AssetFilter filter,
      AssetSort sort,
      int limit,
      @Nullable Keyset after) {
    Map<String, @Nullable Object> parameters = new HashMap<>(filter.parameters());
    parameters.put("limit", limit + 1);
    if (after != null) {
      parameters.putAll(map("afterKey", sort.key(after.key()), "afterId", after.id()));
    }
    List<Record> rows = List.of();
    for (String query : filter.pages(sort, after != null, limit + 1)) {
      rows = tx.rows(query + "RETURN " + AssetView.columns(actor.scope()), parameters);
      if (rows.size() > limit) {
        break;
      }
    }
    boolean more = rows.size() > limit;
    List<Asset> items = AssetView.list(tx, actor, rows.stream().limit(limit).toList());
    String next =
        more ? new Keyset(sort.keyOf(rows.get(limit - 1)), last(items).id()).cursor() : null;
    return new Page<>(items, next, null);
  }

  private static Asset last(List<Asset> items) {
    return items.get(items.size() - 1);
  }

  /** Counts what matches, but no further than anybody reads. */
  private static long count(Transaction tx, AssetFilter filter) {
    if (filter.isEmpty()) {
      return tx.one("MATCH (a:Asset) RETURN count(a) AS n", Map.of())
          .orElseThrow()
          .get("n")
          .asLong();
    }
    return tx.one(
            "%s WHERE %s WITH a LIMIT %d RETURN count(a) AS n"
                .formatted(filter.countSource(), filter.condition(), Page.COUNT_LIMIT + 1),
            filter.parameters())
        .orElseThrow()
        .get("n")
        .asLong();
  }
}
