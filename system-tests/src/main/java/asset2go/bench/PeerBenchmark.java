package asset2go.bench;

import static asset2go.running.Text.json;

import asset2go.running.Api;
import asset2go.running.Ports;
import asset2go.running.Programs;
import asset2go.running.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One asset by its id, from us and from a NestJS server that does the same with ioredis and
 * neo4j-driver on the same stores: in turns, so that all meet the same moments. The goals are, of
 * what is kept, 4 times the requests of NestJS on Express and 2.5 times those on Fastify, at a
 * lower p99; and 1.5 times those on Fastify where both read Neo4j.
 */
public final class PeerBenchmark {

  private static final int ASSETS = 200;
  private static final int CONNECTIONS = 16;
  private static final int ROUNDS = 3;
  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private PeerBenchmark() {}

  /** Takes the folder of the peer, with its packages installed. */
  public static void main(String[] arguments) {
    Path peer = Path.of(arguments[0]);
    for (boolean cached : List.of(true, false)) {
      Map<String, String> settings =
          Map.of("RATE_LIMIT_REQUESTS", "1000000", "CACHE_ENABLED", "" + cached);
      try (RunningSystem system = RunningSystem.breakable("peer", settings)) {
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        system.up();
        measure(system, peer, cached);
      }
    }
    System.exit(0);
  }

  private static void measure(RunningSystem system, Path folder, boolean cached) {
    Api admin = system.administrator();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < ASSETS; i++) {
      ids.add(
          admin
              .post("/v1/assets", json("{'tag': 'P-%d', 'name': 'Drill %d'}", i, i))
              .expect(201)
              .id());
    }
    Map<String, Hammer> servers = new LinkedHashMap<>();
    servers.put("ours", hammer(URI.create(system.setting("API_URL")), admin, ids));
    List<Process> peers = new ArrayList<>();
    try {
      for (String adapter : List.of("express", "fastify")) {
        int port = Ports.free(1).getFirst();
        peers.add(start(system, folder, adapter, port, cached));
        servers.put(adapter, hammer(URI.create("http://127.0.0.1:" + port), admin, ids));
      }
      compare(servers, cached);
    } finally {
      peers.forEach(Process::destroy);
    }
  }

  private static void compare(Map<String, Hammer> servers, boolean cached) {
    System.out.println(cached ? "Kept:" : "Read from Neo4j:");
    Map<String, Hammer.Outcome> best = new LinkedHashMap<>();
    servers.values().forEach(hammer -> hammer.over(CONNECTIONS, WARM_UP));
    for (int round = 0; round < ROUNDS; round++) {
      servers.forEach(
          (name, hammer) -> {
            Hammer.Outcome outcome = hammer.over(CONNECTIONS, LENGTH);
            System.out.printf("  %-8s %s%n", name, outcome);
            best.merge(name, outcome, (a, b) -> a.perSecond() > b.perSecond() ? a : b);
          });
    }
    double ours = best.getOrDefault("ours", new Hammer.Outcome(0, new Times(0, 0, 0))).perSecond();
    best.forEach(
        (name, outcome) ->
            System.out.printf(
                "  best of %-8s %s, ours is %.2f times%n",
                name, outcome, ours / outcome.perSecond()));
  }

  private static Hammer hammer(URI server, Api admin, List<String> ids) {
    return new Hammer(server, admin.token(), () -> "/v1/assets/" + Sample.any(ids));
  }

  private static Process start(
      RunningSystem system, Path folder, String adapter, int port, boolean cached) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name :
        List.of(
            "NEO4J_URI",
            "NEO4J_USER",
            "NEO4J_PASSWORD",
            "NEO4J_DATABASE",
            "REDIS_HOST",
            "REDIS_PORT",
            "REDIS_PASSWORD",
            "JWT_SECRET")) {
      environment.put(name, system.setting(name));
    }
    environment.put("ADAPTER", adapter);
    environment.put("PORT", "" + port);
    environment.put("CACHE", "" + cached);
    Path log = system.folder().resolve(adapter + ".log");
    try {
      List<String> command = List.of("node", folder.resolve("main.mjs").toString());
      Process process = Programs.prepare(command, environment, log).start();
      for (int i = 0; !Files.readString(log).contains("ready"); i++) {
        if (i > 300 || !process.isAlive()) {
          throw new IllegalStateException("The peer does not start:\n" + Files.readString(log));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
