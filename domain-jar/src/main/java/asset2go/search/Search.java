package asset2go.search;

import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.people.PeopleSight;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Finds assets, places, people, teams, kits, stock-takes and work orders by a few letters: words,
 * beginnings and parts of words.
 */
@ApplicationScoped
public class Search {

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  /** So many matches are looked through for those that the actor may see. */
  private static final int BEST = 10_000;

  private @Inject Graph graph;

  /**
   * The best matches: the exact tag or serial first, then assets by words, by parts, then places,
   * people, teams, kits, stock-takes and work orders.
   */
  public SearchResult find(Actor actor, @Nullable String q, @Nullable Integer limit) {
    int most = Limits.within("limit", limit, USUAL, MOST);
    if (q == null || q.isBlank()) {
      throw new DomainError.Malformed("q", "must say what to look for");
    }
    if (q.length() > LONGEST) {
      throw new DomainError.Malformed("q", "must be at most " + LONGEST + " characters");
    }
    Set<SearchHit> hits = new LinkedHashSet<>();
    graph.read(tx -> hits.addAll(find(tx, actor, q, most)));
    return new SearchResult(q, hits.stream().limit(most).toList());
  }

  private static List<SearchHit> find(Transaction tx, Actor actor, String q, int most) {
    Scope scope = actor.scope();
    String part = Folding.fold(q);
    String lucene = Folding.toLucene(q);
    List<SearchHit> hits = new ArrayList<>();
    hits.addAll(
        assets(
            tx,
            scope,
            """
            CALL {
              MATCH (a:Asset) WHERE a.tag = $q AND a.id IS NOT NULL RETURN a
              UNION
              MATCH (a:Asset) WHERE a.serial = $q RETURN a
            }
            WITH a
            """,
            scope.with("q", q.strip(), "limit", most)));
    hits.addAll(others(tx, actor, part, Math.max(3, most / 4)));
    if (scope.isFew()) {
      // The best matches of all might be none of these few.
      hits.addAll(
          assets(
              tx,
              scope,
              scope.source("a")
                  + " WHERE all(word IN $words WHERE a.searchText CONTAINS word) WITH a",
              scope.with("words", Folding.words(q), "limit", most)));
      return hits;
    }
    if (lucene != null) {
      hits.addAll(
          assets(
              tx,
              scope,
              """
              CALL db.index.fulltext.queryNodes('asset_words', $lucene, {limit: $best})
              YIELD node
              WITH node AS a
              """,
              scope.with(
                  "lucene", lucene, "best", scope.isEverything() ? most : BEST, "limit", most)));
    }
    if (hits.size() < most && part.length() >= 2) {
      hits.addAll(
          assets(
              tx,
              scope,
              "MATCH (a:Asset) WHERE a.searchText CONTAINS $part WITH a",
              scope.with("part", part, "limit", most)));
    }
    return hits;
  }

  private static List<SearchHit> assets(
      Transaction tx, Scope scope, String source, Map<String, @Nullable Object> parameters) {
    return tx.list(
        source
            + """

            WHERE %s
            WITH a LIMIT $limit
            RETURN a.id AS id, a.tag AS tag, a.name AS name, a.serial AS serial,
                   [(a)-[:OF_MODEL]->(m) | m.name][0] AS model,
                   COLLECT { MATCH (l:Location {id: a.rootLocationId}) RETURN l.name }[0] AS place
            """
                .formatted(scope.asset("a")),
        parameters,
        row ->
            new SearchHit(
                SearchHit.Kind.ASSET,
                row.get("id").asString(),
                row.get("tag").asString() + " · " + row.get("name").asString(),
                detail(row, "serial", "model", "place")));
  }

