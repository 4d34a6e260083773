package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Plan;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What calibrations have to say about handing out: where a category wants it, itself or from above,
 * nothing of it goes into other hands whose calibration does not count today.
 */
public final class CalibrationGuard {

  private CalibrationGuard() {}

  /**
   * Refuses to hand out what may not be relied on.
   *
   * @throws DomainError.TransitionRefused with the day on which it ran out, if it has
   */
  public static void check(Transaction tx, Plan plan, Instant now) {
    if (plan.begins() == null) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    tx.one(
            """
            MATCH (a:Asset {id: $id})
            WHERE (a.calibratedUntil IS NULL OR a.calibratedUntil < $today)
              AND EXISTS {
                (a)-[:OF_MODEL]->()-[:IN_CATEGORY]->()
                  -[:SUBCATEGORY_OF*0..30]->(:Category {needsCalibration: true})
              }
            RETURN toString(a.calibratedUntil) AS until
            """,
            map("id", plan.asset().id(), "today", today))
        .ifPresent(
            row -> {
              throw new DomainError.TransitionRefused(
                  Fault.NOT_CALIBRATED,
                  row.get("until").isNull()
                      ? "It has to be calibrated before it goes out, and has not passed."
                      : "Its calibration counted until %s only."
                          .formatted(row.get("until").asString()));
            });
  }
}
