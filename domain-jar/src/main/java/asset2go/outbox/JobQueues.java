package asset2go.outbox;

import asset2go.queue.JobState;
import asset2go.queue.Queue;
import asset2go.queue.QueueAdmin;
import asset2go.queue.Redis;
import asset2go.redis.RedisSource;
import asset2go.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts jobs into the queue of their lane. */
@ApplicationScoped
public class JobQueues {

  private @Inject Settings settings;
  private @Nullable Redis redis;
  private final Map<Lane, Queue> queues = new EnumMap<>(Lane.class);

  @PostConstruct
  void connect() {
    redis = Redis.connect(RedisSource.config(settings));
    for (Lane lane : Lane.values()) {
      queues.put(lane, new Queue(redis, lane.queue(settings)));
    }
  }

  /** Adds a job under the id of its outbox node; one that is there already is left alone. */
  void add(String id, Job job) {
    Queue queue = queues.get(job.kind().lane());
    if (queue == null) {
      throw new IllegalStateException("not connected");
    }
    // Options are made for each job: a builder that is shared would mix up the ids of two relays.
    queue.add(job.kind().name(), JobEnvelope.wrap(job), job.kind().options().jobId(id).build());
  }

  /**
   * Why a job has failed as often as it may; empty where it has not, or Redis does not know it any
   * more.
   */
  Optional<String> failure(String id, Job job) {
    QueueAdmin admin = admin(job);
    if (admin.state(id) != JobState.FAILED) {
      return Optional.empty();
    }
    return admin.job(id).map(failed -> String.valueOf(failed.failedReason()));
  }

  /** Gives a failed job as many tries as it had. */
  void retry(String id, Job job) {
    admin(job).retry(id, JobState.FAILED, true);
  }

  private QueueAdmin admin(Job job) {
    return new QueueAdmin(connection(), job.kind().lane().queue(settings));
  }

  private Redis connection() {
    if (redis == null) {
      throw new IllegalStateException("not connected");
    }
    return redis;
  }

  @PreDestroy
  void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
