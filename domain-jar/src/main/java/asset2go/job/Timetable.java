package asset2go.job;

import asset2go.bulk.OldRuns;
import asset2go.idempotency.ExpiredAnswers;
import asset2go.identity.ExpiredSignIns;
import asset2go.importing.OldFiles;
import asset2go.maintenance.PlanUpkeep;
import asset2go.outbox.JobKind;
import asset2go.outbox.OutboxSweep;
import asset2go.reminder.DailyDigest;
import asset2go.reminder.FaultsReported;
import asset2go.reminder.OverdueCustody;
import asset2go.reminder.ServiceReminders;
import asset2go.reminder.WarrantyEnding;
import java.util.List;
import java.util.Optional;

/**
 * What is done over the clock, and when, unless an administrator says otherwise. Cron expressions
 * of five fields, or of six with seconds in front, in UTC.
 */
final class Timetable {

  static final String ZONE = "UTC";

  static final List<Row> ROWS =
      List.of(
          new Row(OutboxSweep.KIND, "*/10 * * * * *"),
          new Row(ExpiredSignIns.KIND, "7 * * * *"),
          new Row(ExpiredAnswers.KIND, "22 * * * *"),
          new Row(QueueCleanUp.KIND, "17 3 * * *"),
          new Row(OldFiles.KIND, "37 3 * * *"),
          new Row(OldRuns.KIND, "47 3 * * *"),
          new Row(WarrantyEnding.KIND, "0 6 * * *"),
          new Row(PlanUpkeep.KIND, "41 * * * *"),
          new Row(FaultsReported.KIND, "*/5 * * * *"),
          new Row(OverdueCustody.KIND, "10 6 * * *"),
          new Row(ServiceReminders.KIND, "20 6 * * *"),
          new Row(DailyDigest.KIND, "0 7 * * *"));

  private Timetable() {}

  /** One line of it. */
  record Row(JobKind kind, String pattern) {
    String name() {
      return kind.name();
    }
  }

  static Optional<Row> named(String name) {
    return ROWS.stream().filter(row -> row.name().equals(name)).findAny();
  }
}
