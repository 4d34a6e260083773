package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
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
  private final Cache<String, Optional<Session>> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();

  /** The session that a bearer token names, where token and session still hold. */
  public Optional<Session> of(String jwt) {
    return Token.verified(jwt, settings.jwt().secret().bytes(), Instant.now())
        .flatMap(
            token ->
                known
                    .get(token.jti(), this::read)
                    .filter(session -> session.userId().equals(token.subject())));
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

  private static Session session(String jti, Record row) {
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

  /** Ends one session. */
  public void close(String jti) {
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
  }
}
