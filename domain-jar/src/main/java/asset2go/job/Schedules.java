package asset2go.job;

import asset2go.graph.Ids;
import asset2go.identity.Actor;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.Lane;
import asset2go.outbox.Outbox;
import asset2go.outbox.OutboxSweep;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.queue.JobException;
import asset2go.queue.JobOutlines;
import asset2go.queue.NewJob;
import asset2go.queue.Queue;
import asset2go.queue.Redis;
import asset2go.queue.Schedule;
import asset2go.queue.Scheduler;
import asset2go.queue.Schedulers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedules. The graph says what is planned; BullMQ's job schedulers in Redis make the jobs,
 * each once however many workers run. Every worker brings the second in line with the first when it
 * starts and again and again, so that an edit outlives a restart, and a Redis that lost its data
 * gets its schedulers back.
 */
@ApplicationScoped
public class Schedules {

  private static final Logger LOG = Logger.getLogger(Schedules.class.getName());

  /** Whether a scheduler whose next job is so late has lost it is worth a look. */
  private static final Duration OVERDUE = Duration.ofMinutes(10);

  private static final Duration FORGOTTEN = Duration.ofSeconds(40);

  private @Inject QueueRoom room;
  private @Inject Plans plans;
  private @Inject Jobs jobs;
  private @Inject Outbox outbox;

  /** All of them, ours first. */
  public Page<JobSchedule> list() {
    List<Plan> planned = plans.all();
    List<JobSchedule> all =
        room.ask(
            redis -> {
              List<JobSchedule> views = new ArrayList<>();
              planned.forEach(plan -> views.add(plan.view(next(redis, plan))));
              views.addAll(foreign(redis));
              return views;
            });
    return new Page<>(all, null, (long) all.size());
  }

  private @Nullable Instant next(Redis redis, Plan plan) {
    return scheduler(redis, plan).map(Scheduler::next).orElse(null);
  }

  private Optional<Scheduler> scheduler(Redis redis, Plan plan) {
    return schedulers(redis, plan.row().kind().lane()).get(plan.row().name());
  }

  private Schedulers schedulers(Redis redis, Lane lane) {
    return new Schedulers(redis, room.name(lane));
  }

