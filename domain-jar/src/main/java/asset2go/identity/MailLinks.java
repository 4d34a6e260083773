package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * Links in mails that let somebody in, once. The token of a link is derived from its id under
 * JWT_SECRET: whoever sends the mail can make it again, and neither the graph nor a job holds it.
 */
@ApplicationScoped
class MailLinks {

  /** What a link is good for, for how long, and the page that it opens. */
  enum Purpose {
    INVITATION(Duration.ofDays(7), "invitation"),
    PASSWORD_RESET(Duration.ofHours(1), "password-reset");

    private final Duration life;
    private final String page;

    Purpose(Duration life, String page) {
      this.life = life;
      this.page = page;
    }
  }

  private @Inject Settings settings;

  /** Makes a link of this id, or finds it made: one id is one link, however often it is tried. */
  void make(Transaction tx, String id, Purpose purpose, String userId, Instant now) {
    tx.run(
        """
        MATCH (u:User {id: $userId})
        MERGE (l:MailLink {hash: $hash})
          ON CREATE SET l.purpose = $purpose, l.createdAt = $now, l.expiresAt = $expiresAt
        MERGE (l)-[:FOR]->(u)
        """,
        map(
            "userId", userId,
            "hash", hash(token(id)),
            "purpose", purpose,
            "now", now,
            "expiresAt", now.plus(purpose.life)));
  }

  /** Where the link of this id leads. */
  String address(String id, Purpose purpose) {
    return settings.appUrl() + purpose.page + "?token=" + token(id);
  }

  /**
   * Uses a link up.
   *
   * @return id of the user whom it lets in; empty for a wrong, used or expired one
   */
  Optional<String> use(Transaction tx, String token, Purpose purpose, Instant now) {
    Optional<Record> used =
        tx.one(
            """
            MATCH (l:MailLink {hash: $hash, purpose: $purpose})-[:FOR]->(u:User)
            SET l.used = $now
            WITH l, u, l.expiresAt > $now AND NOT coalesce(u.disabled, false) AS good, u.id AS id
            DETACH DELETE l
            RETURN CASE WHEN good THEN id END AS id
            """,
            map("hash", hash(token), "purpose", purpose, "now", now));
    return used.map(row -> Values.text(row.get("id")));
  }

  /** Makes every other link of a user worthless. */
  void revokeAll(Transaction tx, String userId) {
    tx.run(
        "MATCH (l:MailLink)-[:FOR]->(:User {id: $userId}) DETACH DELETE l",
        Map.of("userId", userId));
  }

  private String token(String id) {
    byte[] secret = settings.jwt().secret().bytes();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Token.hmac(secret, "asset2go mail link\n" + id));
  }

  private static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
