package asset2go.right;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.identity.Sessions;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Giving roles over parts of the equipment, and taking them back. */
@ApplicationScoped
public class Grants {

  private static final String VIEW =
      """
      g{.id, .role, .grantedBy, .grantedByName, .grantedAt} AS grant,
      h{.id, .name, labels: labels(h)} AS holder, t{.id, .name, labels: labels(t)} AS part
      """;

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Sessions sessions;

  /** A page, the latest first; ids are in the order of time. */
  public Page<Grant> list(
      @Nullable String holder,
      @Nullable String over,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    List<Grant> found =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (h)-[:HAS_GRANT]->(g:Grant)-[:OVER]->(t)
                    WHERE g.id < $after AND ($holder IS NULL OR h.id = $holder)
                      AND ($over IS NULL OR t.id = $over)
                    RETURN %s
                    ORDER BY g.id DESC LIMIT $limit
                    """
                        .formatted(VIEW),
                    map(
                        "after",
                        after == null ? "g" : after,
                        "holder",
                        holder,
                        "over",
                        over,
                        "limit",
                        most + 1),
                    Grants::grant));
    boolean more = found.size() > most;
    List<Grant> shown = more ? List.copyOf(found.subList(0, most)) : found;
    return new Page<>(shown, more ? shown.get(most - 1).id() : null, null);
  }

  public Grant get(String id) {
    return graph.read(tx -> one(tx, id));
  }

  /**
   * Gives a role. It holds from the next request on, on other instances within seconds.
   *
   * @throws DomainError.Conflict where the holder has it already
   */
  public Grant give(Actor actor, GrantDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    Grant given = graph.write(tx -> give(tx, actor, id, now, draft));
    sessions.forget();
    return given;
  }

  private Grant give(Transaction tx, Actor actor, String id, Instant now, GrantDraft draft) {
    String holder = lock(tx, draft.holderId());
    requirePart(tx, draft.overKind(), draft.overId(), "overId");
    boolean given =
        tx.one(
                """
                MATCH (h {id: $holder})-[:HAS_GRANT]->(g:Grant {role: $role})-[:OVER]->({id: $over})
                WHERE h:Person OR h:Team
                RETURN g.id LIMIT 1
                """,
                map("holder", draft.holderId(), "role", draft.role(), "over", draft.overId()))
            .isPresent();
    if (given) {
      throw new DomainError.Conflict("overId", Fault.TAKEN, "this role is held there already");
    }
    tx.run(
        """
        MATCH (h:%s {id: $holder}), (t:%s {id: $over})
        CREATE (h)-[:HAS_GRANT]->(:Grant {id: $id, role: $role, grantedBy: $by,
                                          grantedByName: $byName, grantedAt: $now})-[:OVER]->(t)
        """
            .formatted(holder, label(draft.overKind())),
        map(
            "id", id,
            "holder", draft.holderId(),
            "over", draft.overId(),
            "role", draft.role(),
            "by", actor.id(),
            "byName", actor.name(),
            "now", now));
    Grant grant = one(tx, id);
    Change change = new Change("grant", null, words(grant));
    events.append(tx, holder, draft.holderId(), "GRANTED", actor, now, List.of(change));
    return grant;
  }

  /** Takes a grant back. */
  public void revoke(Actor actor, String id) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          Grant grant = one(tx, id);
          String holder = lock(tx, grant.holder().id());
          tx.run("MATCH (g:Grant {id: $id}) DETACH DELETE g", Map.of("id", id));
          Change change = new Change("grant", words(grant), null);
          events.append(
              tx, holder, grant.holder().id(), "GRANT_REVOKED", actor, now, List.of(change));
          return id;
        });
    sessions.forget();
  }

  /** Ends what is granted over something that is about to go. */
  public static void endOver(Transaction tx, String partId) {
    tx.run(
        """
        MATCH (g:Grant)-[:OVER]->(t {id: $id})
        WHERE t:Location OR t:Category OR t:Company
        DETACH DELETE g
        """,
        Map.of("id", partId));
  }

  /** Ends what is granted to somebody, or to a team, that is about to go. */
  public static void endOf(Transaction tx, String holderId) {
    tx.run(
        """
        MATCH (h {id: $id})-[:HAS_GRANT]->(g:Grant)
        WHERE h:Person OR h:Team
        DETACH DELETE g
        """,
        Map.of("id", holderId));
  }

  /** Refuses a part that is not there. */
  static void requirePart(Transaction tx, Part.Kind kind, String id, String field) {
    String label = label(kind);
    if (tx.one("MATCH (n:%s {id: $id}) RETURN n.id".formatted(label), Map.of("id", id)).isEmpty()) {
      throw new DomainError.Invalid(
          field,
          Fault.UNKNOWN,
          "there is no " + label.toLowerCase(java.util.Locale.ROOT) + " " + id);
    }
  }

  static String label(Part.Kind kind) {
    return switch (kind) {
      case LOCATION -> "Location";
      case CATEGORY -> "Category";
      case COMPANY -> "Company";
    };
  }

  /** Makes changes to somebody's grants wait for each other; the label of who it is. */
  private static String lock(Transaction tx, String holderId) {
    for (String label : List.of("Person", "Team")) {
      if (tx.one(
              "MATCH (h:%s {id: $id}) SET h.touched = true RETURN h.id".formatted(label),
              Map.of("id", holderId))
          .isPresent()) {
        return label;
      }
    }
    throw new DomainError.Invalid(
        "holderId", Fault.UNKNOWN, "there is no person and no team " + holderId);
  }

  /** Those of a person and of the teams that they belong to. */
  static List<Grant> heldBy(Transaction tx, String personId) {
    return tx.list(
        """
        MATCH (:Person {id: $person})-[:MEMBER_OF*0..1]->(h)-[:HAS_GRANT]->(g:Grant)-[:OVER]->(t)
        RETURN DISTINCT g.id AS id, %s
        ORDER BY id LIMIT 200
        """
            .formatted(VIEW),
        map("person", personId),
        Grants::grant);
  }

  private static Grant one(Transaction tx, String id) {
    return tx.one(
            "MATCH (h)-[:HAS_GRANT]->(g:Grant {id: $id})-[:OVER]->(t) RETURN " + VIEW,
            Map.of("id", id))
        .map(Grants::grant)
        .orElseThrow(() -> new DomainError.NotFound("grant", id));
  }

  private static Grant grant(Record row) {
    Value g = row.get("grant");
    Value h = row.get("holder");
    boolean team = h.get("labels").asList(Value::asString).contains("Team");
    return new Grant(
        g.get("id").asString(),
        new Grant.Holder(
            team ? Grant.Holder.Kind.TEAM : Grant.Holder.Kind.PERSON,
            h.get("id").asString(),
            h.get("name").asString()),
        RoleName.valueOf(g.get("role").asString()),
        part(row.get("part")),
        new Ref(g.get("grantedBy").asString(), g.get("grantedByName").asString()),
        Values.instant(g.get("grantedAt")));
  }

  static Part part(Value t) {
    List<String> labels = t.get("labels").asList(Value::asString);
    Part.Kind kind =
        labels.contains("Category")
            ? Part.Kind.CATEGORY
            : labels.contains("Company") ? Part.Kind.COMPANY : Part.Kind.LOCATION;
    return new Part(kind, t.get("id").asString(), t.get("name").asString());
  }

  private static String words(Grant grant) {
    return "%s over %s %s".formatted(grant.role(), label(grant.over().kind()), grant.over().name());
  }
}
