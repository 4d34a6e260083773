package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import asset2go.right.Limit;
import asset2go.right.Scope;
import asset2go.right.Scopes;
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
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
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

  private static final Logger LOG = Logger.getLogger(Sessions.class.getName());
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** The last use of a program's token is known to this. */
  private static final Duration USE_TOLD = Duration.ofMinutes(1);

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject Scopes scopes;
  private final Cache<String, Optional<Known>> known = believed();
  private final Cache<String, Optional<Known>> knownPrograms = believed();
  private final Cache<String, Optional<Known>> knownForeign = believed();

  /**
   * What the graph says of a token.
   *
   * @param roles of the user over the whole installation
   * @param granted whether there are grants over parts
   * @param limit of a program's token
   */
  private record Known(
      @Nullable String jti,
      String userId,
      String name,
      Set<RoleName> roles,
      boolean granted,
      @Nullable Limit limit,
      boolean program) {}

  private static Cache<String, Optional<Known>> believed() {
    return Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BELIEVED).build();
  }

  /** The session that a verified token names, where it still holds. */
  public Optional<Session> of(Claims claims) {
    return find(claims).map(this::session);
  }

  private Optional<Known> find(Claims claims) {
    if (!claims.areOurs()) {
      return settings.acceptsForeignTokens()
          ? knownForeign.get(claims.subject(), this::readForeign)
          : Optional.empty();
    }
    String jti = claims.jti();
    if (jti == null) {
      return Optional.empty();
    }
    Optional<Known> found =
        switch (claims.type()) {
          case Token.TYPE -> known.get(jti, this::read);
          case Token.FOR_PROGRAMS -> knownPrograms.get(jti, this::readProgram);
          case null, default -> Optional.empty();
        };
    return found.filter(one -> one.userId().equals(claims.subject()));
  }

  /** The grants are believed for their own five seconds, so that together they are no older. */
  private Session session(Known known) {
    Scope scope = scopes.of(known.userId(), known.roles(), known.granted(), known.limit());
    return new Session(
        known.jti(), known.userId(), known.name(), scope.everywhere(), scope, known.program());
  }

  private Optional<Known> readProgram(String jti) {
    Optional<Record> row = findProgram(jti);
    row.filter(found -> isStale(Values.instantOrNull(found.get("used"))))
        .ifPresent(found -> used(jti));
    return row.map(
        found ->
            known(
                jti,
                found,
                new Limit(
                    RoleName.valueOf(found.get("most").asString()),
                    Optional.ofNullable(Values.text(found.get("over"))))));
  }

  private static boolean isStale(@Nullable Instant used) {
    return used == null || used.isBefore(Instant.now().minus(USE_TOLD));
  }

  /** Notes that a token is used; that it could not be noted is no reason to refuse it. */
  private void used(String jti) {
    try {
      graph.write(
          tx -> {
            tx.run(
                "MATCH (t:ApiToken {jti: $jti}) SET t.lastUsedAt = $now",
                map("jti", jti, "now", Instant.now()));
            return jti;
          });
    } catch (DomainError.Unavailable e) {
      LOG.log(Level.FINE, "The use of a token was not noted", e);
    }
  }

  private Optional<Record> findProgram(String jti) {
    return graph.read(
        tx ->
            tx.one(
                """
                    MATCH (t:ApiToken {jti: $jti})-[:OF]->(u:User)
                    WHERE t.expiresAt > $now AND NOT coalesce(u.disabled, false)
                    RETURN u.id AS userId, u.name AS name, u.roles AS roles, t.role AS most,
                           t.overId AS over, t.lastUsedAt AS used, EXISTS {
                             (u)-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->() } AS granted
                    """,
                map("jti", jti, "now", Instant.now())));
  }

  private Optional<Known> read(String jti) {
    return graph
        .read(
            tx ->
                tx.one(
                    """
                    MATCH (s:Session {jti: $jti})-[:OF]->(u:User)
                    WHERE s.expiresAt > $now AND NOT coalesce(u.disabled, false)
                    RETURN u.id AS userId, u.name AS name, u.roles AS roles, EXISTS {
                             (u)-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->() } AS granted
                    """,
                    map("jti", jti, "now", Instant.now())))
        .map(row -> known(jti, row, null));
  }

  /** Another holder of JWT_SECRET knows a user by our id or by the e-mail address. */
  private Optional<Known> readForeign(String subject) {
    return graph
        .read(
            tx ->
                tx.one(
                    """
                    MATCH (u:User)
                    WHERE (u.id = $subject OR u.email = $email) AND NOT coalesce(u.disabled, false)
                    WITH u ORDER BY u.id = $subject DESC LIMIT 1
                    RETURN u.id AS userId, u.name AS name, u.roles AS roles, EXISTS {
                             (u)-[:MEMBER_OF*0..1]->()-[:HAS_GRANT]->() } AS granted
                    """,
                    map("subject", subject, "email", Account.key(subject))))
        .map(row -> known(null, row, null));
  }

  private static Known known(@Nullable String jti, Record row, @Nullable Limit limit) {
    return new Known(
        jti,
        row.get("userId").asString(),
        row.get("name").asString(),
        row.get("roles").asList(value -> RoleName.valueOf(value.asString())).stream()
            .collect(Collectors.toUnmodifiableSet()),
        row.get("granted").asBoolean(),
        limit,
        limit != null);
  }

  /** Opens a session and clears away those of the user that have run out. */
  SignedIn open(Transaction tx, String userId, Instant now) {
    Instant end = now.plus(settings.jwt().expiresIn()).truncatedTo(ChronoUnit.SECONDS);
    Token token = new Token(userId, Ids.next(), Token.TYPE, now, end);
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
    if (session.program()) {
      throw new DomainError.Conflict("A token for programs is ended in its owner's profile.");
    }
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

  /** Has a program's token looked up again: it has ended. */
  public void forgetProgram(String jti) {
    knownPrograms.invalidate(jti);
  }

  /** Has every session looked up again: rights have changed. */
  public void forget() {
    known.invalidateAll();
    knownPrograms.invalidateAll();
    knownForeign.invalidateAll();
    scopes.forget();
  }
}
