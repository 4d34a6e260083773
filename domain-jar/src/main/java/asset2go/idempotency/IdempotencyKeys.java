package asset2go.idempotency;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Value;

/**
 * Requests that were made once and may be repeated: their answers are kept for a day. One that
 * never came to an answer may be taken over after a while, since whoever began it is dead.
 */
@ApplicationScoped
public class IdempotencyKeys {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration DEAD = Duration.ofMinutes(2);

  private @Inject Graph graph;

  /**
   * Begins a request, or finds the answer that it had.
   *
   * @param owner id of this very try
   * @param fingerprint of what is asked
   * @throws DomainError.Invalid where the key was used for another request
   * @throws DomainError.Conflict where the same request is still being answered
   */
  public Optional<KeptAnswer> begin(String key, String fingerprint, String owner) {
    Instant now = Instant.now();
    Value k =
        graph.write(
            tx ->
                tx.one(
                        """
                        MERGE (k:IdempotencyKey {key: $key})
                          ON CREATE SET k.owner = $owner, k.fingerprint = $fingerprint,
                                        k.startedAt = $now, k.expiresAt = $expiresAt
                        SET k.askedAt = $now
                        WITH k, k.expiresAt < $now
                                OR (k.status IS NULL AND k.startedAt < $dead
                                    AND k.fingerprint = $fingerprint) AS free
                        FOREACH (taken IN CASE WHEN free THEN [k] ELSE [] END |
                          SET taken.owner = $owner, taken.fingerprint = $fingerprint,
                              taken.startedAt = $now, taken.expiresAt = $expiresAt
                          REMOVE taken.status, taken.body, taken.type, taken.location, taken.etag)
                        RETURN k
                        """,
                        map(
                            "key", key,
                            "owner", owner,
                            "fingerprint", fingerprint,
                            "now", now,
                            "dead", now.minus(DEAD),
                            "expiresAt", now.plus(KEPT)))
                    .orElseThrow()
                    .get("k"));
    if (!k.get("fingerprint").asString().equals(fingerprint)) {
      throw new DomainError.Invalid(
          "Idempotency-Key", "was used before with a different request; take a new one");
    }
    if (k.get("owner").asString().equals(owner)) {
      return Optional.empty();
    }
    if (k.get("status").isNull()) {
      throw new DomainError.Conflict("The same request is being answered at this moment.");
    }
    return Optional.of(answer(k));
  }

  private static KeptAnswer answer(Value k) {
    return new KeptAnswer(
        k.get("status").asInt(),
        Values.text(k.get("type")),
        Values.text(k.get("location")),
        Values.text(k.get("etag")),
        k.get("body").asString());
  }

  /** Keeps the answer, and forgets some of those that are too old. */
  public void keep(String key, String owner, KeptAnswer answer) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          tx.run(
              """
              MATCH (k:IdempotencyKey {key: $key, owner: $owner})
              SET k.status = $status, k.type = $type, k.location = $location, k.etag = $etag,
                  k.body = $body
              """,
              map(
                  "key", key,
                  "owner", owner,
                  "status", answer.status(),
                  "type", answer.type(),
                  "location", answer.location(),
                  "etag", answer.etag(),
                  "body", answer.body()));
          tx.run(
              "MATCH (k:IdempotencyKey) WHERE k.expiresAt < $now WITH k LIMIT 20 DELETE k",
              map("now", now));
          return key;
        });
  }

  /** Lets the request be made again: it came to nothing. */
  public void release(String key, String owner) {
    graph.write(
        tx -> {
          tx.run(
              "MATCH (k:IdempotencyKey {key: $key, owner: $owner}) DELETE k",
              Map.of("key", key, "owner", owner));
          return key;
        });
  }
}
