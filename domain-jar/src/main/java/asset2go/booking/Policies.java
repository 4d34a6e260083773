package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The rules for bookings of a category: inherited, changed by who runs the inventory. */
@ApplicationScoped
public class Policies {

  private static final int MOST = 200;

  private @Inject Graph graph;
  private @Inject Events events;

  /** The rules for everything, then those of categories by name. */
  public Page<BookingPolicy> list(Actor actor) {
    return graph.read(
        tx -> {
          List<BookingPolicy> policies = new ArrayList<>();
          policies.add(one(tx, BookingPolicy.EVERYTHING));
          tx.list(
                  """
                  MATCH (p:BookingPolicy), (c:Category {id: p.id})
                  RETURN c.id AS id
                  ORDER BY c.nameKey
                  LIMIT $most
                  """,
                  Map.of("most", MOST),
                  row -> row.get("id").asString())
              .forEach(id -> policies.add(one(tx, id)));
          return new Page<>(policies, null, null);
        });
  }

  public BookingPolicy get(Actor actor, String id) {
    return graph.read(tx -> one(tx, id));
  }

  /** Replaces the rules of a category. */
  public BookingPolicy put(Actor actor, String id, @Nullable Long expected, BookingRules rules) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          one(tx, id);
          tx.run(
              """
              MERGE (p:BookingPolicy {id: $id})
              SET p.version = coalesce(p.version, 0) + 1
              """,
              Map.of("id", id));
          BookingPolicy before = one(tx, id);
          if (expected != null && expected != before.version() - 1) {
            throw new DomainError.Stale("policy");
          }
          tx.run(
              "MATCH (p:BookingPolicy {id: $id}) SET p += $rules",
              map("id", id, "rules", properties(rules)));
          boolean ofAll = id.equals(BookingPolicy.EVERYTHING);
          if (!ofAll) {
            // The rules of a category have its id, so that they are a part of its story.
            tx.run(
                "MATCH (c:Category {id: $id}) SET c.eventSeq = coalesce(c.eventSeq, 0)",
                Map.of("id", id));
          }
          events.append(
              tx,
              ofAll ? "BookingPolicy" : "Category",
              id,
              ofAll ? "CHANGED" : "BOOKING_RULES_CHANGED",
              actor,
              now,
              List.of(new Change("rules", before.own().toString(), rules.toString())));
          return one(tx, id);
        });
  }

  private static Map<String, @Nullable Object> properties(BookingRules rules) {
    return map(
        "longestHours", rules.longestHours(),
        "furthestDays", rules.furthestDays(),
        "roles", rules.roles(),
        "approval", rules.approval(),
        "bufferBeforeMinutes", rules.bufferBeforeMinutes(),
        "bufferAfterMinutes", rules.bufferAfterMinutes());
  }

  private static BookingPolicy one(Transaction tx, String id) {
    if (id.equals(BookingPolicy.EVERYTHING)) {
      return tx.one("MATCH (p:BookingPolicy {id: $id}) RETURN p", Map.of("id", id))
          .map(row -> policy(id, null, List.of(row.get("p"))))
          .orElse(new BookingPolicy(id, null, BookingRules.NONE, BookingRules.NONE, 0));
    }
    Record row =
        tx.one(
                """
                MATCH (n:Category {id: $id})
                RETURN n{.id, .name} AS category,
                       COLLECT {
                         MATCH path = (n)-[:SUBCATEGORY_OF*0..30]->(c:Category)
                         MATCH (p:BookingPolicy {id: c.id})
                         RETURN p ORDER BY length(path)
                       } + COLLECT { MATCH (p:BookingPolicy {id: $everything}) RETURN p }
                       AS policies
                """,
                Map.of("id", id, "everything", BookingPolicy.EVERYTHING))
            .orElseThrow(() -> new DomainError.NotFound("category", id));
    return policy(id, Values.ref(row.get("category")), row.get("policies").asList(v -> v));
  }

  private static BookingPolicy policy(String id, @Nullable Ref category, List<Value> nearestFirst) {
    boolean own = !nearestFirst.isEmpty() && nearestFirst.get(0).get("id").asString().equals(id);
    return new BookingPolicy(
        id,
        category,
        own ? rules(nearestFirst.get(0)) : BookingRules.NONE,
        effective(nearestFirst),
        own ? nearestFirst.get(0).get("version").asLong() : 0);
  }

  private static BookingRules effective(List<Value> nearestFirst) {
    return nearestFirst.stream().map(Policies::rules).reduce(BookingRules.NONE, BookingRules::over);
  }

  /** The rules that apply to models by their ids; an empty id stands for what has no model. */
  static Map<String, BookingRules> ofModels(Transaction tx, Set<String> modelIds) {
    Map<String, BookingRules> rules = new HashMap<>();
    if (modelIds.contains("")) {
      rules.put("", one(tx, BookingPolicy.EVERYTHING).effective());
    }
    tx.rows(
            """
            UNWIND $ids AS id
            MATCH (m:AssetModel {id: id})
            RETURN id,
                   COLLECT {
                     MATCH path = (m)-[:IN_CATEGORY]->(:Category)
                                  -[:SUBCATEGORY_OF*0..30]->(c:Category)
                     MATCH (p:BookingPolicy {id: c.id})
                     RETURN p ORDER BY length(path)
                   } + COLLECT { MATCH (p:BookingPolicy {id: $everything}) RETURN p } AS policies
            """,
            Map.of("ids", List.copyOf(modelIds), "everything", BookingPolicy.EVERYTHING))
        .forEach(
            row ->
                rules.put(row.get("id").asString(), effective(row.get("policies").asList(v -> v))));
    return rules;
  }

  private static BookingRules rules(Value p) {
    return new BookingRules(
        number(p.get("longestHours")),
        number(p.get("furthestDays")),
        p.get("roles").isNull() ? null : p.get("roles").asList(v -> RoleName.valueOf(v.asString())),
        p.get("approval").isNull() ? null : p.get("approval").asBoolean(),
        number(p.get("bufferBeforeMinutes")),
        number(p.get("bufferAfterMinutes")));
  }

  private static @Nullable Integer number(Value value) {
    return value.isNull() ? null : Integer.valueOf(value.asInt());
  }
}
