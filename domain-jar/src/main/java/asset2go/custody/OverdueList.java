package asset2go.custody;

import asset2go.graph.Keyset;
import asset2go.graph.Transaction;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** What should have come back, the longest overdue first: read from the days of the assets. */
@ApplicationScoped
class OverdueList {

  Page<Custody> page(
      Transaction tx,
      Scope scope,
      @Nullable String holder,
      @Nullable String basket,
      int limit,
      @Nullable Keyset after) {
    List<Record> rows =
        tx.rows(
            """
            MATCH (a:Asset)
            WHERE a.due >= $from AND a.due < $today AND a.id IS NOT NULL
              AND (a.due > $from OR a.id > $id) AND %s
            MATCH (c:Custody)
            WHERE c.assetId = a.id AND c.id < '~' AND c.to IS NULL
              AND ($holder IS NULL OR c.holderId = $holder)
              AND ($basket IS NULL OR c.basketId = $basket)
            WITH a, c ORDER BY a.due, a.id LIMIT $limit
            RETURN a.due AS due, a.id AS id, %s
            """
                .formatted(scope.asset("a"), CustodyView.columns(scope)),
            parameters(scope, holder, basket, limit, after));
    List<Custody> items = rows.stream().limit(limit).map(CustodyView::of).toList();
    String next = rows.size() > limit ? cursor(rows.get(limit - 1)) : null;
    return new Page<>(items, next, null);
  }

  private static Map<String, @Nullable Object> parameters(
      Scope scope,
      @Nullable String holder,
      @Nullable String basket,
      int limit,
      @Nullable Keyset after) {
    return scope.with(
        "from",
        after == null ? LocalDate.EPOCH : day(after.key()),
        "id",
        after == null ? "" : after.id(),
        "today",
        LocalDate.now(ZoneOffset.UTC),
        "holder",
        holder,
        "basket",
        basket,
        "limit",
        limit + 1);
  }

  private static String cursor(Record last) {
    return new Keyset(last.get("due").asLocalDate().toString(), last.get("id").asString()).cursor();
  }

  private static LocalDate day(String key) {
    try {
      return LocalDate.parse(key);
    } catch (DateTimeParseException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }
}
