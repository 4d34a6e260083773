package asset2go.asset;

import asset2go.graph.Transaction;
import asset2go.right.Scope;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a list of assets comes from and what it is narrowed to, as Cypher with parameters. */
final class AssetFilter {

  /** No more than this many matches of a text are looked at; beyond that, narrow the search. */
  private static final int BEST = 1000;

  private static final String ALL = "MATCH (a:Asset)\n";

  private final Scope scope;
  private String source;
  private @Nullable Anchor few;
  private final List<String> conditions = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new HashMap<>();

  /** Of all that somebody may see. */
  AssetFilter(Scope scope) {
    this.scope = scope;
    source = ALL;
    if (!scope.isEverything()) {
      conditions.add(scope.asset("a"));
      parameters.putAll(scope.parameters());
    }
    if (scope.isFew()) {
      few = seen();
    }
  }

  private Anchor seen() {
    Anchor all = new Anchor(scope.source("a"));
    return scope
        .within()
        .map(one -> all.withValues(new ByValue(one.property(), one.parameter(), one.ids())))
        .orElse(all);
  }

  /** Takes the rows from somewhere else than all assets. */
  void source(String cypher, String parameter, Object value) {
    few = null;
    source = cypher;
    parameters.put(parameter, value);
  }

  void and(String condition) {
    conditions.add(condition);
  }

  void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  void parameter(String name, Object value) {
    parameters.put(name, value);
  }

  /** A way to those that some condition leaves. */
  void anchor(Anchor anchor) {
    anchors.add(anchor);
  }

  /** A condition that an index knows the answers to. */
  void indexed(String properties, String condition, String parameter, Object value) {
    and(condition, parameter, value);
    anchor(Anchor.index(properties, condition));
  }

  /** One of these values, which an index knows. */
  void oneOf(
      String property, String index, String condition, String parameter, Collection<?> values) {
    and(condition, parameter, values);
    anchor(
        Anchor.index(index, condition).withValues(new ByValue(property, parameter, values.size())));
  }

  /**
   * Begins with the fewest, where some condition leaves but few, and else with what a text is found
   * in: words and beginnings of words by the full-text index; a part of a word by the trigram index
   * where no word begins like that.
   */
  void begin(Transaction tx, @Nullable String q) {
    if (few == null) {
      few = Anchor.best(tx, anchors, parameters).orElse(null);
    }
    if (q != null && few != null) {
      // The best thousand of all might be none of these few.
      and("all(word IN $words WHERE a.searchText CONTAINS word)", "words", Folding.words(q));
    } else if (q != null) {
      best(q);
    }
  }

  private void best(String q) {
    String lucene = Folding.toLucene(q);
    source =
        """
        CALL {
          CALL db.index.fulltext.queryNodes('asset_words', $lucene, {limit: %1$d}) YIELD node
          RETURN node AS a
          UNION
          MATCH (a:Asset) WHERE a.searchText CONTAINS $part AND %2$s
          RETURN a LIMIT %3$d
        }
        WITH DISTINCT a
        """
            .formatted(scope.isEverything() ? BEST : 10 * BEST, scope.asset("a"), BEST);
    parameters.put("lucene", lucene == null ? "+\"\"" : lucene);
    parameters.put("part", Folding.fold(q));
  }

  /**
   * Queries for a page, in the order in which they are tried: the first that fills it is right, and
   * so is the last.
   */
  List<String> pages(AssetSort sort, boolean after, int limit) {
    String rest =
        "WHERE %s AND %s\nWITH a ORDER BY %s LIMIT $limit\n"
            .formatted(sort.range(after), condition(), sort.order());
    return sources(sort, after, limit).stream().map(from -> from + rest).toList();
  }

  private List<String> sources(AssetSort sort, boolean after, int limit) {
    if (few != null) {
      return List.of(few.all(sort, after));
    }
    if (!source.equals(ALL) || ways().isEmpty()) {
      return List.of(source);
    }
    return AssetPages.of(ways(), sort, after, condition(), limit);
  }

  private List<Anchor> ways() {
    List<Anchor> ways = new ArrayList<>(anchors);
    if (!scope.isEverything()) {
      ways.add(seen());
    }
    return ways;
  }

  /** Where to count from: an order is of no use there. */
  String countSource() {
    if (few != null) {
      return few.cypher();
    }
    return !source.equals(ALL) || ways().isEmpty() ? source : ways().getFirst().cypher();
  }

  String condition() {
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }

  boolean isEmpty() {
    return conditions.isEmpty() && source.equals(ALL);
  }
}
