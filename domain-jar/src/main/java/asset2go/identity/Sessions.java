package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Who is signed in. The graph decides; what it said is believed for a few seconds, so that most
 * requests need not ask, and a sign-out or a changed role still holds at once on this instance and
 * soon on the others.
 */
@ApplicationScoped
public class Sessions {

  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private @Inject Graph graph;
  private @Inject Settings settings;
  private final Cache<String, Optional<Session>> known = believed();
  private final Cache<String, Optional<Session>> knownForeign = believed();

  private static Cache<String, Optional<Session>> believed() {
    return Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();
  }

  /** The session that a verified token names, where it still holds. */
  public Optional<Session> of(Claims claims) {
    if (!claims.areOurs()) {
      return settings.acceptsForeignTokens()
          ? knownForeign.get(claims.subject(), this::readForeign)
          : Optional.empty();
    }
    String jti = claims.jti();
    if (jti == null || !Token.TYPE.equals(claims.type())) {
      return Optional.empty();
    }
    return known.get(jti, this::read).filter(session -> session.userId().equals(claims.subject()));
  }

  private Optional<Session> read(String jti) {
    return graph
        .read(
            tx ->
                tx.one(
                    """
                    MATCH (s:Session {jti: $jti})-[:OF]->(u:User)
                    WHERE s.expiresAt > $now AND NOT coalesce(u.disabled, false)
                    RETURN u.id AS userId, u.name AS name, u.roles AS roles
                    """,
                    map("jti", jti, "now", Instant.now())))
        .map(row -> session(jti, row));
  }

  /** Another holder of JWT_SECRET knows a user by our id or by the e-mail address. */
  private Optional<Session> readForeign(String subject) {
    return graph
        .read(
            tx ->
                tx.one(
                    """
                    MATCH (u:User)
                    WHERE (u.id = $subject OR u.email = $email) AND NOT coalesce(u.disabled, false)
                    RETURN u.id AS userId, u.name AS name, u.roles AS roles
                    ORDER BY u.id = $subject DESC LIMIT 1
                    """,
                    map("subject", subject, "email", Account.key(subject))))
        .map(row -> session(null, row));
  }

  private static Session session(@Nullable String jti, Record row) {
    return new Session(
        jti,
        row.get("userId").asString(),
        row.get("name").asString(),
        row.get("roles").asList(value -> RoleName.valueOf(value.asString())).stream()
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Opens a session and clears away those of the user that have run out. */
  SignedIn open(Transaction tx, String userId, Instant now) {
    Instant end = now.plus(settings.jwt().expiresIn()).truncatedTo(ChronoUnit.SECONDS);
    Token token = new Token(userId, Ids.next(), now, end);
    tx.run(
        """
        MATCH (u:User {id: $userId})
        SET u.lastSignInAt = $now
        CREATE (:Session {jti: $jti, createdAt: $now, expiresAt: $expiresAt})-[:OF]->(u)
        WITH u
        MATCH (old:Session)-[:OF]->(u)
        WHERE old.expiresAt < $now
        DETACH DELETE old
        """,
        map("userId", userId, "jti", token.jti(), "now", now, "expiresAt", token.expiresAt()));
    return new SignedIn(token.signed(settings.jwt().secret().bytes()), token.expiresAt());
  }

  /**
   * Ends a session.
   *
   * @throws DomainError.Conflict where others made its token: we keep nothing that could end it
   */
  public void close(Session session) {
    String jti = session.jti();
    if (jti == null) {
      throw new DomainError.Conflict(
          "This token was made elsewhere. It ends there, or when it runs out.");
    }
    graph.write(
        tx -> {
          tx.run("MATCH (s:Session {jti: $jti}) DETACH DELETE s", Map.of("jti", jti));
          return jti;
        });
    known.invalidate(jti);
  }

  /**
   * Ends every session of a user.
   *
   * @param except one that goes on
   */
  void closeAll(Transaction tx, String userId, @Nullable String except) {
    List<String> closed =
        tx.list(
            """
            MATCH (s:Session)-[:OF]->(:User {id: $userId})
            WHERE $except IS NULL OR s.jti <> $except
            WITH s, s.jti AS jti
            DETACH DELETE s
            RETURN jti
            """,
            map("userId", userId, "except", except),
            row -> row.get("jti").asString());
    tx.afterCommit(() -> known.invalidateAll(closed));
  }

  /** Has every session looked up again: rights have changed. */
  void forget() {
    known.invalidateAll();
    knownForeign.invalidateAll();
  }
}
