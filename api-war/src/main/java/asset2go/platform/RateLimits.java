package asset2go.platform;

import asset2go.identity.Session;
import asset2go.limit.SharedCounter;
import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;

/**
 * How often somebody may ask: RATE_LIMIT_REQUESTS in each window of RATE_LIMIT_TTL, per user where
 * somebody is signed in, else per address. All instances count together in Redis; without it each
 * counts for itself.
 */
@ApplicationScoped
class RateLimits {

  private static final String STATE = "asset2go.rate";

  private @Inject Settings settings;
  private @Inject Caller caller;
  private @Inject SharedCounter shared;
  private final OwnCounter own = new OwnCounter();

  /** Where somebody stands in the present window. */
  private record Standing(int limit, long used, long resetSeconds) {

    void tell(MultivaluedMap<String, Object> headers) {
      headers.putSingle("RateLimit-Limit", limit);
      headers.putSingle("RateLimit-Remaining", Math.max(0, limit - used));
      headers.putSingle("RateLimit-Reset", resetSeconds);
    }
  }

  /**
   * Counts a request.
   *
   * @throws DomainError.TooManyRequests where it is one too many
   */
  void count(ContainerRequestContext request) {
    if (!settings.rateLimit().enabled() || caller.isService()) {
      return;
    }
    int limit = settings.rateLimit().requests();
    long seconds = Math.max(1, settings.rateLimit().window().toSeconds());
    long now = System.currentTimeMillis() / 1000;
    long window = now / seconds;
    long reset = (window + 1) * seconds - now;
    String who =
        caller.signedIn().map(Session::userId).map("u:"::concat).orElse("a:" + caller.address());
    Standing standing = new Standing(limit, used(who, window, seconds), reset);
    request.setProperty(STATE, standing);
    if (standing.used() > limit) {
      throw new DomainError.TooManyRequests(
          "More than %d requests in %d seconds.".formatted(limit, seconds),
          Duration.ofSeconds(reset));
    }
  }

  private long used(String who, long window, long seconds) {
    String key = "a2g:rate:" + who + ":" + window;
    Long counted = shared.increment(key, seconds);
    return counted != null ? counted : own.increment(key, window);
  }

  /** Adds what the caller may know about the limit to the answer. */
  static void tell(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
    if (request.getProperty(STATE) instanceof Standing standing) {
      standing.tell(headers);
    }
  }
}
