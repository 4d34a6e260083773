package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * Remembers failures per account and per address, for every instance. A try is counted before it is
 * made and given back when it succeeds, so that a hundred at once are not a hundred guesses.
 */
@ApplicationScoped
class Lockouts {

  /** Failures are forgotten after this long without another. */
  static final Duration MEMORY = Duration.ofHours(12);

  private @Inject Graph graph;

  /** Something that is tried: an account or an address. */
  record Attempt(String key, LockoutPolicy policy) {}

  /**
   * Counts a try.
   *
   * @throws DomainError.TooManyRequests where one of them must wait
   */
  void count(List<Attempt> attempts) {
    Instant now = Instant.now();
    Optional<Instant> wait =
        graph.write(
            tx -> {
              Optional<Instant> latest =
                  attempts.stream()
                      .flatMap(attempt -> lock(tx, attempt, now).stream())
                      .max(Comparator.naturalOrder());
              if (latest.isEmpty()) {
                attempts.forEach(attempt -> add(tx, attempt, now));
              }
              return latest;
            });
    if (wait.isPresent()) {
      Duration left = Duration.between(now, wait.get()).plusMillis(999);
      throw new DomainError.TooManyRequests(
          "Too many failed attempts. Try again in %s.".formatted(words(left)),
          Duration.ofSeconds(left.toSeconds()));
    }
  }

  /** Gives the tries back: this one was no failure. */
  void forgive(String account, String address) {
    graph.write(
        tx -> {
          tx.run("MATCH (l:Lockout {key: $key}) DELETE l", Map.of("key", account));
          tx.run(
              """
              MATCH (l:Lockout {key: $key})
              SET l.failures = CASE WHEN l.failures > 0 THEN l.failures - 1 ELSE 0 END
              REMOVE l.until
              """,
              Map.of("key", address));
          return true;
        });
  }

  /** Lets an account try again at once: its password was just set by mail. */
  void clear(Transaction tx, String account) {
    tx.run("MATCH (l:Lockout {key: $key}) DELETE l", Map.of("key", account));
  }

  private static Optional<Instant> lock(Transaction tx, Attempt attempt, Instant now) {
    Record row =
        tx.one(
                """
                MERGE (l:Lockout {key: $key})
                  ON CREATE SET l.failures = 0, l.last = $now
                SET l.asked = $now
                WITH l, l.last < $forget AS stale
                SET l.failures = CASE WHEN stale THEN 0 ELSE l.failures END
                RETURN CASE WHEN l.until > $now THEN l.until END AS until
                """,
                map("key", attempt.key(), "now", now, "forget", now.minus(MEMORY)))
            .orElseThrow();
    return Optional.ofNullable(Values.instantOrNull(row.get("until")));
  }

  private static void add(Transaction tx, Attempt attempt, Instant now) {
    int failures =
        tx.one(
                """
                MATCH (l:Lockout {key: $key})
                SET l.failures = l.failures + 1, l.last = $now
                RETURN l.failures AS failures
                """,
                map("key", attempt.key(), "now", now))
            .orElseThrow()
            .get("failures")
            .asInt();
    tx.run(
        "MATCH (l:Lockout {key: $key}) SET l.until = $until",
        map("key", attempt.key(), "until", attempt.policy().lockedUntil(failures, now)));
  }

  private static String words(Duration left) {
    return left.toSeconds() < 60
        ? left.toSeconds() + " seconds"
        : (left.toSeconds() + 59) / 60 + " minutes";
  }
}
