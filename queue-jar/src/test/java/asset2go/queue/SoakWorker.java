package asset2go.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import redis.clients.jedis.Protocol;

/**
 * A worker of the soak in a process of its own, {@code PORT QUEUE NAME}: its effect is a field in a
 * hash, by the job's id, so that to have it twice is to have it once.
 */
final class SoakWorker {
  private SoakWorker() {}

  public static void main(String[] arguments) throws IOException {
    String queue = arguments[1];
    String name = arguments[2];
    RedisConfig config =
        RedisConfig.of("127.0.0.1", Integer.parseInt(arguments[0]))
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));
    WorkerOptions options =
        WorkerOptions.builder()
            .name(name)
            .concurrency(5)
            .lock(Duration.ofSeconds(2))
            .stalledInterval(Duration.ofSeconds(1))
            .maxStalled(1_000)
            .build();
    try (ExecutorService threads = Executors.newCachedThreadPool();
        Redis redis = Redis.connect(config);
        Worker worker =
            new Worker(redis, queue, (job, context) -> work(redis, job, name), options, threads)) {
      worker.start();
      System.out.println("ready");
      while (System.in.read() >= 0) {
        // Until the end of the input.
      }
    }
  }

  private static String work(Redis redis, Job job, String name) throws InterruptedException {
    Pace.hold(((Number) Json.fields(job.data()).get("ms")).longValue());
    try {
      String queue = job.queue();
      redis.call(Command.of(Protocol.Command.HSETNX, queue + "-effects", job.id(), name));
      redis.call(Command.of(Protocol.Command.HINCRBY, queue + "-runs", name, 1));
      return name;
    } catch (RedisUnavailableException away) {
      throw new PostponeException("Redis is away", Duration.ofMillis(100));
    }
  }
}
