package asset2go.maintenance;

import asset2go.graph.Graph;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Lists of work orders: what is active in the order in which it presses, all else the newest first,
 * since ids are made in the order of time.
 */
@ApplicationScoped
public class WorkOrderList {

  private @Inject Graph graph;

  /** Those that match, of assets that may be seen. */
  public Page<WorkOrder> find(Actor actor, WorkOrderQuery query) {
    Slice slice = Slice.of(query.limit, query.after);
    List<String> conditions = new ArrayList<>();
    boolean pressing = state(said(query.state), conditions);
    String asset = said(query.asset);
    and(conditions, asset, "w.assetId = $asset");
    and(conditions, said(query.assignee), "w.assigneeId = $assignee");
    and(conditions, said(query.plan), "w.planId = $plan");
    WorkKind kind = constant("kind", WorkKind.class, said(query.kind));
    and(conditions, said(query.kind), "w.kind = $kind");
    String q = Folding.sought(query.q);
    and(conditions, q, "w.searchText CONTAINS $q");
    Map<String, @Nullable Object> parameters =
        slice.parameters(
            "asset",
            asset,
            "assignee",
            said(query.assignee),
            "plan",
            said(query.plan),
            "kind",
            kind,
            "q",
            q,
            "today",
            LocalDate.now(ZoneOffset.UTC),
            "state",
            said(query.state) == null ? null : name(String.valueOf(query.state)));
    parameters.putAll(actor.scope().parameters());
    return slice.page(
        graph.read(tx -> rows(tx, actor.scope(), conditions, pressing, parameters)),
        WorkOrderView::of);
  }

  private static List<Record> rows(
      Transaction tx,
      Scope scope,
      List<String> conditions,
      boolean pressing,
      Map<String, @Nullable Object> parameters) {
    List<String> all = new ArrayList<>(conditions);
    all.add(pressing ? "w.sortKey >= ''" : "w.id > ''");
    all.add(
        pressing
            ? "($key IS NULL OR w.sortKey > $key OR (w.sortKey = $key AND w.id > $id))"
            : "($id IS NULL OR w.id < $id)");
    all.add(scope.asset("a"));
    return tx.rows(
        """
        %s
        WHERE %s
        WITH w, a ORDER BY %s LIMIT $limit
        RETURN %s AS key, w.id AS id, %s
        """
            .formatted(
                scope.isFew()
                    ? scope.source("a") + "MATCH (w:WorkOrder)-[:FOR]->(a)"
                    : "MATCH (w:WorkOrder)-[:FOR]->(a:Asset)",
                String.join(" AND ", all),
                pressing ? "w.sortKey, w.id" : "w.id DESC",
                pressing ? "w.sortKey" : "w.id",
                WorkOrderView.COLUMNS),
        parameters);
  }

  /** Whether the order is that in which they press. */
  private static boolean state(@Nullable String word, List<String> conditions) {
    if (word == null) {
      return false;
    }
    switch (word) {
      case "active" -> conditions.add("w.active = true");
      case "overdue" -> conditions.add("w.active = true AND w.due < $today");
      case "closed" -> conditions.add("w.state IN ['DONE', 'CANCELLED']");
      default -> {
        WorkOrderState state = constant("state", WorkOrderState.class, word);
        conditions.add("w.state = $state");
        return state != null && state.isActive();
      }
    }
    return !word.equals("closed");
  }

  private static <E extends Enum<E>> @Nullable E constant(
      String field, Class<E> type, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name(word))) {
        return constant;
      }
    }
    throw new DomainError.Malformed(field, "has no value " + word);
  }

  private static String name(String word) {
    return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static void and(List<String> conditions, @Nullable String said, String condition) {
    if (said != null) {
      conditions.add(condition);
    }
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
