package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeterTest {

  @ParameterizedTest
  @CsvSource({
    "/,                        /,             /",
    "/assets/0190-abc,         /,             /assets/{id}",
    "/assets/0190-abc/nothing, /,             none",
    "/static/0a1b/a2g.css,     /,             /static/*",
    "/api/v1/assets,           /api/*,        /api/*",
    "/api/../logout,           /logout,       /logout",
    "/health/ready,            /health/ready, /health/ready",
    "/asset/page.xhtml,        *.xhtml,       none",
    "/wp-login.php,            /,             none",
  })
  void whateverIsAskedForCountsAsOneOfAFewRoutes(String path, String servlet, String route) {
    assertThat(Meter.route(path, servlet)).isEqualTo(route);
  }
}
