package asset2go.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTargetTest {
  private final ApiTarget target = new ApiTarget(URI.create("http://api:3500/"), "/api");
  private final ApiTarget below = new ApiTarget(URI.create("http://inside.test/a2g/"), "/api");

  @ParameterizedTest
  @CsvSource({
    "/api, , http://api:3500/",
    "/api/, , http://api:3500/",
    "/api/v1/assets, limit=2&after=a%2Bb+c, http://api:3500/v1/assets?limit=2&after=a%2Bb+c",
    "/api/v1/assets/%F0%9F%94%A7, , http://api:3500/v1/assets/%F0%9F%94%A7",
    "/api/v1/assets/50%25, , http://api:3500/v1/assets/50%25",
    "/api/v1/a..b/...;x=1, , http://api:3500/v1/a..b/...;x=1",
    "/api//evil.test/x, , http://api:3500//evil.test/x",
    "/api/@evil.test, , http://api:3500/@evil.test",
    "/api/v1/search, q=%22a%22|b, http://api:3500/v1/search?q=%22a%22%7Cb",
    "/api/v1/search, '', http://api:3500/v1/search?",
  })
  void pathAndQueryPassAsTheyWereSent(String path, String query, String expected) {
    assertThat(target.of(path, query)).contains(URI.create(expected));
  }

  @Test
  void theApiMayLieBelowAPath() {
    assertThat(below.of("/api/v1/me", null)).contains(URI.create("http://inside.test/a2g/v1/me"));
    assertThat(below.of("/api", null)).contains(URI.create("http://inside.test/a2g/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/..",
        "/api/../x",
        "/api/v1/./x",
        "/api/%2e%2e/x",
        "/api/.%2E/x",
        "/api/v1/..%2f..%2fx",
        "/api/v1/..%5cx",
        "/api/v1/..\\x",
        "/api/..;a=b/x",
        "/api/%252e%252e/x",
        "/api/%25252e%25252e/x",
        "/api/x%00y",
        "/api/x%0d%0ay",
        "/api/%zz",
        "/apis/x",
        "/other",
        "/API/x",
      })
  void nothingLeadsOutOfTheApi(String path) {
    assertThat(target.of(path, null)).isEmpty();
    assertThat(below.of(path, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://api:3500/docs/, /api/docs/",
    "HTTP://API:3500/docs/?a=b#c, /api/docs/?a=b#c",
    "http://api:3500, /api",
    "/v1/assets/7, /api/v1/assets/7",
    "http://api:35001/docs, http://api:35001/docs",
    "http://api:3500.evil.test/docs, http://api:3500.evil.test/docs",
    "https://files.example.com/x?y, https://files.example.com/x?y",
    "//elsewhere.test/x, //elsewhere.test/x",
    "seven, seven",
  })
  void whatTheApiNamesLiesBelowHere(String location, String expected) {
    assertThat(target.seenFromHere(location)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://inside.test/a2g/v1/assets/7, /api/v1/assets/7",
    "http://inside.test/other, http://inside.test/other",
    "/a2g/v1, /api/v1",
    "/a2gether, /a2gether",
  })
  void alsoWhereTheApiLiesBelowAPath(String location, String expected) {
    assertThat(below.seenFromHere(location)).isEqualTo(expected);
  }
}
