package asset2go.trace;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties together what web tier, API and worker did for one request. */
public final class RequestId {

  /** The header that carries it, in both directions. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=@-]{7,127}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  /** The caller's id where it is fit for a log line, else a new one. */
  public static String orNew(@Nullable String offered) {
    return offered != null && SANE.matcher(offered).matches() ? offered : next();
  }

  /** A new UUIDv7 (RFC 9562, section 5.7); made here because this jar carries no libraries. */
  public static String next() {
    long time = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
    long rest = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(time, rest).toString();
  }
}
