package asset2go.rolling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with a connection or two, whose every request is entered in the ledger. */
final class Client {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Ledger ledger;
  private final String token;
  private final String origin;

  /** Signed in with a token; a browser at this origin. */
  Client(Ledger ledger, String token, String origin) {
    this.ledger = ledger;
    this.token = token;
    this.origin = origin;
  }

  /** A request of a program. */
  HttpRequest.Builder program(URI address) {
    return to(address).header("Authorization", "Bearer " + token);
  }

  /** A request of a browser. */
  HttpRequest.Builder browser(URI address) {
    return to(address)
        .header("Cookie", "a2g=" + token)
        .header("Origin", origin)
        .header("Accept-Language", "en");
  }

  private static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(100));
  }

  /** Sends it; nothing where it failed. */
  Optional<HttpResponse<String>> send(
      String kind,
      HttpRequest.Builder request,
      String method,
      BodyPublisher body,
      Set<Integer> expected)
      throws InterruptedException {
    var asked = request.method(method, body).build();
    var began = System.nanoTime();
    @Nullable HttpResponse<String> answer = null;
    @Nullable String failure = null;
    try {
      answer = http.send(asked, BodyHandlers.ofString());
      if (!expected.contains(answer.statusCode())) {
        var said = answer.body();
        failure =
            answer.statusCode()
                + " "
                + said.substring(0, Math.min(300, said.length())).replace('\n', ' ')
                + " "
                + answer.headers().firstValue("X-Request-Id").orElse("");
      }
    } catch (IOException broken) {
      failure = broken.toString();
    }
    var full = failure == null ? null : method + " " + asked.uri() + ": " + failure;
    ledger.enter(kind, System.nanoTime() - began, Optional.ofNullable(full));
    return failure == null ? Optional.ofNullable(answer) : Optional.empty();
  }
}
