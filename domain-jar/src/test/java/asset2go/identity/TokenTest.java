package asset2go.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenTest {

  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final Token TOKEN =
      new Token(
          "user-1",
          "session-1",
          Token.TYPE,
          Instant.ofEpochSecond(1000),
          Instant.ofEpochSecond(2000));

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

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
