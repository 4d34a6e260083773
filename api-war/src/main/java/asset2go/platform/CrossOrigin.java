package asset2go.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Which other origins' pages may call us: CORS as the Fetch standard has it. */
final class CrossOrigin {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String HEADERS =
      "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Request-Id";
  private static final String EXPOSED =
      "ETag, Link, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset,"
          + " X-Request-Id";
  private static final String A_DAY = "86400";

  private final List<String> origins;

  CrossOrigin(List<String> origins) {
    this.origins = origins;
  }

  /** Says what the browser wants to know; true where that was the whole question. */
  boolean answers(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    response.addHeader("Vary", "Origin");
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (origins.contains(origin) || origins.contains("*")) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      if (preflight) {
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", A_DAY);
      }
    }
    if (preflight) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
    return preflight;
  }
}
