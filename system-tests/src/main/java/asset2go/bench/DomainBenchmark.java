package asset2go.bench;

import static asset2go.running.Text.json;

import asset2go.bench.Question.Ask;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Imports;
import asset2go.running.RunningSystem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How long the questions of a working day take at 10,000, 100,000 and 1,000,000 assets: one graph
 * that grows, in one run, so that all sizes meet the same machine. It is filled as people fill it,
 * through imports, hand-outs and bookings.
 */
public final class DomainBenchmark {

  private static final int ROUNDS = 300;
  private static final int WARM_UP = 60;
  private static final int BOOKINGS = 300;

  private final RunningSystem system;
  private final Api api;
  private final Map<String, List<Times>> results = new LinkedHashMap<>();
  private final Map<String, Integer> budgets = new LinkedHashMap<>();
  private int filled;

  private DomainBenchmark(RunningSystem system) {
    this.system = system;
    this.api = system.administrator();
  }

  /** The sizes may be given, in assets, multiples of 10,000, the smallest first. */
  public static void main(String[] arguments) {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(10_000, 100_000, 1_000_000)
            : Stream.of(arguments).map(Integer::valueOf).toList();
    try (RunningSystem system =
        RunningSystem.ordinary("benchmark", Map.of("RATE_LIMIT_ENABLED", "false"))) {
      Runtime.getRuntime().addShutdownHook(new Thread(system::close));
      System.out.println("Starting a system of its own.");
      system.up();
      DomainBenchmark benchmark = new DomainBenchmark(system);
      sizes.forEach(benchmark::measureAt);
      benchmark.report(sizes);
    }
    System.exit(0);
  }

  private void measureAt(int size) {
    int sites = size / Campus.SITE;
    fill(sites);
    Sample sample = Sample.of(system.administrator(), sites);
    use(sample);
    List<Question> questions = questions(sample, sites);
    if (results.isEmpty()) {
      System.out.println(
          "Asking everything once unmeasured, so that the smallest is not the coldest");
      questions.forEach(DomainBenchmark::ask);
    }
    System.out.printf("%,d assets: asking, %d times each%n", size, ROUNDS);
    for (Question question : questions) {
      Times times = ask(question);
      System.out.printf("  %-55s %s ms%n", question.name(), times);
      budgets.put(question.name(), question.budget());
      results.computeIfAbsent(question.name(), name -> new ArrayList<>()).add(times);
    }
  }

  private void fill(int sites) {
    // Signed in anew: an hour may have gone by since the last.
    Imports imports = new Imports(system.administrator(), Duration.ofHours(3));
    long began = System.nanoTime();
    imports.run("locations", "locations.csv", Campus.locations(filled, sites));
    long rows = 0;
    for (int site = filled; site < sites; site++) {
      JsonObject run = imports.run("assets", "site-" + site + ".csv", Campus.assets(site));
      if (run.getInt("created") != Campus.SITE) {
        throw new IllegalStateException("Not what was asked for: " + run);
      }
      rows += Campus.SITE;
      rows +=
          imports
              .run("dependencies", "power-" + site + ".csv", Campus.dependencies(site))
              .getInt("created", 0);
      if (site % 10 == 9) {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("  %d sites, %,.0f rows/s%n", site + 1, rows / seconds);
      }
    }
    filled = sites;
  }

