package asset2go.right;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.identity.Sessions;
import asset2go.identity.Token;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Tokens by which programs act for their owner. The graph keeps what a token may do and how long,
 * never the token itself: who has lost it makes another.
 */
@ApplicationScoped
public class ApiTokens {

  /** More than anybody tells apart in a list. */
  private static final int MOST = 100;

  private static final String VIEW =
      """
      t{.jti, .name, .role, .createdAt, .expiresAt, .lastUsedAt,
        over: COLLECT { MATCH (n {id: t.overId}) WHERE n:Location OR n:Category OR n:Company
                        RETURN n{.id, .name, labels: labels(n)} }[0]} AS token
      """;

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject Events events;
  private @Inject Sessions sessions;

  /** Those of the actor that are still good, the latest first. */
  public Page<ApiToken> list(Actor actor) {
    List<ApiToken> tokens =
        graph.read(
            tx ->
                tx.list(
                    """
                    MATCH (t:ApiToken)-[:OF]->(:User {id: $id})
                    WHERE t.expiresAt > $now
                    RETURN %s
                    ORDER BY t.jti DESC
                    """
                        .formatted(VIEW),
                    map("id", actor.id(), "now", Instant.now()),
                    row -> token(row.get("token"))));
    return new Page<>(tokens, null, (long) tokens.size());
  }

  /** Makes one. What it says besides its limits is the same as in a sign-in's. */
  public ApiToken.Made make(Actor actor, ApiTokenDraft draft) {
    if ((draft.overKind() == null) != (draft.overId() == null)) {
      throw new DomainError.Invalid("overId", "goes with overKind, and only with it");
    }
    String id = Ids.next();
    Instant now = Instant.now();
    Instant end = now.plus(Duration.ofDays(draft.days())).truncatedTo(ChronoUnit.SECONDS);
    ApiToken made = graph.write(tx -> make(tx, actor, id, now, end, draft));
    Token token = new Token(actor.id(), id, Token.FOR_PROGRAMS, now, end);
    return new ApiToken.Made(made, token.signed(settings.jwt().secret().bytes()));
  }

  private ApiToken make(
      Transaction tx, Actor actor, String id, Instant now, Instant end, ApiTokenDraft draft) {
    if (lock(tx, actor.id()) >= MOST) {
      throw new DomainError.Conflict("There are %d tokens already: end one first.".formatted(MOST));
    }
    if (draft.overKind() != null && draft.overId() != null) {
      Rights.requireSeen(tx, actor, Grants.label(draft.overKind()), draft.overId(), "overId");
      Grants.requirePart(tx, draft.overKind(), draft.overId(), "overId");
    }
    tx.run(
        """
        MATCH (u:User {id: $userId})
        CREATE (:ApiToken {jti: $id, name: $name, role: $role, overId: $overId, createdAt: $now,
                           expiresAt: $end})-[:OF]->(u)
        """,
        map(
            "userId", actor.id(),
            "id", id,
            "name", draft.name().strip(),
            "role", draft.role(),
            "overId", draft.overId(),
            "now", now,
            "end", end));
    Change change = new Change("token", null, draft.role() + " " + draft.name().strip());
    events.append(tx, "Person", actor.id(), "TOKEN_MADE", actor, now, List.of(change));
    return one(tx, actor.id(), id);
  }

  /** Ends one of the actor's. Other instances hear of it within seconds. */
  public void revoke(Actor actor, String id) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          lock(tx, actor.id());
          ApiToken token = one(tx, actor.id(), id);
          tx.run("MATCH (t:ApiToken {jti: $id}) DETACH DELETE t", Map.of("id", id));
          Change change = new Change("token", token.role() + " " + token.name(), null);
          events.append(tx, "Person", actor.id(), "TOKEN_ENDED", actor, now, List.of(change));
          return id;
        });
    sessions.forgetProgram(id);
  }

  /** Makes changes to somebody's tokens wait for each other; how many there are. */
  private static long lock(Transaction tx, String userId) {
    return tx.one(
            """
            MATCH (u:User {id: $id})
            SET u.touched = true
            RETURN COUNT { (u)<-[:OF]-(:ApiToken) } AS n
            """,
            Map.of("id", userId))
        .map(row -> row.get("n").asLong())
        .orElseThrow(() -> new DomainError.NotFound("user", userId));
  }

  private static ApiToken one(Transaction tx, String userId, String id) {
    return tx.one(
            "MATCH (t:ApiToken {jti: $id})-[:OF]->(:User {id: $userId}) RETURN " + VIEW,
            Map.of("id", id, "userId", userId))
        .map(row -> token(row.get("token")))
        .orElseThrow(() -> new DomainError.NotFound("token", id));
  }

  private static ApiToken token(Value t) {
    Value over = t.get("over");
    @Nullable Part part = over.isNull() ? null : Grants.part(over);
    return new ApiToken(
        t.get("jti").asString(),
        t.get("name").asString(),
        RoleName.valueOf(t.get("role").asString()),
        part,
        Values.instant(t.get("createdAt")),
        Values.instant(t.get("expiresAt")),
        Values.instantOrNull(t.get("lastUsedAt")));
  }
}
