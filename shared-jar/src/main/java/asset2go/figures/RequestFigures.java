package asset2go.figures;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Counts and times the requests of a tier by method, route and kind of status; the buckets of the
 * histogram stand in {@code microprofile-config.properties}. A route is a pattern of ours, never
 * what was sent: whoever asks for a million addresses makes no million series.
 */
public final class RequestFigures {

  /** Route of what is at no address of ours. */
  public static final String NOWHERE = "none";

  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("asset2go_requests")
          .withDescription("Requests by tier, method, route and kind of status, and their time")
          .build();
  private static final Metadata ACTIVE =
      Metadata.builder()
          .withName("asset2go_requests_active")
          .withDescription("Requests that the tier is at")
          .build();
  private static final Metadata CONNECTIONS =
      Metadata.builder()
          .withName("asset2go_connections")
          .withDescription("Open connections of clients to the tier's port")
          .build();
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MetricRegistry registry;
  private final Tag tier;
  private final Function<HttpServletRequest, String> route;
  private final AtomicInteger active = new AtomicInteger();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  private record Kind(String method, String route, String status) {}

  /**
   * @param tier api or web
   * @param port the tier's own
   * @param route the pattern of a request that has been answered
   */
  public RequestFigures(
      MetricRegistry registry, String tier, int port, Function<HttpServletRequest, String> route) {
    this.registry = registry;
    this.tier = new Tag("tier", tier);
    this.route = route;
    registry.gauge(ACTIVE, active, AtomicInteger::get, this.tier);
    registry.gauge(CONNECTIONS, port, Connections::to, this.tier);
  }

  /** A request that is being answered. */
  public final class Call implements AsyncListener {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long began = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    private Call(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
      active.incrementAndGet();
    }

    /** The filters are through; what goes on without them is counted when it ends. */
    public void filtered() {
      if (!request.isAsyncStarted() || !listen()) {
        end(response.getStatus());
      }
    }

    private boolean listen() {
      try {
        request.getAsyncContext().addListener(this);
        return true;
      } catch (IllegalStateException endedMeanwhile) {
        return false;
      }
    }

    /** Something passed by every handler of ours. */
    public void failed() {
      end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private void end(int status) {
      if (over.compareAndSet(false, true)) {
        active.decrementAndGet();
        note(request, status, Duration.ofNanos(System.nanoTime() - began));
      }
    }

    @Override
    public void onComplete(AsyncEvent event) {
      end(response.getStatus());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      end(HttpServletResponse.SC_GATEWAY_TIMEOUT);
    }

    @Override
    public void onError(AsyncEvent event) {
      end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }

  /** Begins to count a request. */
  public Call begin(HttpServletRequest request, HttpServletResponse response) {
    return new Call(request, response);
  }

  private void note(HttpServletRequest request, int status, Duration took) {
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    timers
        .computeIfAbsent(new Kind(method, route.apply(request), kind(status)), this::timer)
        .update(took);
  }

  private Timer timer(Kind kind) {
    return registry.timer(
        REQUESTS,
        tier,
        new Tag("method", kind.method()),
        new Tag("route", kind.route()),
        new Tag("status", kind.status()));
  }

  static String kind(int status) {
    return status >= 100 && status < 600 ? status / 100 + "xx" : "5xx";
  }
}
