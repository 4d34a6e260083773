package asset2go.frame;

import asset2go.client.Caller;
import asset2go.installation.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many pages somebody may ask this instance for in a window: RATE_LIMIT_REQUESTS. The calls
 * that a page makes are not counted again by the API. Parts of pages, such as suggestions while one
 * types, weigh a fifth of a page.
 */
@ApplicationScoped
public class PageLimit {
  private static final int PAGE = 5;
  private static final int PART = 1;

  @Inject Installation installation;

  private final Clock clock = Clock.systemUTC();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile long window;

  boolean admits(HttpServletRequest request, Caller caller) {
    var limit = installation.settings().rateLimit();
    var path = request.getRequestURI();
    if (!limit.enabled() || path.startsWith(Files.FOLDER) || path.startsWith("/health/")) {
      return true;
    }
    var token = caller.token();
    var who = token == null ? caller.address() : token;
    var weight = "empty".equals(request.getHeader("Sec-Fetch-Dest")) ? PART : PAGE;
    return add(who, weight) <= limit.requests() * PAGE;
  }

  /** Length of a window: after it, counting begins anew. */
  long seconds() {
    return Math.max(1, installation.settings().rateLimit().window().toSeconds());
  }

  private int add(String who, int weight) {
    var now = clock.instant().getEpochSecond() / seconds();
    if (now != window) {
      window = now;
      counts.clear();
    }
    return counts.computeIfAbsent(who, key -> new AtomicInteger()).addAndGet(weight);
  }
}
