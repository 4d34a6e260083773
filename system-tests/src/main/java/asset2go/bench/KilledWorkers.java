package asset2go.bench;

import static asset2go.bench.ContainersBenchmark.pause;
import static asset2go.bench.ContainersBenchmark.since;

import asset2go.running.Api;
import asset2go.running.ComposeProject;
import asset2go.running.Imports;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Three workers, a large import and 2,000 small jobs (each an invitation's mail) at once; twice the
 * worker that is at the import is killed and comes back later. Prints who did how much, and fails
 * where anything was lost or done twice.
 */
final class KilledWorkers {

  private static final int SMALL_JOBS = 2_000;
  private static final int WORKERS = 3;
  private static final String MAILS = "/var/lib/asset2go/data/mail";

  private final ComposeProject project;
  private final int rows;

  KilledWorkers(ComposeProject project, int rows) {
    this.project = project;
    this.rows = rows;
  }

  void run() {
    project.up("--scale", "worker=" + WORKERS);
    Api api = ContainersBenchmark.administrator(project);
    Imports imports = new Imports(api, Duration.ofMinutes(20));
    imports.run("locations", "places.csv", Inventory.places());
    System.out.printf(
        "%d workers, an import of %,d rows and %,d mails at once, two kills:%n",
        WORKERS, rows, SMALL_JOBS);
    long began = System.nanoTime();
    String id =
        imports.start("assets", "many.csv", Inventory.assets("K", rows), Map.of()).expect(202).id();
    CompletableFuture<Void> invitations = CompletableFuture.runAsync(() -> invite(api));
    killWhoImports(imports, id, rows / 5);
    killWhoImports(imports, id, rows / 2);
    invitations.join();
    JsonObject run = imports.finished(id);
    System.out.printf("  import %s after %.0f s%n", Imports.state(run), since(began));
    awaitMails(api);
    System.out.printf("  all mails done after %.0f s%n", since(began));
    check("rows created", rows, run.getInt("created"));
    check("rows failed", 0, run.getInt("failed"));
    Set<String> tags = new HashSet<>();
    List<JsonObject> assets = api.all("/v1/assets?limit=200");
    assets.forEach(asset -> tags.add(asset.getString("tag")));
    check("assets", rows, assets.size());
    check("different tags", rows, tags.size());
    mails();
    spread(api);
  }

  private static void invite(Api api) {
    for (int i = 0; i < SMALL_JOBS; i++) {
      api.post(
              "/v1/invitations",
              Json.createObjectBuilder()
                  .add("email", "guest-%d@asset2go.test".formatted(i))
                  .add("name", "Guest " + i)
                  .add("role", "MEMBER")
                  .build())
          .expect(201);
    }
  }

  /** Waits for that many rows, and kills the worker that is at it then. */
  private void killWhoImports(Imports imports, String id, int processed) {
    while (imports.now(id).getInt("processed") < processed) {
      pause(200);
    }
    String worker =
        imports.api().all("/v1/jobs?queue=bulk&state=active").stream()
            .map(job -> job.getString("worker", ""))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nobody is at the import"));
    String container =
        project.containers("worker").stream()
            .filter(candidate -> worker.contains(candidate.substring(0, 12)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no container of " + worker));
    project.docker("kill", container).succeeded();
    System.out.printf("  killed %s at row %,d%n", worker, imports.now(id).getInt("processed"));
    CompletableFuture.runAsync(
        () -> {
          pause(10_000);
          project.docker("start", container).succeeded();
        });
  }

  private void awaitMails(Api api) {
    while (headers("Message-ID").size() < SMALL_JOBS || isAtMails(api)) {
      pause(1_000);
    }
  }

  private static boolean isAtMails(Api api) {
    return List.of("waiting", "active", "delayed").stream()
        .anyMatch(state -> !mailJobs(api, state).isEmpty());
  }

  private static List<JsonObject> mailJobs(Api api, String state) {
    return api.all("/v1/jobs?queue=prompt&limit=200&name=mail&state=" + state);
  }

  /** In the mailbox of the embedded store, a file each. */
  private void mails() {
    List<String> ids = headers("Message-ID").stream().filter(line -> !line.isEmpty()).toList();
    check("different mails", SMALL_JOBS, Set.copyOf(ids).size());
    Set<String> guests = new HashSet<>(headers("To"));
    guests.removeIf(line -> !line.contains("guest-"));
    check("different recipients", SMALL_JOBS, guests.size());
    // SMTP knows no transaction: a worker that is killed between "taken" and "recorded" leaves it
    // open.
    System.out.printf(
        "  mails that went twice, under the same Message-ID: %d%n", ids.size() - SMALL_JOBS);
  }

  private List<String> headers(String name) {
    String search = "grep -h -i -m1 '^" + name + ":' " + MAILS + "/*.eml";
    return project.exec("infra", "sh", "-c", search).succeeded().lines().toList();
  }

  private static void spread(Api api) {
    Map<String, Integer> shares = new TreeMap<>();
    mailJobs(api, "completed")
        .forEach(job -> shares.merge(job.getString("worker", "?"), 1, Integer::sum));
    System.out.println("  the latest mails that the queue still knows, by worker: " + shares);
    if (shares.size() < WORKERS) {
      throw new IllegalStateException("Not all workers took part.");
    }
  }

  private static void check(String what, int expected, int actual) {
    System.out.printf("  %s: %,d%n", what, actual);
    if (actual != expected) {
      throw new IllegalStateException("%s: %,d instead of %,d".formatted(what, actual, expected));
    }
  }
}