  private static List<SearchHit> others(Transaction tx, Actor actor, String part, int most) {
    Scope scope = actor.scope();
    List<SearchHit> hits =
        new ArrayList<>(
            tx.list(
                """
                MATCH (l:Location) WHERE l.searchText CONTAINS $part AND %s
                RETURN l.id AS id, l.code AS code, l.name AS name, l.kind AS kind
                ORDER BY size(l.name), l.name LIMIT $limit
                """
                    .formatted(scope.location("l")),
                scope.with("part", part, "limit", most),
                row ->
                    new SearchHit(
                        SearchHit.Kind.LOCATION,
                        row.get("id").asString(),
                        row.get("name").asString(),
                        detail(row, "code", "kind"))));
    Map<String, @Nullable Object> parameters = PeopleSight.parameters(actor);
    parameters.putAll(Map.of("part", part, "limit", most));
    hits.addAll(
        tx.list(
            """
            MATCH (p:Person) WHERE p.searchText CONTAINS $part AND %s
            RETURN p.id AS id, p.name AS name, p.email AS email
            ORDER BY size(p.name), p.name LIMIT $limit
            """
                .formatted(PeopleSight.person(actor, "p")),
            parameters,
            row ->
                new SearchHit(
                    SearchHit.Kind.PERSON,
                    row.get("id").asString(),
                    row.get("name").asString(),
                    detail(row, "email"))));
    hits.addAll(
        tx.list(
            """
            MATCH (t:Team) WHERE t.nameKey CONTAINS $part AND %s
            RETURN t.id AS id, t.name AS name
            ORDER BY size(t.name), t.name LIMIT $limit
            """
                .formatted(PeopleSight.team(actor, "t")),
            parameters,
            row ->
                new SearchHit(
                    SearchHit.Kind.TEAM,
                    row.get("id").asString(),
                    row.get("name").asString(),
                    null)));
    hits.addAll(
        tx.list(
            """
            MATCH (k:Kit) WHERE k.nameKey CONTAINS $part
            RETURN k.id AS id, k.name AS name, k.description AS description
            ORDER BY size(k.name), k.name LIMIT $limit
            """,
            Map.of("part", part, "limit", most),
            row ->
                new SearchHit(
                    SearchHit.Kind.KIT,
                    row.get("id").asString(),
                    row.get("name").asString(),
                    detail(row, "description"))));
    hits.addAll(stockTakes(tx, scope, part, most));
    hits.addAll(workOrders(tx, scope, part, most));
    return hits;
  }

  private static List<SearchHit> workOrders(Transaction tx, Scope scope, String part, int most) {
    return tx.list(
        """
        %s
        WHERE w.searchText CONTAINS $part AND %s
        WITH w, a ORDER BY w.id DESC LIMIT $limit
        RETURN w.id AS id, w.number + ' ' + w.title AS title, a.tag AS tag, a.name AS name
        """
            .formatted(
                scope.isFew()
                    ? scope.source("a") + "MATCH (w:WorkOrder)-[:FOR]->(a)"
                    : "MATCH (w:WorkOrder)-[:FOR]->(a:Asset)",
                scope.asset("a")),
        scope.with("part", part, "limit", most),
        row ->
            new SearchHit(
                SearchHit.Kind.WORK_ORDER,
                row.get("id").asString(),
                row.get("title").asString(),
                detail(row, "tag", "name")));
  }

  private static List<SearchHit> stockTakes(Transaction tx, Scope scope, String part, int most) {
    return tx.list(
        """
        MATCH (s:StockTake) WHERE s.searchText CONTAINS $part AND %s
        RETURN s.id AS id, s.name AS name, s.overName AS place
        ORDER BY s.id DESC LIMIT $limit
        """
            .formatted(scope.asset("s")),
        scope.with("part", part, "limit", most),
        row ->
            new SearchHit(
                SearchHit.Kind.STOCK_TAKE,
                row.get("id").asString(),
                row.get("name").asString(),
                detail(row, "place")));
  }

  private static @Nullable String detail(Record row, String... columns) {
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      String text = Values.text(row.get(column));
      if (text != null && !text.isBlank()) {
        parts.add(text);
      }
    }
    return parts.isEmpty() ? null : String.join(" · ", parts);
  }
}
