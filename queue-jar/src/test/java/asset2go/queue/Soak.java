package asset2go.queue;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Protocol;

/**
 * Two Java workers and one of Node's do the jobs of one queue, while they are killed, stopped past
 * their locks and cut off, and while Redis is restarted. As a program: {@code mvn -q test-compile
 * exec:exec@soak}, 20,000 jobs in two minutes.
 */
final class Soak implements AutoCloseable {
  /** What is done to the pool, in turns. */
  enum Blow {
    KILL_JAVA,
    RESTART_REDIS,
    CUT_CONNECTIONS,
    STOP_JAVA_PAST_ITS_LOCK,
    KILL_NODE,
    KILL_CLIENTS
  }

  /**
   * @param effects how many jobs have had their effect
   * @param runs how often a processor came to its end: the rest were repeats
   * @param left jobs that are neither completed nor gone
   * @param resumed for each kind of blow how long, at most, until each of the three worked again
   */
  record Outcome(
      int jobs,
      long completed,
      long effects,
      long runs,
      long left,
      Map<Blow, Map<String, Duration>> resumed) {}

  private static final List<String> NAMES = List.of("java-1", "java-2", "node");
  private static final String QUEUE = "soak";

  private final RedisServer server =
      new RedisServer("--appendonly", "yes", "--appendfsync", "always").start();
  private final Redis redis =
      Redis.connect(server.config().withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2)));
  private final QueueAdmin admin = new QueueAdmin(redis, QUEUE);
  private final Map<String, TcpProxy> ways = new HashMap<>();
  private final Map<String, Process> workers = new HashMap<>();
  private final Map<Blow, Map<String, Duration>> resumed = new EnumMap<>(Blow.class);
  private final int jobs;
  private volatile boolean striking = true;
  private volatile int added;
  private final Duration time;

  Soak(int jobs, Duration time) {
    this.jobs = jobs;
    this.time = time;
    NAMES.forEach(name -> ways.put(name, TcpProxy.to(server.port)));
    NAMES.forEach(this::start);
  }

  public static void main(String[] arguments) throws Exception {
    int jobs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 120;
    try (Soak soak = new Soak(jobs, Duration.ofSeconds(seconds))) {
      long from = System.nanoTime();
      Outcome outcome = soak.run();
      System.out.printf(
          "%,d jobs in %d s: %,d completed, %,d effects, %,d runs, %d left%n",
          outcome.jobs(),
          Duration.ofNanos(System.nanoTime() - from).toSeconds(),
          outcome.completed(),
          outcome.effects(),
          outcome.runs(),
          outcome.left());
      outcome
          .resumed()
          .forEach(
              (blow, took) ->
                  System.out.printf("%-24s worked again within: %s%n", blow, seconds(took)));
    }
  }

  private static String seconds(Map<String, Duration> took) {
    return took.entrySet().stream()
        .map(each -> "%s %.2f s".formatted(each.getKey(), each.getValue().toMillis() / 1e3))
        .collect(Collectors.joining(", "));
  }

  /** Adds jobs at an even pace and strikes until the time is up, then waits for the end of all. */
  Outcome run() throws InterruptedException {
    Thread producer = Thread.ofPlatform().start(this::produce);
    long end = System.nanoTime() + time.toNanos();
    allWorkFrom(counts());
    for (int i = 0; i < Blow.values().length || System.nanoTime() < end; i++) {
      Blow blow = Blow.values()[i % Blow.values().length];
      Map<String, Long> before = strike(blow);
      Map<String, Duration> longest = resumed.computeIfAbsent(blow, first -> new TreeMap<>());
      allWorkFrom(before)
          .forEach((name, took) -> longest.merge(name, took, (a, b) -> a.compareTo(b) > 0 ? a : b));
    }
    striking = false;
    producer.join();
    await().atMost(Duration.ofMinutes(2)).until(() -> count(JobState.COMPLETED) == added);
    long left =
        admin.counts().entrySet().stream()
            .filter(state -> state.getKey() != JobState.COMPLETED)
            .mapToLong(Map.Entry::getValue)
            .sum();
    long effects = (Long) redis.call(Command.of(Protocol.Command.HLEN, QUEUE + "-effects"));
    long runs = counts().values().stream().mapToLong(Long::longValue).sum();
    return new Outcome(added, count(JobState.COMPLETED), effects, runs, left, resumed);
  }

  private long count(JobState state) {
    return admin.counts().get(state);
  }

  /**
   * At an even pace, for as long as somebody must have something to do. The pace is kept by the
   * clock: what was held up by an outage is caught up with.
   */
  private void produce() {
    Queue queue = new Queue(redis, QUEUE);
    int batch = Math.max(1, jobs / 400);
    long start = System.nanoTime();
    for (int from = 0; from < jobs || striking; from += batch) {
      List<NewJob> some = IntStream.range(from, from + batch).mapToObj(Soak::job).toList();
      await().atMost(Duration.ofMinutes(1)).until(() -> queue.add(some), ids -> true);
      added += batch;
      long due = start + time.dividedBy(jobs).multipliedBy(added).toNanos();
      try {
        Pace.hold(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private static NewJob job(int i) {
    JobOptions options =
        JobOptions.builder()
            .jobId("job-" + i)
            .attempts(50)
            .backoff(Backoff.fixed(Duration.ofMillis(100)))
            .build();
    return new NewJob("effect", "{\"ms\":20}", options);
  }

  /** Returns how far each worker was when it was over. */
  private Map<String, Long> strike(Blow blow) throws InterruptedException {
    switch (blow) {
      case KILL_JAVA -> restart("java-1");
      case KILL_NODE -> restart("node");
      case CUT_CONNECTIONS -> ways.values().forEach(TcpProxy::cut);
      case STOP_JAVA_PAST_ITS_LOCK -> {
        signal("-STOP", "java-2");
        Pace.hold(4_000);
        signal("-CONT", "java-2");
      }
      case RESTART_REDIS -> {
        server.kill();
        Pace.hold(1_000);
        server.start();
      }
      case KILL_CLIENTS ->
          server.ask(Protocol.Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
    }
    return counts();
  }

  /** How long it takes until each worker has come to the end of a job since. */
  private Map<String, Duration> allWorkFrom(Map<String, Long> before) {
    long from = System.nanoTime();
    Map<String, Duration> again = new TreeMap<>();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              Map<String, Long> now = counts();
              for (String name : NAMES) {
                if (now.getOrDefault(name, 0L) > before.getOrDefault(name, 0L)) {
                  again.putIfAbsent(name, Duration.ofNanos(System.nanoTime() - from));
                }
              }
              return again.size() == NAMES.size();
            });
    return again;
  }

  private Map<String, Long> counts() {
    return await()
                .until(
                    () -> redis.call(Command.of(Protocol.Command.HGETALL, QUEUE + "-runs")),
                    reply -> true)
            instanceof List<?> flat
        ? pairs(flat)
        : Map.of();
  }

  private static Map<String, Long> pairs(List<?> flat) {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      counts.put(Job.text(flat.get(i)), Long.valueOf(Job.text(flat.get(i + 1))));
    }
    return counts;
  }

  private void start(String name) {
    String port = "" + ways.get(name).port();
    List<String> line =
        name.equals("node")
            ? new ArrayList<>(List.of("node", "src/test/node/soak.mjs"))
            : new ArrayList<>(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx128m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SoakWorker.class.getName()));
    line.addAll(Arrays.asList(port, QUEUE, name));
    try {
      workers.put(
          name, new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void restart(String name) throws InterruptedException {
    workers.get(name).destroyForcibly().waitFor();
    start(name);
  }

  private void signal(String signal, String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", signal, "" + workers.get(name).pid()).start().waitFor();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    workers.values().forEach(Process::destroyForcibly);
    ways.values().forEach(TcpProxy::close);
    redis.close();
    server.close();
  }
}