  /** Hands some out and takes them back, and books. */
  private void use(Sample sample) {
    Api admin = system.administrator();
    String person =
        admin.post("/v1/people", json("{'name': 'Benchmark %d'}", filled)).expect(201).id();
    List<String> some =
        sample.assets().stream()
            .filter(asset -> asset.getString("status").equals("AVAILABLE"))
            .map(asset -> asset.getString("id"))
            .limit(BOOKINGS)
            .toList();
    for (String id : some.subList(0, 100)) {
      for (int i = 0; i < 3; i++) {
        admin
            .post(
                "/v1/custodies",
                json(
                    "{'to': {'kind': 'PERSON', 'id': '%s'}, 'due': '%s', 'items': [{'asset': '%s'}]}",
                    person, LocalDate.now(), id))
            .expect(200);
        admin
            .post(
                "/v1/custodies/return",
                json("{'condition': 'GOOD', 'items': [{'asset': '%s'}]}", id))
            .expect(200);
      }
    }
    Instant from = firstBooking();
    for (int i = 0; i < some.size(); i++) {
      Instant begin = from.plus(i % 24, ChronoUnit.HOURS);
      admin
          .post(
              "/v1/bookings",
              json(
                  "{'from': '%s', 'to': '%s', 'lines': [{'assetId': '%s'}]}",
                  begin, begin.plus(8, ChronoUnit.HOURS), some.get(i)))
          .expect(201);
    }
  }

