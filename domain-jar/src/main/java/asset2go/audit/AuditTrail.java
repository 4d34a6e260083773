package asset2go.audit;

import static asset2go.graph.Parameters.map;

import asset2go.asset.SeenChanges;
import asset2go.event.Changes;
import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Moment;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * All events, the newest first: who did what to anything. It tells of everything there is, so that
 * it is for those only who may see that.
 */
@ApplicationScoped
public class AuditTrail {

  /** So many are looked at for a page; where few match, the next page goes on behind them. */
  private static final int LOOKED_AT = 5_000;

  private @Inject Graph graph;

  /** Those that match. */
  public Page<AuditEvent> find(Actor actor, AuditQuery query) {
    return piece(actor, query, Limits.page(query.limit), query.after);
  }

  /**
   * Refuses what the trail cannot be narrowed by.
   *
   * @throws DomainError.Malformed with the parameter that is not understood
   */
  static void check(AuditQuery query) {
    conditions(query, map());
  }

  /**
   * A number of those that match, however large.
   *
   * @param cursor of those before; null for the first
   */
  Page<AuditEvent> piece(Actor actor, AuditQuery query, int limit, @Nullable String cursor) {
    if (!actor.scope().isEverything()) {
      throw new DomainError.Forbidden("This takes a role over the whole installation.");
    }
    Map<String, @Nullable Object> parameters = map("lookedAt", LOOKED_AT, "limit", limit + 1);
    List<String> conditions = conditions(query, parameters);
    if (cursor != null) {
      Keyset after = Keyset.parse(cursor);
      parameters.putAll(map("afterAt", instant(after.key()), "afterId", after.id()));
      conditions.add("e.at <= $afterAt AND NOT (e.at = $afterAt AND e.id >= $afterId)");
    }
    String looked =
        """
        MATCH (e:Event) USING INDEX e:Event(%s)
        WHERE e.at IS NOT NULL AND e.id IS NOT NULL AND %s
        WITH e ORDER BY e.at DESC, e.id DESC
        """
            .formatted(index(query), String.join(" AND ", conditions));
    return graph.read(tx -> page(tx, actor, looked, picked(query, parameters), parameters, limit));
  }

  /** What an index knows, so that nothing else is looked at. */
  private static List<String> conditions(
      AuditQuery query, Map<String, @Nullable Object> parameters) {
    List<String> conditions = new ArrayList<>(List.of("e.seq > 0"));
    equal(conditions, parameters, "e.actorId", "actor", query.actor);
    equal(conditions, parameters, "e.subjectId", "subject", query.subject);
    String from = said(query.from);
    if (from != null) {
      conditions.add("e.at >= $from");
      parameters.put("from", Moment.parse("from", from).begin());
    }
    String to = said(query.to);
    if (to != null) {
      conditions.add("e.at < $to");
      parameters.put("to", Moment.parse("to", to).end());
    }
    return conditions;
  }

  private static String index(AuditQuery query) {
    if (said(query.subject) != null) {
      return "subjectId, seq";
    }
    return said(query.actor) != null ? "actorId, at, id" : "at, id";
  }

  private static void equal(
      List<String> conditions,
      Map<String, @Nullable Object> parameters,
      String property,
      String name,
      @Nullable String asked) {
    String value = said(asked);
    if (value != null) {
      conditions.add("%s = $%s".formatted(property, name));
      parameters.put(name, value);
    }
  }

  /** What is picked from those that are looked at. */
  private static String picked(AuditQuery query, Map<String, @Nullable Object> parameters) {
    List<String> conditions = new ArrayList<>();
    String kind = said(query.kind);
    if (kind != null) {
      conditions.add("e.kind IN $kinds");
      parameters.put("kinds", names(kind));
    }
    String of = said(query.of);
    if (of != null) {
      conditions.add("any(label IN labels(s) WHERE label IN $labels)");
      parameters.put("labels", names(of).stream().flatMap(Subjects::labels).toList());
    }
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  private static Page<AuditEvent> page(
      Transaction tx,
      Actor actor,
      String looked,
      String picked,
      Map<String, @Nullable Object> parameters,
      int limit) {
    List<Record> rows =
        tx.rows(
            """
            %s LIMIT $lookedAt
            OPTIONAL MATCH (e)-[:OF]->(s)
            WITH e, s
            WHERE %s
            RETURN e, labels(s) AS labels, %s AS name
            LIMIT $limit
            """
                .formatted(looked, picked, Subjects.name("s")),
            parameters);
    SeenChanges seen = SeenChanges.by(actor, tx);
    List<AuditEvent> items = rows.stream().limit(limit).map(row -> event(row, seen)).toList();
    if (rows.size() > limit) {
      AuditEvent last = items.getLast();
      return new Page<>(items, cursor(last.at(), last.id()), null);
    }
    return new Page<>(items, furthest(tx, looked, parameters), null);
  }

  /** Where to go on when not all that might match was looked at; null where it was. */
  private static @Nullable String furthest(
      Transaction tx, String looked, Map<String, @Nullable Object> parameters) {
    return tx
        .rows(looked + "SKIP $lookedAt - 1 LIMIT 1 RETURN e.at AS at, e.id AS id", parameters)
        .stream()
        .map(row -> cursor(Values.instant(row.get("at")), row.get("id").asString()))
        .findFirst()
        .orElse(null);
  }

  private static AuditEvent event(Record row, SeenChanges seen) {
    var e = row.get("e");
    List<String> labels =
        row.get("labels").isNull() ? List.of() : row.get("labels").asList(v -> v.asString());
    return new AuditEvent(
        e.get("id").asString(),
        Values.instant(e.get("at")),
        e.get("kind").asString(),
        new Ref(e.get("actorId").asString(), e.get("actorName").asString()),
        Subjects.of(labels, e.get("subjectId").asString(), Values.text(row.get("name"))),
        e.get("seq").asLong(),
        Values.text(e.get("requestId")),
        seen.of(Changes.fromJson(e.get("changes").asString())));
  }

  private static String cursor(Instant at, String id) {
    return new Keyset(at.toString(), id).cursor();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private static List<String> names(String said) {
    return Arrays.stream(said.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
