package asset2go.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: argon2id with the least parameters that OWASP's Password Storage Cheat
 * Sheet accepts (19 MiB, two passes, one lane), written as a PHC string, so that a later change of
 * parameters leaves the old ones readable.
 *
 * @param memory in KiB
 */
record PasswordHash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

  private static final int MEMORY = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(
        MEMORY, PASSES, LANES, salt, compute(password, MEMORY, PASSES, LANES, salt, HASH_BYTES));
  }

  static PasswordHash parse(String phc) {
    Matcher m = PHC.matcher(phc);
    if (!m.matches()) {
      throw new IllegalArgumentException("not an argon2id hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(3)),
        base64.decode(m.group(4)),
        base64.decode(m.group(5)));
  }

  /** Takes as long for a wrong password as for the right one. */
  boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(password, memory, passes, lanes, salt, hash.length));
  }

  /** Whether it was made with weaker parameters than today's. */
  boolean isOutdated() {
    return memory < MEMORY || passes < PASSES;
  }

  /** The PHC string. */
  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[]";
  }

  private static byte[] compute(
      String password, int memory, int passes, int lanes, byte[] salt, int length) {
    // The same letters typed on another keyboard may come composed differently.
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] result = new byte[length];
    argon2.generateBytes(normal.getBytes(StandardCharsets.UTF_8), result);
    return result;
  }
}
