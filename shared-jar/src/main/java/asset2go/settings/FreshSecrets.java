package asset2go.settings;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * Makes the secrets of a new installation: random passwords and the P-256 key pair of Web Push
 * (VAPID, RFC 8292: the public key as an uncompressed point, both in URL-safe Base64). Uses the JDK
 * only and has a {@link #main}, so that the launcher can run this very file.
 */
final class FreshSecrets {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private FreshSecrets() {}

  /** Prints {@code NAME=value} lines that shells and {@code .env} files read alike. */
  public static void main(String[] arguments) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    var pair = generator.generateKeyPair();
    var publicKey = vapid((ECPublicKey) pair.getPublic());
    var lines =
        """
        JWT_SECRET=%s
        VAPID_PUBLIC_KEY=%s
        VAPID_PRIVATE_KEY=%s
        NEXT_PUBLIC_VAPID_PUBLIC_KEY=%s
        NEO4J_PASSWORD=%s
        REDIS_PASSWORD=%s
        S3_ACCESS_KEY_ID=%s
        S3_SECRET_ACCESS_KEY=%s
        ADMIN_PASSWORD=%s
        """
            .formatted(
                random(64),
                publicKey,
                vapid((ECPrivateKey) pair.getPrivate()),
                publicKey,
                random(32),
                random(32),
                random(20),
                random(40),
                random(16));
    System.out.print(lines);
  }

  static String vapid(ECPublicKey key) {
    var point = new byte[65];
    point[0] = 4;
    copy(key.getW().getAffineX(), point, 1);
    copy(key.getW().getAffineY(), point, 33);
    return encode(point);
  }

  static String vapid(ECPrivateKey key) {
    var scalar = new byte[32];
    copy(key.getS(), scalar, 0);
    return encode(scalar);
  }

  private static void copy(BigInteger number, byte[] target, int offset) {
    for (var i = 31; i >= 0; i--) {
      target[offset + i] = number.byteValue();
      number = number.shiftRight(8);
    }
  }

  /** Letters and digits only, without those that look alike: people read these aloud. */
  private static String random(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
        .toString();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
