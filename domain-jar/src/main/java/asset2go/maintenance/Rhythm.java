package asset2go.maintenance;

import static asset2go.graph.Values.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** When a plan wants something next: by the calendar, by a meter, or by whichever comes first. */
record Rhythm(
    @Nullable Cadence calendar,
    @Nullable MeterRule meter,
    MaintenancePlan.Basis basis,
    int leadDays) {

  /**
   * What is due next.
   *
   * @param on day
   * @param at total of the meter; null, too, where the meter was never read
   */
  record Next(@Nullable LocalDate on, @Nullable Double at) {}

  /** What has been done for an asset so far, by its last work order of the plan. */
  record Done(@Nullable LocalDate due, LocalDate on) {
    LocalDate later() {
      return due == null || due.isBefore(on) ? on : due;
    }
  }

  static Rhythm of(Value plan) {
    Value every = plan.get("calendarEvery");
    Value counted = plan.get("meterEvery");
    return new Rhythm(
        every.isNull()
            ? null
            : new Cadence(
                every.asInt(),
                Cadence.Unit.valueOf(plan.get("calendarUnit").asString()),
                plan.get("calendarFirstOn").asLocalDate()),
        counted.isNull()
            ? null
            : new MeterRule(
                String.valueOf(text(plan.get("meterName"))),
                counted.asDouble(),
                plan.get("meterFirstAt").isNull() ? null : plan.get("meterFirstAt").asDouble()),
        MaintenancePlan.Basis.valueOf(plan.get("basis").asString()),
        plan.get("leadDays").asInt());
  }

  private boolean fixed() {
    return basis == MaintenancePlan.Basis.FIXED;
  }

  /**
   * What is due of an asset that comes under the plan, or whose plan has another rhythm now. Days
   * that were missed before that are not made up for.
   *
   * @param total of its meter; null where it was never read
   */
  Next first(LocalDate today, @Nullable Done done, @Nullable Double total) {
    return new Next(firstOn(today, done), firstAt(done, total));
  }

  private @Nullable LocalDate firstOn(LocalDate today, @Nullable Done done) {
    if (calendar == null) {
      return null;
    }
    if (done == null) {
      return calendar.onOrAfter(today);
    }
    if (!fixed()) {
      return calendar.from(done.on());
    }
    LocalDate next = calendar.after(done.later());
    return next.isBefore(today) ? calendar.onOrAfter(today) : next;
  }

  private @Nullable Double firstAt(@Nullable Done done, @Nullable Double total) {
    if (meter == null) {
      return null;
    }
    if (done == null && meter.firstAt() != null) {
      return meter.firstAt();
    }
    return total == null ? null : Double.valueOf(total + meter.every());
  }

  /**
   * What is due after a work order was closed on a day.
   *
   * @param was for what it was opened
   */
  Next after(Next was, LocalDate day, @Nullable Double total) {
    return new Next(nextOn(was.on(), day), nextAt(was.at(), total));
  }

  private @Nullable LocalDate nextOn(@Nullable LocalDate was, LocalDate day) {
    if (calendar == null) {
      return null;
    }
    if (!fixed()) {
      return calendar.from(day);
    }
    return calendar.after(was == null || was.isBefore(day) ? day : was);
  }

  private @Nullable Double nextAt(@Nullable Double was, @Nullable Double total) {
    if (meter == null || total == null) {
      return meter == null ? null : was;
    }
    return was == null || !fixed() ? total + meter.every() : meter.after(Math.max(total, was), was);
  }

  /** From which day on its work order is opened; null where that is up to the meter. */
  @Nullable LocalDate opensOn(Next next, LocalDate today, @Nullable Double total) {
    if (next.at() != null && total != null && total >= next.at()) {
      return today;
    }
    return next.on() == null ? null : next.on().minusDays(leadDays);
  }
}
