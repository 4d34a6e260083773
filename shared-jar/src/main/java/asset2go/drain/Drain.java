package asset2go.drain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Whether this process has been told to stop. Whoever starts it makes a file then, {@code
 * A2G_DRAIN_FILE}, and lets it serve for some seconds more: balancers that have chosen it already
 * are answered as ever, find it unready and their connections closed after each answer, and come no
 * more before its port closes.
 */
public final class Drain {
  /** A balancer that asks another instance by itself sends this with each request. */
  static final String RETRIES = "X-Asset2Go-Retries";

  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Drain OURS =
      new Drain(Optional.ofNullable(System.getenv("A2G_DRAIN_FILE")).map(Path::of));

  private final Optional<Path> file;
  private volatile boolean begun;
  private volatile long looked = System.nanoTime() - LOOK_NANOS;

  Drain(Optional<Path> file) {
    this.file = file;
  }

  /** That of this process. */
  public static Drain ours() {
    return OURS;
  }

  /** Whether the end is near. */
  public boolean hasBegun() {
    if (begun || file.isEmpty()) {
      return begun;
    }
    var now = System.nanoTime();
    if (now - looked >= LOOK_NANOS) {
      looked = now;
      begun = Files.exists(file.get());
    }
    return begun;
  }

  /**
   * Ends the connection with this answer, once it has begun. True where that was all: a request
   * that may be repeated, of a balancer that does so, gets 502. To that nginx counts as failed for
   * a while, and nothing but what has been refused elsewhere comes here any more.
   */
  public boolean refuses(HttpServletRequest request, HttpServletResponse response) {
    if (!hasBegun()) {
      return false;
    }
    response.setHeader("Connection", "close");
    if (request.getHeader(RETRIES) == null
        || !REPEATABLE.contains(request.getMethod())
        || request.getRequestURI().startsWith("/health/")) {
      return false;
    }
    response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
    return true;
  }
}
