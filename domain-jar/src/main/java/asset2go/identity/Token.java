package asset2go.identity;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a bearer token says: who it is and which session, never what they may do. A revoked session
 * and a changed role take effect although a token lives for days.
 *
 * @param subject id of the user
 * @param jti id of the session
 */
record Token(String subject, String jti, Instant issuedAt, Instant expiresAt) {

  /** {@code iss} of every token of ours. */
  static final String ISSUER = "asset2go";

  /** {@code typ} of a token from a sign-in; those for programs say {@code api}. */
  static final String TYPE = "session";

  private static final int MAX_LENGTH = 4096;
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** The JWT (RFC 7519), signed with HS256. */
  String signed(byte[] secret) {
    // Ids are ours, letters and digits: nothing to escape.
    String payload =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"jti\":\"%s\",\"typ\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                ISSUER, subject, jti, TYPE, issuedAt.getEpochSecond(), expiresAt.getEpochSecond());
    String said = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(payload);
    return said + "." + BASE64.encodeToString(hmac(secret, said));
  }

  /**
   * Reads a JWT that was signed by a holder of the secret and is in force. Whatever else it may be,
   * {@code alg=none} included, is simply no token.
   */
  static Optional<Token> verified(String jwt, byte[] secret, Instant now) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3 || jwt.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      byte[] ours = hmac(secret, parts[0] + "." + parts[1]);
      if (!MessageDigest.isEqual(signature, ours)
          || !"HS256".equals(decode(parts[0]).getString("alg", ""))) {
        return Optional.empty();
      }
      return of(decode(parts[1])).filter(token -> token.isInForce(now));
    } catch (IllegalArgumentException | JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static Optional<Token> of(JsonObject claims) {
    String subject = claims.getString("sub", "");
    String jti = claims.getString("jti", "");
    JsonNumber end = claims.getJsonNumber("exp");
    JsonNumber begin = claims.getJsonNumber("iat");
    boolean ours =
        ISSUER.equals(claims.getString("iss", "")) && TYPE.equals(claims.getString("typ", ""));
    if (!ours || subject.isEmpty() || jti.isEmpty() || end == null || begin == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Token(
            subject,
            jti,
            Instant.ofEpochSecond(begin.longValue()),
            Instant.ofEpochSecond(end.longValue())));
  }

  private boolean isInForce(Instant now) {
    return now.isBefore(expiresAt) && now.plus(CLOCKS_DIFFER).isAfter(issuedAt);
  }

  private static JsonObject decode(String part) {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
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
