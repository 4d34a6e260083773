package asset2go.job;

import asset2go.identity.Actor;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.queue.JobState;
import asset2go.queue.QueueAdmin;
import asset2go.queue.QueueSweep;
import asset2go.queue.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The two queues: their figures, and what is done to a queue as a whole. */
@ApplicationScoped
public class Queues {

  private static final Logger LOG = Logger.getLogger(Queues.class.getName());
  private static final Set<JobState> CLEANABLE =
      EnumSet.of(
          JobState.COMPLETED,
          JobState.FAILED,
          JobState.DELAYED,
          JobState.WAITING,
          JobState.PRIORITIZED);
  private static final int USUAL_LIMIT = 1_000;

  private @Inject QueueRoom room;
  private @Inject Outbox outbox;

  /** Both queues with all their figures. */
  public Page<JobQueue> list() {
    List<JobQueue> queues =
        room.ask(redis -> Stream.of(Lane.values()).map(lane -> queue(redis, lane)).toList());
    return new Page<>(queues, null, (long) queues.size());
  }

  private JobQueue queue(Redis redis, Lane lane) {
    return new QueuePortrait(redis, lane, room.name(lane)).whole();
  }

  /**
   * Why Redis does not answer at this moment, in its client's words; nothing where it does. It is
   * waited for no longer than a second or two.
   */
  public Optional<String> complaint() {
    try {
      return room.ask(
          redis -> {
            redis.ping();
            return Optional.empty();
          });
    } catch (RuntimeException away) {
      LOG.log(Level.FINE, "Redis does not answer", away);
      return Optional.of(Objects.toString(innermost(away).getMessage(), away.toString()));
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }

  /** What is watched of a queue: what a scrape of metrics asks for every few seconds. */
  public QueueGauge gauge(Lane lane) {
    return room.ask(redis -> new QueuePortrait(redis, lane, room.name(lane)).gauge());
  }

  /** No worker takes a job from it until it is resumed. */
  public JobQueue pause(Actor actor, String queue) {
    return change(actor, queue, "pauses", (redis, name) -> new QueueAdmin(redis, name).pause());
  }

  public JobQueue resume(Actor actor, String queue) {
    return change(actor, queue, "resumes", (redis, name) -> new QueueAdmin(redis, name).resume());
  }

  /** Has all failed jobs tried again. */
  public JobQueue retryFailed(Actor actor, String queue) {
    return change(
        actor,
        queue,
        "tries again all failed jobs of",
        (redis, name) -> {
          outbox.takeUp(outbox.failed(room.lane(queue)));
          new QueueSweep(redis, name).retryFailed();
        });
  }

  /** Something that is done to a queue, by its name in Redis. */
  private interface Change {
    void on(Redis redis, String name);
  }

  private JobQueue change(Actor actor, String queue, String does, Change change) {
    Lane lane = room.lane(queue);
    return room.ask(
        redis -> {
          change.on(redis, room.name(lane));
          log(actor, does, lane);
          return queue(redis, lane);
        });
  }

  /**
   * Removes old jobs of a state. Failed ones are gone for good; those that were promised and not
   * yet tried to the end come back from the outbox.
   *
   * @throws DomainError.Invalid for a state whose jobs cannot be removed all at once
   */
  public JobClean.Result clean(Actor actor, String queue, JobClean which) {
    Lane lane = room.lane(queue);
    JobState state = cleanable(which.state());
    int limit = which.limit() == null ? USUAL_LIMIT : which.limit();
    Duration age = Duration.ofSeconds(Math.min(which.olderThanSeconds(), Integer.MAX_VALUE));
    int removed = remove(lane, state, age, limit);
    log(actor, "removes " + removed + " " + which.state() + " job(s) of", lane);
    return new JobClean.Result(removed);
  }

  /** Removes old jobs; how many there were. */
  int remove(Lane lane, JobState state, Duration age, int limit) {
    List<String> removed =
        room.ask(redis -> new QueueSweep(redis, room.name(lane)).clean(state, age, limit));
    if (state == JobState.FAILED && !removed.isEmpty()) {
      outbox.forget(removed);
    }
    return removed.size();
  }

  private static JobState cleanable(String word) {
    return CLEANABLE.stream()
        .filter(state -> Summaries.state(state).word().equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new DomainError.Invalid(
                    "state", "must be completed, failed, delayed, waiting or prioritized"));
  }

  private static void log(Actor actor, String does, Lane lane) {
    LOG.log(
        Level.INFO,
        "{0} ({1}) {2} the queue {3}.",
        new Object[] {actor.name(), actor.id(), does, lane.key()});
  }
}
