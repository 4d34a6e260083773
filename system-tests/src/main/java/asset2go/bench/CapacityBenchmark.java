package asset2go.bench;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What one instance of each service can do: requests a second and page views a second within the
 * times that are promised, jobs a minute and rows a second; and the capacity planning table of the
 * Docker guide with these figures. The services run already; system-tests/bench capacity starts
 * them.
 */
public final class CapacityBenchmark {

  private static final double API_GOAL = 200;
  private static final double PAGE_GOAL = 300;
  private static final int ROWS = 20_000;
  private static final int MAILS = 500;
  private static final Duration STEP = Duration.ofSeconds(8);
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Somebody who works with it looks at a page about this often. */
  private static final int THINK_SECONDS = 10;

  private final URI web;
  private final Api administrator;
  private final Map<String, ServerFigures> servers;
  private final String api;

  private CapacityBenchmark(Map<String, String> settings) {
    api = setting(settings, "CAPACITY_API").replaceFirst("/$", "");
    web = URI.create(setting(settings, "CAPACITY_WEB"));
    administrator =
        Api.at(URI.create(api))
            .signIn(
                settings.getOrDefault("CAPACITY_USER", "admin@asset2go.test"),
                setting(settings, "CAPACITY_PASSWORD"));
    servers =
        Map.of(
            "api", new ServerFigures(URI.create(setting(settings, "CAPACITY_API_MANAGEMENT"))),
            "worker",
                new ServerFigures(URI.create(setting(settings, "CAPACITY_WORKER_MANAGEMENT"))),
            "web", new ServerFigures(URI.create(setting(settings, "CAPACITY_WEB_MANAGEMENT"))));
  }

  private static String setting(Map<String, String> settings, String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set.");
    }
    return value;
  }

  /** Addresses and the administrator's password come from the environment. */
  public static void main(String[] arguments) {
    new CapacityBenchmark(System.getenv()).run();
    System.exit(0);
  }

  private void run() {
    imported("locations", Inventory.places());
    imported("assets", Inventory.assets("W", 3_000));
    double cpu = figures("worker").cpuSeconds();
    JsonObject run = imported("assets", Inventory.assets("A", ROWS));
    double rows = run.getJsonNumber("rowsPerSecond").doubleValue();
    System.out.printf(
        "worker     import of %,d rows: %,.0f rows/s, %.2f ms of a processor for each%n",
        ROWS, rows, (figures("worker").cpuSeconds() - cpu) / ROWS * 1_000);
    cpu = figures("worker").cpuSeconds();
    double mails = mails();
    System.out.printf(
        "worker     %,d mails: %,.0f jobs/min, %.1f ms of a processor for each%n",
        MAILS, mails, (figures("worker").cpuSeconds() - cpu) / MAILS * 1_000);

    List<JsonObject> some = administrator.get("/v1/assets?limit=100").expect(200).items();
    List<String> ids = some.stream().map(asset -> asset.getString("id")).toList();
    String place =
        administrator.get("/v1/locations?limit=20").expect(200).items().getLast().getString("id");
    Load.Outcome one =
        measure("api", "GET /v1/assets/{id}", API_GOAL, 100, () -> call("/v1/assets/" + any(ids)));
    Load.Outcome page =
        measure(
            "api",
            "GET /v1/assets, filtered, first page of 25",
            API_GOAL,
            40,
            () -> call("/v1/assets?status=AVAILABLE&limit=25&location=" + place));
    Load.Outcome views =
        measure("web", "pages: start, list, an asset", PAGE_GOAL, 10, () -> view(ids));
    double users = views.perSecond() * THINK_SECONDS;
    System.out.printf(
        """

        | service | per instance, as measured | p95 at that | memory after |
        |---|---|---|---|
        | api | %.0f requests/s of one asset, %.0f of a filtered first page | %.0f ms, %.0f ms | %.0f MiB |
        | worker | %,.0f mails/min, %,.0f rows/s of an import | | %.0f MiB |
        | web | %.0f page views/s: about %.0f users who look at a page every %d s | %.0f ms | %.0f MiB |
        """,
        one.perSecond(),
        page.perSecond(),
        one.p95(),
        page.p95(),
        figures("api").memory(),
        mails,
        rows,
        figures("worker").memory(),
        views.perSecond(),
        users,
        THINK_SECONDS,
        views.p95(),
        figures("web").memory());
  }

  /** On a busy machine the database may be said to be away for a moment: that ends no import. */
  private JsonObject imported(String kind, byte[] file) {
    Imports imports = new Imports(administrator);
    String id = imports.start(kind, kind + ".csv", file, Map.of()).expect(202).id();
    while (true) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      Answer answer = administrator.get("/v1/imports/" + id);
      if (answer.status() == 200 && Imports.state(answer.json()).equals("completed")) {
        return answer.json();
      }
      if (answer.status() == 200 && Imports.state(answer.json()).equals("failed")) {
        throw new IllegalStateException(answer.body());
      }
    }
  }

  private Load.Outcome measure(
      String service, String what, double goal, double from, Supplier<HttpRequest> requests) {
    System.out.printf("%-10s %s: the highest rate with p95 under %.0f ms%n", service, what, goal);
    Load load = new Load(requests);
    load.at(from, WARM_UP);
    long answered = load.answered();
    double before = figures(service).cpuSeconds();
    double apiBefore = figures("api").cpuSeconds();
    Load.Outcome best = load.highest(goal, from, STEP);
    if (best.perSecond() == 0) {
      System.out.println("         = none: the machine is too busy, or the service too slow");
    }
    double count = load.answered() - answered;
    double each = (figures(service).cpuSeconds() - before) / count;
    System.out.printf(
        "         = %s%n           %s took %.2f ms of a processor for each: %.0f/s of one at 75 %%%s%n",
        best,
        service,
        each * 1_000,
        0.75 / each,
        service.equals("api")
            ? ""
            : "; the API %.2f ms for each"
                .formatted((figures("api").cpuSeconds() - apiBefore) / count * 1_000));
    return best;
  }

  /** All are there before the first is sent. */
  private double mails() {
    administrator.post("/v1/jobs/queues/prompt/pause").expect(200);
    double before = figures("worker").completed("mail");
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < MAILS; i++) {
        String word = "capacity-" + System.nanoTime() + "-" + i;
        threads.submit(
            () -> {
              while (invite(word).status() == 503) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
              }
            });
      }
    }
    long began = System.nanoTime();
    administrator.post("/v1/jobs/queues/prompt/resume").expect(200);
    while (figures("worker").completed("mail") - before < MAILS) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(10)) {
        throw new IllegalStateException("The mails are not sent.");
      }
    }
    return MAILS / ((System.nanoTime() - began) / 60e9);
  }

  private Answer invite(String word) {
    return administrator.post(
        "/v1/invitations",
        Json.createObjectBuilder()
            .add("email", word + "@example.com")
            .add("name", word)
            .add("role", "AUDITOR")
            .build());
  }

  private ServerFigures figures(String service) {
    return Objects.requireNonNull(servers.get(service));
  }

  private HttpRequest call(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .header("Authorization", "Bearer " + administrator.token())
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private HttpRequest view(List<String> ids) {
    String path =
        switch (ThreadLocalRandom.current().nextInt(3)) {
          case 0 -> "/";
          case 1 -> "/assets";
          default -> "/assets/" + any(ids);
        };
    return HttpRequest.newBuilder(web.resolve(path))
        .header("Cookie", "a2g=" + administrator.token())
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private static String any(List<String> ids) {
    return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
  }
}