  /** A week later for each size: some assets are used at every one. */
  private Instant firstBooking() {
    Instant soon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);
    return soon.plus(7L * Integer.toString(filled).length(), ChronoUnit.DAYS);
  }

  private List<Question> questions(Sample sample, int sites) {
    Api admin = system.administrator();
    List<Question> all = new ArrayList<>();
    ask(all, "first page of the list", 150, admin, () -> "/v1/assets?limit=50");
    ask(
        all,
        "filtered by status and category, sorted by name",
        150,
        admin,
        () -> "/v1/assets?status=AVAILABLE&sort=name&category=" + category(sample));
    ask(
        all,
        "filtered by site and status, newest first",
        150,
        admin,
        () -> "/v1/assets?status=AVAILABLE&sort=-updatedAt&location=" + Sample.any(sample.sites()));
    ask(
        all,
        "page half way through the list",
        150,
        admin,
        () -> "/v1/assets?limit=100" + sample.halfWay());
    ask(
        all,
        "search: part of a serial",
        200,
        admin,
        () -> "/v1/search?q=" + Sample.any(sample.assets()).getString("serial").substring(2));
    ask(
        all,
        "search: words of a name and a tag",
        200,
        admin,
        () -> {
          JsonObject asset = Sample.any(sample.assets());
          return "/v1/search?q="
              + (asset.getString("name") + " " + asset.getString("tag")).replace(" ", "%20");
        });
    ask(all, "search: a common word", 200, admin, () -> "/v1/search?q=switch");
    ask(all, "an asset", 150, admin, () -> "/v1/assets/" + sample.anyAsset());
    ask(
        all,
        "subtree of 10,000: first page",
        300,
        admin,
        () -> "/v1/locations/" + Sample.any(sample.sites()) + "/assets?deep=true&limit=100");
    ask(
        all,
        "subtree of 10,000: half way through",
        300,
        admin,
        () -> {
          int at = sample.sites().indexOf(Sample.any(sample.sites()));
          return "/v1/locations/"
              + sample.sites().get(at)
              + "/assets?deep=true&limit=100"
              + sample.deepInSite().get(at);
        });
    ask(
        all,
        "impact over ten hops",
        200,
        admin,
        () -> "/v1/assets/" + Sample.any(sample.heads()) + "/impact?depth=10");
    ask(
        all,
        "impact on thousands",
        200,
        admin,
        () -> "/v1/assets/" + Sample.any(sample.mains()) + "/impact?depth=12");
    ask(
        all,
        "custody as of a day",
        150,
        admin,
        () -> "/v1/assets/" + sample.anyAsset() + "/custody?on=" + LocalDate.now());
    ask(
        all,
        "where it stood on a day",
        150,
        admin,
        () -> "/v1/assets/" + sample.anyAsset() + "/position?on=" + LocalDate.now());
    String window =
        "/availability?from=" + firstBooking() + "&to=" + firstBooking().plus(2, ChronoUnit.DAYS);
    List<String> ofModels = kits(sample, "MODEL");
    ask(
        all,
        "kits of two models in a window",
        300,
        admin,
        () -> "/v1/kits/" + Sample.any(ofModels) + window);
    List<String> ofCategories = kits(sample, "CATEGORY");
    ask(
        all,
        "kits of a model and a whole category in a window",
        300,
        admin,
        () -> "/v1/kits/" + Sample.any(ofCategories) + window);
    for (String part : List.of("1 %", "0.01 %")) {
      Api member = member(part, sites);
      ask(all, "first page for a member of " + part, 150, member, () -> "/v1/assets?limit=50");
      ask(all, "what may I see, a member of " + part, 150, member, () -> "/v1/me/sight");
      ask(
          all,
          "search of a member of " + part + ": a common word",
          200,
          member,
          () -> "/v1/search?q=switch");
      ask(
          all,
          "filtered and sorted for a member of " + part,
          150,
          member,
          () -> "/v1/assets?status=AVAILABLE&sort=name");
    }
    return all;
  }

  /** Kits with two of a model, and one of another model or of a category. */
  private List<String> kits(Sample sample, String kind) {
    Api admin = system.administrator();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String one = Sample.any(sample.assets()).getJsonObject("model").getString("id");
      String other =
          kind.equals("MODEL")
              ? Sample.any(sample.assets()).getJsonObject("model").getString("id")
              : category(sample);
      ids.add(
          admin
              .post(
                  "/v1/kits",
                  json(
                      """
                      {'name': 'Kit %d of %s %d', 'slots': [
                        {'name': 'One', 'quantity': 2, 'accepts': [{'kind': 'MODEL', 'id': '%s'}]},
                        {'name': 'Other', 'quantity': 1, 'accepts': [{'kind': '%s', 'id': '%s'}]}]}
                      """,
                      i, kind, filled, one, kind, other))
              .expect(201)
              .id());
    }
    return ids;
  }

  private static String category(Sample sample) {
    JsonObject model = Sample.any(sample.assets()).getJsonObject("model");
    return model.getJsonObject("category").getString("id");
  }

  private static void ask(
      List<Question> all, String name, int budget, Api who, Supplier<String> path) {
    all.add(new Question(name, budget, () -> new Ask(who, path.get())));
  }

  /** Somebody who may see so much of what is there. */
  private Api member(String part, int sites) {
    int assets = sites * Campus.SITE / (part.equals("1 %") ? 100 : 10_000);
    String code =
        switch (assets) {
          case 1 -> Campus.shelf(0, 5);
          case 10 -> Campus.cage(0, 5);
          case 100 -> Campus.room(0, 5, 2);
          case 1_000 -> Campus.floor(0, 5);
          case 10_000 -> Campus.site(0);
          default ->
              throw new IllegalStateException(
                  "No location has %d assets: measure at powers of ten".formatted(assets));
        };
    String id = Sample.location(system.administrator(), code);
    Answer made =
        system
            .administrator()
            .post(
                "/v1/me/tokens",
                json(
                    "{'name': '%s of %d', 'role': 'MEMBER', 'overKind': 'LOCATION', 'overId': '%s', 'days': 1}",
                    part, sites, id))
            .expect(201);
    return system.api().as(made.json().getString("secret"));
  }

  private static Times ask(Question question) {
    double[] millis = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      Ask ask = question.request().get();
      long began = System.nanoTime();
      ask.who().get(ask.path()).expect(200);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return Times.of(millis);
  }

  private void report(List<Integer> sizes) {
    System.out.println(
        "\np50 / p95 / p99 in ms; the last column has the largest's p95 by the smallest's.");
    StringBuilder head = new StringBuilder("| question | budget |");
    sizes.forEach(size -> head.append(" %,d |".formatted(size)));
    System.out.println(head.append(" ratio |"));
    System.out.println("|---|---|" + "---|".repeat(sizes.size() + 1));
    results.forEach(
        (name, times) -> {
          StringBuilder row = new StringBuilder("| %s | %d |".formatted(name, budgets.get(name)));
          times.forEach(time -> row.append(" %s |".formatted(time)));
          double ratio = times.getLast().p95() / times.getFirst().p95();
          System.out.println(row.append(" %.2f |".formatted(ratio)));
        });
  }
}
