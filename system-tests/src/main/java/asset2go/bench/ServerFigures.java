package asset2go.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** What a server tells of itself at its management port. */
final class ServerFigures {

  private final HttpRequest request;
  private final HttpClient client = HttpClient.newHttpClient();

  ServerFigures(URI management) {
    request = HttpRequest.newBuilder(management.resolve("metrics")).build();
  }

  /** Seconds of a processor that it has taken since its start. */
  double cpuSeconds() {
    return sum("cpu_processCpuTime_seconds", "");
  }

  /** Memory of its container, MiB. */
  double memory() {
    return sum("asset2go_memory_used_bytes", "") / (1 << 20);
  }

  /** Jobs of a name that it has completed. */
  double completed(String job) {
    return sum("asset2go_jobs_seconds_count", "name=\"" + job + "\",outcome=\"completed\"");
  }

  private double sum(String name, String labels) {
    try {
      return Pattern.compile("(?m)^" + name + "\\{[^}]*" + Pattern.quote(labels) + "[^}]*} (\\S+)$")
          .matcher(client.send(request, BodyHandlers.ofString()).body())
          .results()
          .mapToDouble(line -> Double.parseDouble(line.group(1)))
          .sum();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
