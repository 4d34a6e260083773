package asset2go.asset;

import asset2go.graph.Transaction;
import asset2go.right.Scope;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a list of assets comes from and what it is narrowed to, as Cypher with parameters. */
final class AssetFilter {

  /** No more than this many matches of a text are looked at; beyond that, narrow the search. */
  private static final int BEST = 1000;

  private static final String ALL = "MATCH (a:Asset)";

  private final Scope scope;
  private String source;
  private final List<String> conditions = new ArrayList<>();
  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new HashMap<>();

  /** Of all that somebody may see. */
  AssetFilter(Scope scope) {
    this.scope = scope;
    source = scope.isFew() ? scope.source("a") : ALL;
    if (!scope.isEverything()) {
      conditions.add(scope.asset("a"));
      parameters.putAll(scope.parameters());
    }
  }

  /** Takes the rows from somewhere else than all assets. */
  void source(String cypher, String parameter, Object value) {
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

  /**
   * Begins with the fewest, where some condition leaves but few, and else with what a text is found
   * in: words and beginnings of words by the full-text index; a part of a word by the trigram index
   * where no word begins like that.
   */
  void begin(Transaction tx, @Nullable String q) {
    boolean few = scope.isFew();
    if (!few && !anchors.isEmpty()) {
      if (!scope.isEverything()) {
        anchors.add(new Anchor(scope.source("a")));
      }
      Anchor best = Anchor.best(tx, anchors, parameters).orElse(null);
      few = best != null;
      source = best == null ? source : best.cypher();
    }
    if (q == null) {
      return;
    }
    if (few) {
      // The best thousand of all might be none of these few.
      and("all(word IN $words WHERE a.searchText CONTAINS word)", "words", Folding.words(q));
    } else {
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
   * Where a page comes from. Of many that are seen among all, the next few are met by walking the
   * order; Neo4j, which does not know how many a parameter lists, would gather and sort them all.
   */
  String source(AssetSort sort) {
    boolean onlyScope = source.equals(ALL) && conditions.size() == 1 && !scope.isEverything();
    return onlyScope ? "%s USING INDEX a:Asset(%s, id)".formatted(ALL, sort.property()) : source;
  }

  /** Where to count from: an order is of no use there. */
  String countSource() {
    return source.equals(ALL) ? scope.source("a") : source;
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
