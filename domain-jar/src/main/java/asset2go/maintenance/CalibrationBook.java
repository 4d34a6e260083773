package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.maintenance.Calibration.Result;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes what calibrations found, and how their assets stand since. */
final class CalibrationBook {

  private CalibrationBook() {}

  /**
   * Refuses a step that says too little of a calibration, or something of what is none.
   *
   * @throws DomainError.Invalid
   */
  static void check(WorkOrder order, WorkOrderStep step, Instant now) {
    CalibrationDraft found = step.calibration();
    boolean wanted = order.kind() == WorkKind.CALIBRATION && step.to() == WorkOrderState.DONE;
    if (!wanted) {
      if (found != null) {
        throw new DomainError.Invalid(
            "calibration", Fault.FIXED, "goes with a calibration that is done");
      }
      return;
    }
    if (found == null) {
      throw new DomainError.Invalid(
          "calibration.result", Fault.REQUIRED, "must say what the calibration found");
    }
    LocalDate on = on(found, now);
    LocalDate until = found.validUntil();
    if (on.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
      throw new DomainError.Invalid("calibration.on", Fault.OUT_OF_RANGE, "lies in the future");
    }
    if (found.result() == Result.PASSED && until == null) {
      throw new DomainError.Invalid(
          "calibration.validUntil", Fault.REQUIRED, "must say how long it counts");
    }
    if (until != null && (found.result() == Result.FAILED || until.isBefore(on))) {
      throw new DomainError.Invalid(
          "calibration.validUntil",
          Fault.OUT_OF_RANGE,
          found.result() == Result.FAILED
              ? "goes with a calibration that was passed"
              : "lies before the day of the calibration");
    }
  }

  private static LocalDate on(CalibrationDraft found, Instant now) {
    LocalDate on = found.on();
    return on == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : on;
  }

  /**
   * Writes one.
   *
   * @param order of an asset that is locked
   * @return how its asset's history tells of it
   */
  static String write(
      Transaction tx, Actor actor, WorkOrder order, CalibrationDraft found, Instant now) {
    tx.run(
        """
        MATCH (w:WorkOrder {id: $order})-[:FOR]->(a:Asset)
        CREATE (c:Calibration)-[:OF]->(a), (c)-[:BY]->(w)
        SET c = $properties
        WITH a
        MATCH (l:Calibration) WHERE l.assetId = a.id AND l.on IS NOT NULL
        WITH a, l ORDER BY l.on DESC, l.id DESC LIMIT 1
        SET a.calibrationResult = l.result, a.calibratedUntil = l.validUntil
        """,
        map(
            "order",
            order.id(),
            "properties",
            map(
                "id", Ids.next(),
                "assetId", order.asset().id(),
                "orderId", order.id(),
                "result", found.result(),
                "on", on(found, now),
                "validUntil", found.validUntil(),
                "deviation", said(found.deviation()),
                "certificate", said(found.certificate()),
                "by", said(found.by()),
                "at", now,
                "byId", actor.id(),
                "byName", actor.name())));
    String certificate = said(found.certificate());
    return found.result()
        + (found.validUntil() == null ? "" : " until " + found.validUntil())
        + (certificate == null ? "" : ", " + certificate);
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** How an asset stands by what its node says. */
  static @Nullable CalibrationState state(
      @Nullable String result, @Nullable LocalDate until, LocalDate today) {
    if (result == null) {
      return null;
    }
    if (Result.valueOf(result) == Result.FAILED || until == null) {
      return CalibrationState.FAILED;
    }
    return until.isBefore(today) ? CalibrationState.OVERDUE : CalibrationState.VALID;
  }
}
