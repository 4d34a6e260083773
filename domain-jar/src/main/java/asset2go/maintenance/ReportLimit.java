package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.problem.DomainError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.neo4j.driver.Record;

/**
 * How often somebody may report, by user or else by address, and how often a fault may be reported
 * about one code, whether or not an asset has it: kept in the graph, so that it holds over all
 * instances and without Redis. Both are kept as a hash, and forgotten after an hour. Of IPv6 the
 * first half counts, which is what one household or one machine is given.
 */
final class ReportLimit {

  private static final int BY_ONE = 5;
  private static final int ABOUT_ONE = 10;
  private static final Duration WINDOW = Duration.ofHours(1);

  private ReportLimit() {}

  /**
   * Counts a report.
   *
   * @throws DomainError.TooManyRequests where it is one too many
   */
  static void count(Transaction tx, String who, String assetId, Instant now) {
    tx.run(
        """
        MATCH (l:ReportLimit) WHERE l.until < $now
        WITH l LIMIT 100
        DELETE l
        """,
        map("now", now));
    count(tx, who, BY_ONE, "from one address or by one user", now);
    count(tx, "about " + assetId, ABOUT_ONE, "about one thing", now);
  }

  private static void count(Transaction tx, String what, int most, String words, Instant now) {
    Record row =
        tx.one(
                """
                MERGE (l:ReportLimit {key: $key})
                SET l.count = coalesce(l.count, 0) + 1, l.until = coalesce(l.until, $until)
                RETURN l.count AS count, l.until AS until
                """,
                map("key", hash(what), "until", now.plus(WINDOW)))
            .orElseThrow();
    if (row.get("count").asLong() > most) {
      throw new DomainError.TooManyRequests(
          "More than %d reports in an hour %s.".formatted(most, words),
          Duration.between(now, Values.instant(row.get("until"))).plusSeconds(1));
    }
  }

  /** Somebody unknown, as they are counted. */
  static String address(String address) {
    return "address " + network(address);
  }

  /** Somebody who is signed in, as they are counted: many may share an address. */
  static String user(String id) {
    return "user " + id;
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // With a literal no name is looked up.
      byte[] whole = InetAddress.getByName(address).getAddress();
      return whole.length == 16 ? HexFormat.of().formatHex(whole, 0, 8) : address;
    } catch (UnknownHostException none) {
      return address;
    }
  }

  private static String hash(String what) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
