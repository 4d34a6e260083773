package asset2go.booking;

import static asset2go.graph.Parameters.map;

import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Addresses at which calendar programs read somebody's bookings. One for each person, of which only
 * the hash is kept; it stops with the person's account.
 */
@ApplicationScoped
public class CalendarFeeds {

  private static final Duration PAST = Duration.ofDays(60);
  private static final int MOST = 500;
  private static final int TOKEN_BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Settings settings;

  public CalendarFeed get(Actor actor) {
    return graph
        .read(
            tx ->
                tx.one(
                    "MATCH (f:CalendarFeed {personId: $me}) RETURN f.createdAt AS createdAt",
                    Map.of("me", actor.id())))
        .map(row -> new CalendarFeed(Values.instant(row.get("createdAt")), null))
        .orElse(new CalendarFeed(null, null));
  }

  /** Makes an address in the place of the one that there may have been. */
  public CalendarFeed make(Actor actor) {
    Instant now = Instant.now();
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    graph.write(
        tx -> {
          tx.run(
              """
              MATCH (p:Person {id: $me})
              SET p.touched = true
              MERGE (f:CalendarFeed {personId: $me})
              SET f.hash = $hash, f.createdAt = $now
              MERGE (f)-[:OF]->(p)
              """,
              map("me", actor.id(), "hash", hash(token), "now", now));
          events.append(tx, "Person", actor.id(), "CALENDAR_FEED_MADE", actor, now, List.of());
          return token;
        });
    String api = settings.apiUrl().toString().replaceAll("/$", "");
    return new CalendarFeed(now, java.net.URI.create(api + "/v1/calendars/" + token));
  }

  /** Revokes the address. */
  public void revoke(Actor actor) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          tx.run("MATCH (p:Person {id: $me}) SET p.touched = true", Map.of("me", actor.id()));
          boolean there =
              tx.one(
                      "MATCH (f:CalendarFeed {personId: $me}) DETACH DELETE f RETURN 1 AS one",
                      Map.of("me", actor.id()))
                  .isPresent();
          if (there) {
            events.append(tx, "Person", actor.id(), "CALENDAR_FEED_REVOKED", actor, now, List.of());
          }
          return there;
        });
  }

  /**
   * The bookings behind an address, as iCalendar.
   *
   * @throws DomainError.NotFound for an address that is none, or no longer one
   */
  public String read(String token) {
    Instant now = Instant.now();
    return graph.read(
        tx -> {
          String person =
              tx.one(
                      """
                      MATCH (f:CalendarFeed {hash: $hash})-[:OF]->(p:User)
                      WHERE NOT coalesce(p.disabled, false)
                      RETURN p.id AS id
                      """,
                      Map.of("hash", hash(token)))
                  .orElseThrow(() -> new DomainError.NotFound("calendar", "at this address"))
                  .get("id")
                  .asString();
          List<Booking> bookings =
              tx.list(
                  """
                  MATCH (b:Booking)
                  WHERE b.personId = $person AND b.to > $since
                  WITH b ORDER BY b.from, b.id LIMIT $most
                  RETURN %s
                  """
                      .formatted(BookingView.columns(Actor.system("calendar"))),
                  map("person", person, "since", now.minus(PAST), "most", MOST),
                  BookingView::of);
          return new ICalendar(settings.appUrl()).of(bookings);
        });
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
