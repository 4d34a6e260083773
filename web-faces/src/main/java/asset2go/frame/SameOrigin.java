package asset2go.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that may change something comes from a page of ours. Browsers say so in {@code
 * Sec-Fetch-Site} (only to https and localhost) and in {@code Origin}; who sends neither is not a
 * browser of this decade, and is refused too. With the SameSite cookie this takes the place of a
 * token in each form, which would need a session.
 */
public final class SameOrigin {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final URI ours;

  /** For pages of this address. */
  public SameOrigin(URI appUrl) {
    this.ours = appUrl;
  }

  /** Whether it may pass; what changes nothing always may. */
  public boolean allows(HttpServletRequest request) {
    return allows(
        request.getMethod(),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Host"));
  }

  boolean allows(
      String method, @Nullable String site, @Nullable String origin, @Nullable String host) {
    if (SAFE.contains(method)) {
      return true;
    }
    if (site != null) {
      return site.equals("same-origin");
    }
    return origin != null && (isOurs(origin) || isHost(origin, host));
  }

  private boolean isOurs(String origin) {
    return origin.equalsIgnoreCase(ours.getScheme() + "://" + ours.getRawAuthority());
  }

  /** Reached by another name than APP_URL, such as localhost: the name asked for must agree. */
  private static boolean isHost(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }
}
