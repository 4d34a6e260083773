package asset2go.bench;

import asset2go.running.Api;
import asset2go.running.ComposeProject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the images promise, measured under Docker Compose with 512 MiB for each container: sizes,
 * how soon a role is ready, memory, and that nothing is lost or doubled while workers are killed.
 */
public final class ContainersBenchmark {

  private static final List<String> ROLES = List.of("api", "worker", "web");
  private static final HttpClient PROBE =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final ComposeProject project;

  private ContainersBenchmark(ComposeProject project) {
    this.project = project;
  }

  /** With the tag of the images, and the number of rows of the import where it is not 100,000. */
  public static void main(String[] arguments) {
    String tag = arguments[0];
    int rows = arguments.length < 2 ? 100_000 : Integer.parseInt(arguments[1]);
    try (ComposeProject project =
        ComposeProject.of("asset2go-measure", tag, Map.of("RATE_LIMIT_ENABLED", "false"))) {
      ContainersBenchmark benchmark = new ContainersBenchmark(project);
      benchmark.sizes(tag);
      benchmark.readiness();
      benchmark.memory("after the start");
      new KilledWorkers(project, rows).run();
      benchmark.memory("after that");
    }
    System.exit(0);
  }

  private void sizes(String tag) {
    System.out.println("Images, with what they are based on:");
    project
        .docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}} {{.Size}}")
        .succeeded()
        .lines()
        .filter(line -> line.matches("asset2go/.*:" + tag + " .*|eclipse-temurin:25-jre .*"))
        .forEach(line -> System.out.println("  " + line));
  }

  private void readiness() {
    long began = System.nanoTime();
    project.up();
    System.out.printf("All healthy from empty volumes after %.1f s%n", since(began));
    project.compose("down", "-t", "40").succeeded();
    project.up("infra");
    System.out.println("Ready, with the stores up, each alone:");
    for (String role : ROLES) {
      began = System.nanoTime();
      project.compose("up", "-d", "--no-build", role).succeeded();
      awaitReady(role);
      System.out.printf("  %s %.1f s%n", role, since(began));
      project.compose("stop", "-t", "40", role).succeeded();
    }
    System.out.println("Ready, the three at once:");
    began = System.nanoTime();
    project.compose("start", "api", "worker", "web").succeeded();
    for (String role : ROLES) {
      awaitReady(role);
      System.out.printf("  %s within %.1f s%n", role, since(began));
    }
  }

  private void memory(String when) {
    System.out.println("Memory (RSS) " + when + ":");
    for (String role : ROLES) {
      for (String id : project.containers(role)) {
        // All of its processes: process 1 of api and web is the shell that lets them go on for a
        // while.
        String status =
            project.docker("exec", id, "sh", "-c", "cat /proc/[0-9]*/status").succeeded();
        long kib =
            status
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        System.out.printf("  %s %d MiB%n", role, kib / 1024);
      }
    }
  }

  private void awaitReady(String role) {
    String port =
        switch (role) {
          case "api" -> project.setting("API_PORT");
          case "web" -> project.setting("PORT");
          default -> "3590";
        };
    String host =
        project
            .docker(
                "inspect",
                "-f",
                "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                project.containers(role).get(0))
            .succeeded()
            .strip();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long began = System.nanoTime();
    while (!answers(request)) {
      if (since(began) > 180) {
        throw new IllegalStateException(role + " is not ready after three minutes");
      }
      pause(50);
    }
  }

  private static boolean answers(HttpRequest request) {
    try {
      return PROBE.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** The first administrator. */
  static Api administrator(ComposeProject project) {
    return project.api().signIn("admin@asset2go.test", project.administratorPassword());
  }
}
