package asset2go.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassedHeadersTest {
  private static final List<String> ANY = List.of("x");
  private final ApiTarget target = new ApiTarget(URI.create("http://api:3500/"), "/api");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "HTTP2-Settings",
        "Host",
        "Content-Length",
        "Expect",
        "Cookie",
        "Authorization",
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "x-forwarded-proto",
        "X-Real-IP",
        "X-Request-Id",
        "X-Asset2Go-Service",
        "X-ASSET2GO-FORWARDED",
      })
  void theseEndHere(String name) {
    assertThat(PassedHeaders.toApi(Map.of(name, ANY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Encoding",
        "Content-Type",
        "Idempotency-Key",
        "If-Match",
        "If-None-Match",
        "Last-Event-ID",
        "Origin",
        "Range",
        "User-Agent",
        "X-Own",
      })
  void theseGoOn(String name) {
    assertThat(PassedHeaders.toApi(Map.of(name, ANY))).containsEntry(name, ANY);
  }

  @Test
  void whatConnectionNamesEndsHereToo() {
    var sent =
        Map.of(
            "connection", List.of("close, X-Own", "x-more"),
            "X-OWN", ANY,
            "X-More", ANY,
            "X-Other", ANY);
    assertThat(PassedHeaders.toApi(sent)).containsOnlyKeys("X-Other");
    assertThat(PassedHeaders.toCaller(sent, target)).containsOnlyKeys("X-Other");
  }

  @Test
  void everyValueGoesOn() {
    assertThat(PassedHeaders.toApi(Map.of("Accept", List.of("a/b", "c/d"))))
        .containsEntry("Accept", List.of("a/b", "c/d"));
  }

  @Test
  void noCookieOfTheApiComesBack() {
    assertThat(
            PassedHeaders.toCaller(
                Map.of("Set-Cookie", List.of("a2g=x"), "ETag", List.of("\"1\"")), target))
        .containsOnlyKeys("ETag");
  }

  @Test
  void addressesAreThoseThatHoldHere() {
    var answered =
        PassedHeaders.toCaller(
            Map.of(
                "Location", List.of("http://api:3500/v1/assets/7"),
                "Content-Location", List.of("/v1/assets/7"),
                "Link",
                    List.of("</v1/assets?after=a$1>; rel=\"next\", <https://x.test/>; rel=help")),
            target);
    assertThat(answered)
        .containsEntry("Location", List.of("/api/v1/assets/7"))
        .containsEntry("Content-Location", List.of("/api/v1/assets/7"))
        .containsEntry(
            "Link",
            List.of("</api/v1/assets?after=a$1>; rel=\"next\", <https://x.test/>; rel=help"));
  }
}
