package asset2go.rolling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Listens to {@link EventsStub}, and prints after each event how many came and how late at most.
 */
public final class EventsWatch {
  private EventsWatch() {}

  /** The address of the stream. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(arguments[0])).header("Accept", "text/event-stream");
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
    var latest = new long[2];
    answer
        .body()
        .filter(line -> line.startsWith("data: "))
        .map(line -> Long.parseLong(line.substring("data: ".length())))
        .forEach(
            sent -> {
              latest[0]++;
              latest[1] = Math.max(latest[1], System.currentTimeMillis() - sent);
              System.out.printf("%d events, %d ms late at most%n", latest[0], latest[1]);
            });
    System.out.println("ended");
  }
}
