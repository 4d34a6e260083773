package asset2go.trace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How the web tier tells the API for whom it calls: a header {@code time;address;signature}. Such a
 * call is not limited again, since the web tier has counted the page view, and the address is that
 * of the browser. The signature is HMAC-SHA256 under JWT_SECRET, and good for a minute.
 */
public final class ServiceCall {

  /** The header that carries it. */
  public static final String HEADER = "X-Asset2Go-Service";

  /**
   * The header of a call that the web tier only passes on ({@code /api/*}): it tells the address,
   * and the API counts the call.
   */
  public static final String FORWARDED = "X-Asset2Go-Forwarded";

  private static final String COUNTED_CALL = "asset2go service call\n";
  private static final String FORWARDED_CALL = "asset2go forwarded call\n";
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final SecretKeySpec key;
  private final Clock clock;

  /** With the secret that both sides share. */
  public ServiceCall(String jwtSecret) {
    this(jwtSecret, Clock.systemUTC());
  }

  ServiceCall(String jwtSecret, Clock clock) {
    this.key = new SecretKeySpec(jwtSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /** The header's value for a call on behalf of the browser at this address. */
  public String header(String address) {
    return header(COUNTED_CALL, address);
  }

  /** The value of {@link #FORWARDED} for a call by the program or browser at this address. */
  public String forwarded(String address) {
    return header(FORWARDED_CALL, address);
  }

  private String header(String purpose, String address) {
    String said = clock.millis() + ";" + address;
    return said + ";" + sign(purpose, said);
  }

  /** The browser's address, where the header is ours and fresh. */
  public Optional<String> address(@Nullable String header) {
    return address(COUNTED_CALL, header);
  }

  /** Likewise, of a call that was passed on. */
  public Optional<String> forwardedAddress(@Nullable String header) {
    return address(FORWARDED_CALL, header);
  }

  private Optional<String> address(String purpose, @Nullable String header) {
    int end = header == null ? -1 : header.lastIndexOf(';');
    if (header == null || end < 0) {
      return Optional.empty();
    }
    String said = header.substring(0, end);
    byte[] signature = header.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(signature, sign(purpose, said).getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    int middle = said.indexOf(';');
    long age = Math.abs(clock.millis() - Long.parseLong(said.substring(0, middle)));
    return age < GOOD_FOR.toMillis() ? Optional.of(said.substring(middle + 1)) : Optional.empty();
  }

  private String sign(String purpose, String said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      byte[] signature = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
