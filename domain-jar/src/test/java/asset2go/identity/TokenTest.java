package asset2go.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenTest {

  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.ofEpochSecond(1500);
  private static final Token TOKEN =
      new Token("user-1", "session-1", Instant.ofEpochSecond(1000), Instant.ofEpochSecond(2000));

  @Test
  void saysWhoAndUntilWhenButNotWhatTheyMayDo() {
    assertThat(decoded(TOKEN.signed(SECRET).split("\\.")[1]))
        .isEqualTo(
            "{\"iss\":\"asset2go\",\"sub\":\"user-1\",\"jti\":\"session-1\",\"typ\":\"session\","
                + "\"iat\":1000,\"exp\":2000}");
  }

  @Test
  void isSignedWithHs256() {
    String[] parts = TOKEN.signed(SECRET).split("\\.");
    assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(Base64.getUrlDecoder().decode(parts[2]))
        .isEqualTo(Token.hmac(SECRET, parts[0] + "." + parts[1]));
  }

  @Test
  void isReadAgainByWhoeverHasTheSecret() {
    assertThat(Token.verified(TOKEN.signed(SECRET), SECRET, Instant.ofEpochSecond(1999)))
        .contains(TOKEN);
  }

  @Test
  void isNothingWhenItHasRunOutOrIsFromTheFuture() {
    assertThat(Token.verified(TOKEN.signed(SECRET), SECRET, Instant.ofEpochSecond(2000))).isEmpty();
    assertThat(Token.verified(TOKEN.signed(SECRET), SECRET, Instant.ofEpochSecond(900))).isEmpty();
  }

  @Test
  void isNothingUnderAnotherSecret() {
    byte[] other = "another secret of at least 32 bytes".getBytes(StandardCharsets.UTF_8);
    assertThat(Token.verified(TOKEN.signed(other), SECRET, NOW)).isEmpty();
  }

  @Test
  void isNothingWithoutASignatureOrUnderAnotherAlgorithm() {
    String claims = TOKEN.signed(SECRET).split("\\.")[1];
    String none = encoded("{\"alg\":\"none\"}") + "." + claims;
    assertThat(Token.verified(none + ".", SECRET, NOW)).isEmpty();
    assertThat(Token.verified(signed("{\"alg\":\"none\"}", claims), SECRET, NOW)).isEmpty();
    assertThat(Token.verified(signed("{\"alg\":\"HS512\"}", claims), SECRET, NOW)).isEmpty();
  }

  @Test
  void isNothingWhereClaimsAreMissingOrOfTheWrongType() {
    for (String claims :
        new String[] {
          "{}",
          "[]",
          "{\"iss\":\"asset2go\",\"typ\":\"session\",\"sub\":\"u\",\"jti\":\"j\",\"iat\":1000}",
          "{\"iss\":\"asset2go\",\"typ\":\"session\",\"sub\":\"u\",\"jti\":\"j\",\"iat\":1,\"exp\":\"x\"}",
          "{\"iss\":\"asset2go\",\"typ\":\"session\",\"sub\":1,\"jti\":\"j\",\"iat\":1,\"exp\":2000}",
          "{\"iss\":\"other\",\"typ\":\"session\",\"sub\":\"u\",\"jti\":\"j\",\"iat\":1,\"exp\":2000}"
        }) {
      String jwt = signed("{\"alg\":\"HS256\"}", encoded(claims));
      assertThat(Token.verified(jwt, SECRET, NOW)).as(claims).isEmpty();
    }
  }

  @Test
  void nonsenseIsNothing() {
    for (String nonsense :
        new String[] {"", ".", "..", "a.b.c", "\u00e4.\u00e4.\u00e4", "a.b.c.d"}) {
      assertThat(Token.verified(nonsense, SECRET, NOW)).as(nonsense).isEmpty();
    }
  }

  private static String signed(String header, String claims) {
    String said = encoded(header) + "." + claims;
    return said
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Token.hmac(SECRET, said));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
