package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
  private final SameOrigin guard = new SameOrigin(URI.create("https://assets.example.com/"));

  @Test
  void readingIsAllowedFromAnywhere() {
    assertThat(guard.allows("GET", "cross-site", "https://evil.test", "assets.example.com"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, https://assets.example.com, true",
    "same-site, https://other.example.com, false",
    "cross-site, https://evil.test, false",
    "none, , false",
    // The browser's own word counts more than an Origin that agrees.
    "cross-site, https://assets.example.com, false",
  })
  void theBrowserSaysWhereAFormComesFrom(String site, String origin, boolean allowed) {
    assertThat(guard.allows("POST", site, origin, "assets.example.com")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://assets.example.com, assets.example.com, true",
    "https://ASSETS.example.com, assets.example.com, true",
    "http://10.0.0.7:3501, 10.0.0.7:3501, true",
    "https://evil.test, assets.example.com, false",
    "https://assets.example.com.evil.test, assets.example.com, false",
    "null, assets.example.com, false",
  })
  void whereItDoesNotTheOriginMustBeOurs(String origin, String host, boolean allowed) {
    assertThat(guard.allows("POST", null, origin, host)).isEqualTo(allowed);
  }

  @Test
  void whoSaysNothingIsRefused() {
    assertThat(guard.allows("POST", null, null, "assets.example.com")).isFalse();
    assertThat(guard.allows("DELETE", null, null, null)).isFalse();
  }
}
