package asset2go.proxy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in the API an address below {@code /api} leads, and where an address that the API names
 * lies here. Paths and queries pass as they were sent; nothing leads out of the API's root.
 */
final class ApiTarget {
  /** Most often that somebody may have encoded dots; what is still encoded then is refused. */
  private static final int DEEPEST = 4;

  /** Not legal in a URI (RFC 3986), yet sent raw by browsers in queries. */
  private static final String SENT_RAW = " \"<>\\^`{|}";

  private final URI root;
  private final String base;
  private final String here;

  /**
   * Between two roots.
   *
   * @param root of the API, API_INTERNAL_URL
   * @param here path of the root in the web tier, {@code /api}
   */
  ApiTarget(URI root, String here) {
    this.root = root;
    var path = root.getRawPath() == null ? "" : root.getRawPath();
    this.base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.here = here;
  }

  /**
   * The address to ask.
   *
   * @param path as it was sent, percent-encoded
   * @param query likewise
   * @return nothing where the path leads out of the API, or is none
   */
  Optional<URI> of(String path, @Nullable String query) {
    if (!path.equals(here) && !path.startsWith(here + "/")) {
      return Optional.empty();
    }
    var rest = path.substring(here.length());
    if (!staysInside(rest)) {
      return Optional.empty();
    }
    var address =
        origin() + base + (rest.isEmpty() ? "/" : rest) + (query == null ? "" : "?" + query);
    try {
      return Optional.of(URI.create(legal(address)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * What a Location of the API is called here: an address of the API, absolute or a path, lies
   * below {@code /api}; any other is left as it is.
   */
  String seenFromHere(String location) {
    if (location.startsWith("/") && !location.startsWith("//")) {
      return inside(location).orElse(location);
    }
    var origin = origin();
    if (!location.regionMatches(true, 0, origin, 0, origin.length())) {
      return location;
    }
    var rest = location.substring(origin.length());
    return rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0
        ? inside(rest).orElse(location)
        : location;
  }

  private Optional<String> inside(String path) {
    if (!path.startsWith(base)) {
      return Optional.empty();
    }
    var rest = path.substring(base.length());
    return rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0
        ? Optional.of(here + rest)
        : Optional.empty();
  }

  private String origin() {
    return root.getScheme() + "://" + root.getRawAuthority();
  }

  /** No segment is a dot or two, however it is encoded and whatever may count as a slash. */
  private static boolean staysInside(String path) {
    var decoded = path;
    for (int i = 0; i < DEEPEST; i++) {
      if (hasDots(decoded) || decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
        return false;
      }
      String next;
      try {
        next = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        // A stray percent sign: in what was sent it is malformed, further in it is plain text.
        return i > 0;
      }
      if (next.equals(decoded)) {
        return true;
      }
      decoded = next;
    }
    return false;
  }

  private static boolean hasDots(String path) {
    return List.of(path.split("[/\\\\]", -1)).stream()
        .map(segment -> segment.replaceFirst(";.*", ""))
        .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  private static String legal(String address) {
    var legal = new StringBuilder(address.length());
    for (byte octet : address.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xff;
      if (c > 0x7e || c < ' ' || SENT_RAW.indexOf(c) >= 0) {
        legal.append('%').append("%02X".formatted(c));
      } else {
        legal.append((char) c);
      }
    }
    return legal.toString();
  }
}
