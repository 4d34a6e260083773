package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets", "/assets?status=MISSING&q=a%20b", "/assets/1/edit#notes"})
  void pathsOfOursAreFollowed(String path) {
    assertThat(LocalPath.orHome(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "assets",
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "https://evil.test/",
        "javascript:alert(1)",
        "/\t/evil.test",
        "/ /evil.test",
        "/\nSet-Cookie: a=b",
        "/%",
      })
  void everythingElseLeadsToTheFirstPage(String path) {
    assertThat(LocalPath.orHome(path)).isEqualTo("/");
  }

  @Test
  void anEncodedHostStaysAPath() {
    assertThat(LocalPath.orHome("/%2F%2Fevil.test")).isEqualTo("/%2F%2Fevil.test");
  }
}
