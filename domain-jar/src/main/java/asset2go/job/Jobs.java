package asset2go.job;

import asset2go.identity.Actor;
import asset2go.outbox.JobKind;
import asset2go.outbox.JobKinds;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import asset2go.queue.Job;
import asset2go.queue.JobOutlines;
import asset2go.queue.QueueAdmin;
import asset2go.queue.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Single jobs: looked at, tried again, removed. */
@ApplicationScoped
public class Jobs {

  private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

  /** Larger data than this is not fetched, still less shown. */
  private static final long MOST_BYTES = 256 * 1024;

  private static final int MOST_LOGS = 1_000;

  private @Inject QueueRoom room;
  private @Inject JobKinds kinds;
  private @Inject Outbox outbox;

  public JobDetails get(String queue, String id) {
    Lane lane = room.lane(queue);
    return room.ask(redis -> details(redis, lane, id));
  }

  private JobDetails details(Redis redis, Lane lane, String id) {
    JobOutlines outlines = outlines(redis, lane);
    JobSummary summary = summary(redis, lane, id);
    JobOutlines.Sizes sizes = outlines.sizes(id);
    boolean small = sizes.data() <= MOST_BYTES && sizes.returnValue() <= MOST_BYTES;
    Job job =
        small ? new QueueAdmin(redis, room.name(lane)).job(id).orElse(null) : outlines.find(id);
    if (job == null) {
      throw new DomainError.NotFound("job", id);
    }
    Secrecy secrecy = new Secrecy();
    JobKind kind = kinds.named(job.name()).orElse(null);
    String data = small ? secrecy.data(job.data(), kind) : null;
    boolean redacted = secrecy.hid();
    return new JobDetails(
        summary,
        data,
        sizes.data(),
        redacted,
        job.returnValue() == null ? null : secrecy.json(job.returnValue()),
        secrecy.json(job.rawOptions()),
        job.attemptsStarted(),
        job.stalledCount(),
        texts(outlines.logs(id, MOST_LOGS), secrecy),
        texts(job.stacktrace(), secrecy));
  }

  private static List<String> texts(List<String> texts, Secrecy secrecy) {
    return texts.stream().map(secrecy::text).toList();
  }

  private JobOutlines outlines(Redis redis, Lane lane) {
    return new JobOutlines(redis, room.name(lane));
  }

  /** A job of which only the essentials are read. */
  JobSummary summary(Redis redis, Lane lane, String id) {
    JobOutlines outlines = outlines(redis, lane);
    @Nullable Job job = outlines.find(id);
    if (job == null) {
      throw new DomainError.NotFound("job", id);
    }
    JobState state = Summaries.state(new QueueAdmin(redis, room.name(lane)).state(id));
    Instant due = state == JobState.DELAYED ? outlines.due(List.of(id)).get(id) : null;
    return Summaries.of(lane, job, state, due);
  }

  /**
   * Has a failed job tried again.
   *
   * @throws DomainError.Conflict where it has not failed
   */
  public JobSummary retry(Actor actor, String queue, String id) {
    Lane lane = room.lane(queue);
    return room.ask(
        redis -> {
          require(summary(redis, lane, id), JobState.FAILED);
          // First of all: it may be done before we are back.
          outbox.takeUp(List.of(id));
          new QueueAdmin(redis, room.name(lane)).retry(id, asset2go.queue.JobState.FAILED, true);
          log(actor, "tries again", lane, id);
          return summary(redis, lane, id);
        });
  }

  /**
   * Has a delayed job done now.
   *
   * @throws DomainError.Conflict where it is not delayed
   */
  public JobSummary promote(Actor actor, String queue, String id) {
    Lane lane = room.lane(queue);
    return room.ask(
        redis -> {
          require(summary(redis, lane, id), JobState.DELAYED);
          new QueueAdmin(redis, room.name(lane)).promote(id);
          log(actor, "has done now", lane, id);
          return summary(redis, lane, id);
        });
  }

  /**
   * Removes a job. A failed one is gone for good; one that was promised and not yet tried to the
   * end comes back from the outbox.
   *
   * @throws DomainError.Conflict while a worker is at it
   */
  public void remove(Actor actor, String queue, String id) {
    Lane lane = room.lane(queue);
    JobSummary removed =
        room.ask(
            redis -> {
              JobSummary before = summary(redis, lane, id);
              new QueueAdmin(redis, room.name(lane)).remove(id);
              log(actor, "removes", lane, id);
              return before;
            });
    if (removed.state() == JobState.FAILED) {
      outbox.forget(List.of(id));
    }
  }

  private static void require(JobSummary job, JobState state) {
    if (job.state() != state) {
      throw new DomainError.Conflict(
          "The job is %s, not %s.".formatted(job.state().word(), state.word()));
    }
  }

  private static void log(Actor actor, String does, Lane lane, String id) {
    LOG.log(
        Level.INFO,
        "{0} ({1}) {2} job {3} of the queue {4}.",
        // Foreign ids may hold anything, line breaks too.
        new Object[] {
          actor.name(), actor.id(), does, id.replaceAll("\\p{Cntrl}", "?"), lane.key()
        });
  }
}
