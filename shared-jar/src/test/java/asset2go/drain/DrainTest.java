package asset2go.drain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request meets that comes to an instance about to stop. */
final class DrainTest {
  private final Map<String, Object> answered = new LinkedHashMap<>();

  @Test
  void untilThenNothingIsSaid(@TempDir Path folder) {
    var drain = new Drain(Optional.of(folder.resolve("drain")));
    assertThat(drain.refuses(request("GET", "/v1/assets", "yes"), response())).isFalse();
    assertThat(drain.hasBegun()).isFalse();
    assertThat(answered).isEmpty();
  }

  @Test
  void withoutAFileNobodyLooks() {
    assertThat(new Drain(Optional.empty()).hasBegun()).isFalse();
  }

  @Test
  void whatMayBeRepeatedGoesElsewhereWhereTheBalancerSeesToIt(@TempDir Path folder)
      throws IOException {
    assertThat(begun(folder).refuses(request("GET", "/v1/assets", "yes"), response())).isTrue();
    assertThat(answered).containsEntry("status", 502).containsEntry("Connection", "close");
  }

  @Test
  void everythingElseIsServedAndEndsItsConnection(@TempDir Path folder) throws IOException {
    var drain = begun(folder);
    assertThat(drain.refuses(request("POST", "/v1/assets", "yes"), response())).isFalse();
    assertThat(drain.refuses(request("GET", "/v1/assets", null), response())).isFalse();
    assertThat(drain.refuses(request("GET", "/health/ready", "yes"), response())).isFalse();
    assertThat(answered).isEqualTo(Map.of("Connection", "close"));
  }

  private static Drain begun(Path folder) throws IOException {
    return new Drain(Optional.of(Files.createFile(folder.resolve("drain"))));
  }

  private static HttpServletRequest request(String method, String path, @Nullable String retries) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            DrainTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getRequestURI" -> path;
                  default -> retries;
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            DrainTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) ->
                called.getName().equals("setStatus")
                    ? answered.put("status", arguments[0])
                    : answered.put((String) arguments[0], arguments[1]));
  }
}
