package asset2go.custody;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Moment;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Who has or had what. Ids are made in the order of time, so that lists by id are the newest first;
 * what is overdue is in {@link OverdueList}.
 */
@ApplicationScoped
public class CustodyList {

  /** Behind every id. */
  private static final String END = "~";

  private @Inject Graph graph;
  private @Inject OverdueList overdue;

  public Custody get(Actor actor, String id) {
    Custody found = graph.read(tx -> CustodyView.byId(tx, actor, List.of(id))).get(id);
    if (found == null) {
      throw new DomainError.NotFound("custody", id);
    }
    return found;
  }

  /** Those that match. */
  public Page<Custody> find(Actor actor, CustodyQuery query) {
    return piece(actor, query, Limits.page(query.limit), query.after);
  }

  /**
   * Refuses what a list cannot be narrowed by.
   *
   * @throws DomainError.Malformed with the parameter that is not understood
   */
  static void check(CustodyQuery query) {
    State.of(query.state);
  }

  /**
   * A number of those that match, however large.
   *
   * @param cursor of those before; null for the first
   */
  Page<Custody> piece(Actor actor, CustodyQuery query, int limit, @Nullable String cursor) {
    Keyset after = cursor == null ? null : Keyset.parse(cursor);
    State state = State.of(query.state);
    String holder = said(query.holder);
    String basket = said(query.basket);
    if (state == State.OVERDUE) {
      return graph.read(tx -> overdue.page(tx, actor.scope(), holder, basket, limit, after));
    }
    List<String> conditions = new ArrayList<>(List.of(state.condition));
    String index = state == State.OPEN ? "open" : "id";
    if (holder != null) {
      conditions.add("c.holderId = $holder");
      index = "holderId";
    }
    if (basket != null) {
      conditions.add("c.basketId = $basket");
      index = "basketId";
    }
    String leading = index;
    Map<String, @Nullable Object> parameters = map("holder", holder, "basket", basket);
    return graph.read(tx -> page(tx, actor.scope(), leading, conditions, parameters, limit, after));
  }

  /**
   * Who has or had an asset.
   *
   * @param on a day or a moment; null for all that is known
   */
  public Page<Custody> ofAsset(
      Actor actor,
      String assetId,
      @Nullable String on,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    Keyset from = after == null ? null : Keyset.parse(after);
    List<String> conditions = new ArrayList<>(List.of("c.assetId = $asset"));
    Map<String, @Nullable Object> parameters = map("asset", assetId);
    String said = said(on);
    if (said != null) {
      Moment moment = Moment.parse("on", said);
      conditions.add("c.from < $end AND (c.to IS NULL OR c.to > $begin)");
      parameters.putAll(map("begin", moment.begin(), "end", moment.end()));
    }
    return graph.read(
        tx -> {
          requireAsset(tx, actor.scope(), assetId);
          return page(tx, actor.scope(), "assetId", conditions, parameters, most, from);
        });
  }

  /** Also one in the trash has its history. */
  static void requireAsset(Transaction tx, Scope scope, String id) {
    boolean there =
        tx.one(
                """
                OPTIONAL MATCH (a:Asset {id: $id}) WHERE %s
                OPTIONAL MATCH (t:TrashedAsset {id: $id}) WHERE %s
                WITH coalesce(a.id, t.id) AS id
                WHERE id IS NOT NULL
                RETURN id
                """
                    .formatted(scope.asset("a"), scope.asset("t")),
                scope.with("id", id))
            .isPresent();
    if (!there) {
      throw new DomainError.NotFound("asset", id);
    }
  }

  /**
   * One page.
   *
   * @param leading the property that has one value here and stands before the id in an index, so
   *     that the page comes from there in order; a scope of few assets is looked through instead
   */
  private static Page<Custody> page(
      Transaction tx,
      Scope scope,
      String leading,
      List<String> conditions,
      Map<String, @Nullable Object> parameters,
      int limit,
      @Nullable Keyset after) {
    Map<String, @Nullable Object> all =
        scope.with("before", after == null ? END : after.id(), "limit", limit + 1);
    all.putAll(parameters);
    boolean few = scope.isFew() && !scope.isEverything() && !leading.equals("assetId");
    String source =
        few
            ? scope.source("asset")
                + " WHERE %s MATCH (c:Custody) WHERE c.assetId = asset.id AND "
                    .formatted(scope.asset("asset"))
            : "MATCH (c:Custody) WHERE " + CustodyView.seen(scope) + " AND ";
    List<Record> rows =
        tx.rows(
            """
            %s c.id < $before AND %s
            WITH c ORDER BY c.%s DESC, c.id DESC LIMIT $limit
            RETURN %s
            """
                .formatted(
                    source,
                    String.join(" AND ", conditions),
                    few ? "id" : leading,
                    CustodyView.columns(scope)),
            all);
    List<Custody> items = rows.stream().limit(limit).map(CustodyView::of).toList();
    String next = rows.size() > limit ? cursor(items.get(limit - 1).id()) : null;
    return new Page<>(items, next, null);
  }

  private static String cursor(String id) {
    return new Keyset(id, id).cursor();
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private enum State {
    ALL("true"),
    OPEN("c.open = true"),
    OVERDUE("false"),
    ENDED("c.to IS NOT NULL");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    static State of(@Nullable String word) {
      String said = said(word);
      if (said == null) {
        return ALL;
      }
      return switch (said) {
        case "open" -> OPEN;
        case "overdue" -> OVERDUE;
        case "ended" -> ENDED;
        default -> throw new DomainError.Malformed("state", "must be open, overdue or ended");
      };
    }
  }
}
