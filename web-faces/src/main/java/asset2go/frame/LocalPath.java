package asset2go.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where to go next, when the browser says where: only to a path of ours. {@code //host}, {@code
 * /\host} and control characters, which browsers drop, would lead elsewhere.
 */
public final class LocalPath {
  private LocalPath() {}

  /** The path if it is one of ours, else the first page. */
  public static String orHome(@Nullable String path) {
    return path != null && isLocal(path) ? path : "/";
  }

  private static boolean isLocal(String path) {
    if (!path.startsWith("/")
        || path.startsWith("//")
        || path.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 127)) {
      return false;
    }
    try {
      var uri = new URI(path);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  /** The sign-in page that leads back here; back to the first page after anything but a GET. */
  static String signIn(HttpServletRequest request) {
    var path = asked(request);
    return "GET".equals(request.getMethod()) && !"/".equals(path)
        ? "/login?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
        : "/login";
  }

  private static String asked(HttpServletRequest request) {
    var path =
        String.valueOf(
            request.getAttribute(Router.PATH) != null
                ? request.getAttribute(Router.PATH)
                : request.getRequestURI());
    return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
  }
}
