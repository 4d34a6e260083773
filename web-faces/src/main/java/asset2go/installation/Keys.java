package asset2go.installation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for this and that, derived from JWT_SECRET: every instance has the same ones without being
 * told, and none of them tells the secret. One step of HKDF's expansion (RFC 5869) gives 256 bits.
 */
public final class Keys {
  private static final String HMAC = "HmacSHA256";
  private final byte[] secret;

  Keys(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** 32 bytes that only this purpose has. */
  public byte[] derive(String purpose) {
    return hmac(secret, "asset2go/" + purpose + "\u0001");
  }

  /** The text with a signature that only holders of the secret can make for this purpose. */
  public String sign(String purpose, String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8)) + "." + encode(signature(purpose, text));
  }

  /** The text, if it was signed for this purpose. */
  public Optional<String> verify(String purpose, String signed) {
    try {
      var dot = signed.indexOf('.');
      var text =
          new String(
              Base64.getUrlDecoder().decode(signed.substring(0, Math.max(0, dot))),
              StandardCharsets.UTF_8);
      var given = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      return MessageDigest.isEqual(given, signature(purpose, text))
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] signature(String purpose, String text) {
    return hmac(derive(purpose), text);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
