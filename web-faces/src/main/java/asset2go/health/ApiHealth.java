package asset2go.health;

import asset2go.client.ApiReach;
import asset2go.installation.Installation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Whether the API answered when it was last asked: data, never a reason for DOWN. A lost API must
 * not take every web instance out of rotation as well: who would say then what is wrong?
 */
@Readiness
@ApplicationScoped
public class ApiHealth implements HealthCheck {

  private static final long LOOK_SECONDS = 5;

  /** Where everything starts at once, the API may be later: only then is it worth a line. */
  private static final int LOOKS_BEFORE_A_LINE = 12;

  private @Inject Installation installation;
  private @Inject ApiReach reach;
  private @Inject MetricRegistry registry;

  // A thread of its own, so that no probe waits for an API that is frozen.
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("api-health").daemon().unstarted(task));

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ApiReach.CONNECT)
          .build();

  private volatile boolean answers;
  private int failures;

  @PostConstruct
  void begin() {
    registry.gauge(
        Metadata.builder()
            .withName("asset2go_api_up")
            .withDescription("1 where the API answered when it was last asked")
            .build(),
        this,
        health -> health.answers ? 1 : 0);
    timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    var address = installation.settings().apiInternalUrl().resolve("health/live");
    var probe = HttpRequest.newBuilder(address).timeout(ApiReach.CONNECT).build();
    try {
      var status = client.send(probe, BodyHandlers.discarding()).statusCode();
      if (status >= 500) {
        throw new IOException("Somebody in between says " + status);
      }
      answers = true;
      failures = 0;
      reach.answered();
    } catch (IOException | RuntimeException none) {
      answers = false;
      failures++;
      if (failures >= LOOKS_BEFORE_A_LINE) {
        reach.silent(none);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("api")
        .up()
        .withData("answers", answers)
        .withData("address", installation.settings().apiInternalUrl().toString())
        .build();
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
    client.shutdownNow();
  }
}