  private List<JobSchedule> foreign(Redis redis) {
    Set<String> ours = new HashSet<>();
    Timetable.ROWS.forEach(row -> ours.add(row.name()));
    List<JobSchedule> foreign = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      schedulers(redis, lane).list().stream()
          .filter(one -> !ours.contains(one.id()))
          .forEach(one -> foreign.add(view(lane, one)));
    }
    return foreign;
  }

  private static JobSchedule view(Lane lane, Scheduler foreign) {
    Schedule schedule = foreign.schedule();
    return new JobSchedule(
        foreign.id(),
        lane.key(),
        false,
        schedule.pattern(),
        schedule.every(),
        schedule.zone() == null ? null : schedule.zone().getId(),
        true,
        null,
        foreign.next(),
        null,
        null,
        null,
        0);
  }

  /**
   * Changes one of ours. It is kept in the graph first; where Redis is lost right after that, the
   * next worker that looks makes it true.
   *
   * @param seen the version that the caller saw, null for any
   * @throws DomainError.Invalid for a pattern that is none or is never due, or an unknown zone
   * @throws DomainError.Unavailable where Redis is away; nothing is changed then
   */
  public JobSchedule change(
      Actor actor, String name, @Nullable Long seen, UnaryOperator<JobScheduleChange> edit) {
    Timetable.Row row = row(name);
    room.ask(
        redis -> {
          redis.ping();
          return name;
        });
    Plan plan = plans.change(row, seen, before -> checked(edit.apply(before)), actor);
    LOG.log(
        Level.INFO,
        "{0} ({1}) changes the schedule {2} to \"{3}\" in {4}, {5}.",
        new Object[] {
          actor.name(),
          actor.id(),
          name,
          plan.now().pattern(),
          plan.now().zone(),
          plan.now().enabled() ? "enabled" : "disabled"
        });
    return room.ask(
        redis -> {
          apply(redis, plan);
          return plan.view(next(redis, plan));
        });
  }

  private static Timetable.Row row(String name) {
    return Timetable.named(name).orElseThrow(() -> new DomainError.NotFound("schedule", name));
  }

  private static JobScheduleChange checked(JobScheduleChange change) {
    if (!ZoneId.getAvailableZoneIds().contains(change.zone())) {
      throw new DomainError.Invalid(
          "zone", Fault.FORMAT, "must be a time zone such as UTC or Europe/Berlin");
    }
    try {
      if (Schedule.cron(change.pattern(), ZoneId.of(change.zone())).next(Instant.now()) == null) {
        throw new DomainError.Invalid("pattern", "is never due");
      }
    } catch (IllegalArgumentException e) {
      throw new DomainError.Invalid(
          "pattern",
          Fault.FORMAT,
          "must be a cron expression of five or six fields, such as 0 6 * * 1-5");
    }
    return change;
  }

  /** Does it now, besides its next time. */
  public JobSummary run(Actor actor, String name) {
    Timetable.Row row = row(name);
    String id = "run-" + Ids.next();
    String data =
        Json.createObjectBuilder().add("schedule", name).add("by", actor.name()).build().toString();
    return room.ask(
        redis -> {
          NewJob job = job(row, data, actor.requestId(), id);
          new Queue(redis, room.name(row.kind().lane())).add(List.of(job));
          LOG.log(
              Level.INFO,
              "{0} ({1}) has the schedule {2} done now.",
              new Object[] {actor.name(), actor.id(), name});
          return added(redis, row, id);
        });
  }

  /** It may be done before it is looked at, and leave no trace. */
  private JobSummary added(Redis redis, Timetable.Row row, String id) {
    try {
      return jobs.summary(redis, row.kind().lane(), id);
    } catch (DomainError.NotFound e) {
      Instant now = Instant.now();
      return new JobSummary(
          id,
          row.kind().lane().key(),
          row.name(),
          JobState.COMPLETED,
          1,
          row.kind().attempts(),
          0,
          null,
          null,
          now,
          null,
          now,
          now,
          null,
          null);
    }
  }

  private static NewJob job(Timetable.Row row, String data, String requestId, @Nullable String id) {
    var options = row.kind().options();
    return new NewJob(
        row.name(),
        JobEnvelope.wrap(new asset2go.outbox.Job(row.kind(), data, requestId)),
        (id == null ? options : options.jobId(id)).build());
  }

  /**
   * Brings the schedulers in Redis in line with what is planned: what is missing comes back, what
   * an earlier version planned and this one does not goes. Where Redis knows none of them it is new
   * or has lost its data: then all that waits in the outbox is offered to it again, too.
   *
   * @throws DomainError.Unavailable where a store is away
   */
  public void apply() {
    List<Plan> planned = plans.all();
    boolean empty =
        room.ask(
            redis -> {
              boolean none = knowsNone(redis);
              planned.forEach(plan -> apply(redis, plan));
              removeForgotten(redis);
              return none;
            });
    if (empty) {
      int waiting = outbox.offerAll();
      LOG.log(
          Level.INFO,
          "Redis knew no schedule: all are set, and {0} job(s) of the outbox are offered again.",
          waiting);
    }
  }

  private boolean knowsNone(Redis redis) {
    return Stream.of(Lane.values()).allMatch(lane -> schedulers(redis, lane).list().isEmpty());
  }

  private void removeForgotten(Redis redis) {
    for (Lane lane : Lane.values()) {
      schedulers(redis, lane).list().stream()
          .filter(there -> Timetable.named(there.id()).isEmpty() && madeByUs(there))
          .forEach(
              there -> {
                schedulers(redis, lane).remove(there.id());
                LOG.log(Level.INFO, "Removed the schedule {0}, which is no more.", there.id());
              });
    }
  }

  /** Others may have schedules in our queues: those are none of our business. */
  private static boolean madeByUs(Scheduler there) {
    try {
      return JobEnvelope.open(there.data()).requestId().equals(requestId(there.id()));
    } catch (RuntimeException notOurs) {
      return false;
    }
  }

  private static String requestId(String name) {
    return "schedule-" + name;
  }

  /**
   * Sweeps the outbox where its own job has not been done for a while: its queue may be paused, or
   * Redis have lost it. One that an administrator has disabled is left alone.
   *
   * @return how many jobs were relayed
   */
  public int sweepIfForgotten() {
    Instant limit = Instant.now().minus(FORGOTTEN);
    boolean forgotten =
        plans.all().stream()
            .filter(plan -> plan.row().kind().equals(OutboxSweep.KIND))
            .anyMatch(
                plan ->
                    plan.now().enabled()
                        && (plan.lastRunAt() == null || plan.lastRunAt().isBefore(limit)));
    return forgotten ? outbox.sweep() : 0;
  }

  private void apply(Redis redis, Plan plan) {
    Schedulers schedulers = schedulers(redis, plan.row().kind().lane());
    String name = plan.row().name();
    if (!plan.now().enabled()) {
      schedulers.remove(name);
      return;
    }
    Schedule wanted = Schedule.cron(plan.now().pattern(), ZoneId.of(plan.now().zone()));
    NewJob job =
        job(
            plan.row(),
            Json.createObjectBuilder().add("schedule", name).build().toString(),
            requestId(name),
            null);
    Scheduler there = schedulers.get(name).orElse(null);
    if (there != null && isRight(there, wanted, job) && goesOn(redis, plan, there)) {
      return;
    }
    try {
      schedulers.upsert(name, wanted, job);
    } catch (JobException e) {
      // The job of this very moment is being done; the next look finds it done.
      LOG.log(Level.FINE, "The schedule " + name + " is set at the next look", e);
    }
  }

  private static boolean isRight(Scheduler there, Schedule wanted, NewJob job) {
    return wanted.pattern() != null
        && wanted.pattern().equals(there.schedule().pattern())
        && wanted.zone() != null
        && wanted.zone().equals(there.schedule().zone())
        && job.name().equals(there.name())
        && job.data().equals(there.data());
  }

  /** The next job may be late where its queue is paused or busy; but it has to be there. */
  private boolean goesOn(Redis redis, Plan plan, Scheduler there) {
    Instant next = there.next();
    if (next == null || next.isAfter(Instant.now().minus(OVERDUE))) {
      return next != null;
    }
    String jobId = "repeat:" + there.id() + ":" + next.toEpochMilli();
    return new JobOutlines(redis, room.name(plan.row().kind().lane())).find(jobId) != null;
  }
}
