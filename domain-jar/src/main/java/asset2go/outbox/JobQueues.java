package asset2go.outbox;

import asset2go.queue.Backoff;
import asset2go.queue.JobOptions;
import asset2go.queue.JobState;
import asset2go.queue.Keep;
import asset2go.queue.Queue;
import asset2go.queue.QueueAdmin;
import asset2go.queue.Redis;
import asset2go.queue.RedisConfig;
import asset2go.settings.Secret;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two queues: {@code QUEUE} for what somebody waits for, and {@code QUEUE-bulk} for imports and
 * the like, so that two thousand bulk jobs never hold up a mail.
 */
@ApplicationScoped
public class JobQueues {

  private @Inject Settings settings;
  private @Nullable Redis redis;
  private @Nullable Queue prompt;
  private @Nullable Queue bulk;

  @PostConstruct
  void connect() {
    redis = Redis.connect(config(settings));
    prompt = new Queue(redis, name(settings, false));
    bulk = new Queue(redis, name(settings, true));
  }

  /** Where Redis is, as the queue library wants to be told. */
  public static RedisConfig config(Settings settings) {
    Optional<Secret> url = settings.redisUrl();
    if (url.isPresent()) {
      return RedisConfig.parse(url.get().reveal());
    }
    Settings.Redis redis = settings.redis();
    return RedisConfig.of(redis.host(), redis.port())
        .withLogin(redis.username(), redis.password().reveal());
  }

  /** The name of a queue. */
  public static String name(Settings settings, boolean bulk) {
    return bulk ? settings.queue() + "-bulk" : settings.queue();
  }

  /** Adds a job under the id of its outbox node; one that is there already is left alone. */
  void add(String id, Job job) {
    Queue queue = job.bulk() ? bulk : prompt;
    if (queue == null) {
      throw new IllegalStateException("not connected");
    }
    queue.add(job.name(), JobEnvelope.wrap(job), options(id));
  }

  /**
   * Adds a job that should be done by now. Redis may have lost it; or it has failed as often as it
   * may, of which nothing was recorded here: then it gets as many tries once more.
   */
  void addAgain(String id, Job job) {
    add(id, job);
    QueueAdmin admin = new QueueAdmin(connection(), name(settings, job.bulk()));
    if (admin.state(id) == JobState.FAILED) {
      admin.retry(id, JobState.FAILED, true);
    }
  }

  private Redis connection() {
    if (redis == null) {
      throw new IllegalStateException("not connected");
    }
    return redis;
  }

  /** Made for each job: a builder that is shared would mix up the ids of two relays at once. */
  private static JobOptions options(String id) {
    return JobOptions.builder()
        .attempts(10)
        .backoff(Backoff.exponential(Duration.ofSeconds(2)))
        .removeOnComplete(Keep.last(1_000))
        .removeOnFail(Keep.last(5_000))
        .jobId(id)
        .build();
  }

  @PreDestroy
  void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
