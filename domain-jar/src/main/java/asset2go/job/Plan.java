package asset2go.job;

import asset2go.graph.Values;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A row of the timetable with what was changed about it. */
record Plan(
    Timetable.Row row,
    JobScheduleChange now,
    @Nullable Ref changedBy,
    @Nullable Instant changedAt,
    @Nullable Instant lastRunAt,
    long version) {

  /**
   * @param s its node, null where there is none
   */
  static Plan of(Timetable.Row row, @Nullable Value s) {
    if (s == null) {
      return new Plan(
          row, new JobScheduleChange(row.pattern(), Timetable.ZONE, true), null, null, null, 0);
    }
    String by = Values.text(s.get("changedById"));
    return new Plan(
        row,
        new JobScheduleChange(
            s.get("pattern").asString(row.pattern()),
            s.get("zone").asString(Timetable.ZONE),
            s.get("enabled").asBoolean(true)),
        by == null ? null : new Ref(by, s.get("changedByName").asString("")),
        Values.instantOrNull(s.get("changedAt")),
        Values.instantOrNull(s.get("lastRunAt")),
        s.get("version").asLong(0));
  }

  JobSchedule view(@Nullable Instant next) {
    return new JobSchedule(
        row.name(),
        row.kind().lane().key(),
        true,
        now.pattern(),
        null,
        now.zone(),
        now.enabled(),
        row.pattern(),
        now.enabled() ? next : null,
        lastRunAt,
        changedBy,
        changedAt,
        version);
  }
}
