package asset2go.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, true and false ones. */
public final class Jwt {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Jwt() {}

  /** The claims of a token, unchecked. */
  public static JsonObject claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    try (var reader = Json.createReader(new ByteArrayInputStream(payload))) {
      return reader.readObject();
    }
  }

  /** The same claims with other times. */
  public static JsonObject during(JsonObject claims, Instant from, Instant to) {
    JsonObjectBuilder changed = Json.createObjectBuilder(claims);
    return changed.add("iat", from.getEpochSecond()).add("exp", to.getEpochSecond()).build();
  }

  /** Signed with HS256. */
  public static String signed(JsonObject claims, String secret) {
    return signed("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims, "HmacSHA256", secret);
  }

  /** Signed with another algorithm under the right secret. */
  public static String signedHs512(JsonObject claims, String secret) {
    return signed("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", claims, "HmacSHA512", secret);
  }

  /** Not signed, and says so. */
  public static String unsigned(JsonObject claims, String none) {
    return encoded("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}")
        + "."
        + encoded(claims.toString())
        + ".";
  }

  private static String signed(String header, JsonObject claims, String algorithm, String secret) {
    String said = encoded(header) + "." + encoded(claims.toString());
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return said + "." + BASE64.encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
