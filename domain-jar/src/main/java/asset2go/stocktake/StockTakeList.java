package asset2go.stocktake;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetView;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Slice;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Lists of stock-takes, of their assets and of their scans. */
@ApplicationScoped
public class StockTakeList {

  /** Behind every id. */
  private static final String END = "~";

  private @Inject Graph graph;

  /** Stock-takes, the newest first: ids are made in the order of time. */
  public Page<StockTake> find(
      Actor actor, @Nullable String state, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    String which =
        switch (state == null ? "" : state) {
          case "" -> "true";
          case "open" -> "s.open = true";
          case "ended" -> "s.open IS NULL";
          default -> throw new DomainError.Malformed("state", "must be open or ended");
        };
    Scope scope = actor.scope();
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (s:StockTake)
                    WHERE s.id < $before AND %s AND %s
                    WITH s ORDER BY s.id DESC LIMIT $limit
                    RETURN s.id AS id, %s
                    """
                        .formatted(which, scope.asset("s"), TakeView.COLUMNS),
                    scope.with("before", after == null ? END : after, "limit", most + 1)));
    return byId(rows, most, TakeView::of);
  }

  /** The assets of a stock-take, by tag as of when they were first known to it. */
  public Page<StockTakeItem> items(
      Actor actor,
      String takeId,
      @Nullable String outcome,
      @Nullable String review,
      @Nullable Integer limit,
      @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Outcome only = word("outcome", outcome, Outcome.class);
    Review at = word("review", review, Review.class);
    String leading =
        only != null ? "i.takeId, i.outcome," : at != null ? "i.takeId, i.review," : "i.takeId,";
    Scope scope = actor.scope();
    Map<String, @Nullable Object> parameters =
        slice.parameters("take", takeId, "outcome", only, "review", at);
    parameters.putAll(scope.parameters());
    if (slice.after() == null) {
      parameters.putAll(map("key", "", "id", ""));
    }
    List<Record> rows =
        graph.read(
            tx -> {
              TakeView.one(tx, actor, takeId);
              return tx.rows(
                  """
                  MATCH (i:StockTakeItem)
                  WHERE i.takeId = $take AND %s AND %s
                    AND i.tag >= $key AND i.assetId IS NOT NULL
                    AND NOT (i.tag = $key AND i.assetId <= $id)
                  MATCH (i)-[:OF]->(a) WHERE %s
                  WITH i, a ORDER BY %s i.tag, i.assetId LIMIT $limit
                  RETURN i.tag AS key, i.assetId AS id, i{.*} AS item,
                    a{.id, .tag, .name, .status} AS asset,
                    COLLECT { MATCH (l:Location {id: i.placeId}) WHERE %5$s
                              RETURN l{.id, .name} }[0] AS place,
                    COLLECT { MATCH (l:Location {id: i.seenPlaceId}) WHERE %5$s
                              RETURN l{.id, .name} }[0] AS seenPlace
                  """
                      .formatted(
                          only == null ? "true" : "i.outcome = $outcome",
                          at == null ? "true" : "i.review = $review",
                          scope.asset("a"),
                          leading,
                          scope.location("l")),
                  parameters);
            });
    return slice.page(rows, StockTakeList::item);
  }

  private static StockTakeItem item(Record row) {
    Value i = row.get("item");
    String correction = text(i.get("correction"));
    String review = text(i.get("review"));
    return new StockTakeItem(
        AssetView.assetRef(row.get("asset")),
        Outcome.valueOf(i.get("outcome").asString()),
        i.get("expected").asBoolean(),
        ref(row.get("place")),
        ref(row.get("seenPlace")),
        instantOrNull(i.get("seenAt")),
        TakeView.who(i.get("seenById"), i.get("seenByName")),
        correction == null ? null : Correction.valueOf(correction),
        review == null ? null : Review.valueOf(review),
        TakeView.who(i.get("reviewedById"), i.get("reviewedByName")),
        text(i.get("remark")));
  }

  /** Scans as they arrived, the newest first. */
  public Page<Scan> scans(
      Actor actor,
      String takeId,
      boolean unknown,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    Scope scope = actor.scope();
    List<Record> rows =
        graph.read(
            tx -> {
              TakeView.one(tx, actor, takeId);
              return tx.rows(
                  """
                  MATCH (s:StockTakeScan)
                  WHERE s.takeId = $take AND s.id < $before AND %s
                  WITH s ORDER BY s.takeId DESC, %s s.id DESC LIMIT $limit
                  RETURN s.id AS id, s{.*} AS scan,
                    [(s)-[:OF]->(a) WHERE %s | a{.id, .tag, .name, .status}][0] AS asset,
                    COLLECT { MATCH (l:Location {id: s.placeId}) RETURN l{.id, .name} }[0] AS place
                  """
                      .formatted(
                          unknown ? "s.unknown = true" : "true",
                          unknown ? "s.unknown DESC," : "",
                          scope.asset("a")),
                  scope.with(
                      "take", takeId, "before", after == null ? END : after, "limit", most + 1));
            });
    return byId(rows, most, StockTakeList::scan);
  }

  private static Scan scan(Record row) {
    Value s = row.get("scan");
    return new Scan(
        s.get("id").asString(),
        s.get("clientId").asString(),
        s.get("code").asString(),
        instant(s.get("at")),
        instant(s.get("receivedAt")),
        new Ref(s.get("byId").asString(), s.get("byName").asString()),
        ref(row.get("place")),
        row.get("asset").isNull() ? null : AssetView.assetRef(row.get("asset")));
  }

  private static <T> Page<T> byId(List<Record> rows, int most, Function<Record, T> item) {
    String next = rows.size() > most ? rows.get(most - 1).get("id").asString() : null;
    return new Page<>(rows.stream().limit(most).map(item).toList(), next, null);
  }

  private static <E extends Enum<E>> @Nullable E word(
      String field, @Nullable String word, Class<E> type) {
    if (word == null || word.isBlank()) {
      return null;
    }
    String name = word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainError.Malformed(
                    field,
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
  }
}
