package asset2go.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose Content-Type is no media type at all, as one of unknown bytes: JAX-RS would
 * refuse the first before any mapper of ours is asked, and refuses the second with 415.
 */
final class SaneContentType extends HttpServletRequestWrapper {

  private static final String HEADER = "Content-Type";
  private static final String UNKNOWN = "application/octet-stream";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+\\s*(;.*)?");

  private SaneContentType(HttpServletRequest request) {
    super(request);
  }

  static HttpServletRequest of(HttpServletRequest request) {
    String type = request.getContentType();
    boolean sane = type == null || MEDIA_TYPE.matcher(type.strip()).matches();
    return sane ? request : new SaneContentType(request);
  }

  @Override
  public String getContentType() {
    return UNKNOWN;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase(HEADER) ? UNKNOWN : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(HEADER)
        ? Collections.enumeration(List.of(UNKNOWN))
        : super.getHeaders(name);
  }
}
