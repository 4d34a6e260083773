package asset2go.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bearer token of a session, as we make it. Reading and verifying one is the work of
 * MicroProfile JWT in the server, which hands over its {@link Claims}.
 *
 * @param subject id of the user
 * @param jti id of the session, or of the token itself where it is for programs
 * @param type {@code typ}, what it is for
 */
public record Token(String subject, String jti, String type, Instant issuedAt, Instant expiresAt) {

  /** {@code iss} of every token of ours. */
  static final String ISSUER = "asset2go";

  /** {@code typ} of a token from a sign-in. */
  static final String TYPE = "session";

  /** {@code typ} of a token for programs. */
  public static final String FOR_PROGRAMS = "api";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** The JWT (RFC 7519), signed with HS256. */
  public String signed(byte[] secret) {
    // Ids are ours, letters and digits: nothing to escape.
    String payload =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"jti\":\"%s\",\"typ\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                ISSUER, subject, jti, type, issuedAt.getEpochSecond(), expiresAt.getEpochSecond());
    String said = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(payload);
    return said + "." + BASE64.encodeToString(hmac(secret, said));
  }

  @Override
  public String toString() {
    return "Token[" + subject + " " + jti + "]";
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
