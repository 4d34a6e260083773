package asset2go.maintenance;

import asset2go.graph.Values;
import asset2go.problem.DomainError;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** How assets stand by their latest calibration, as their nodes and lists of them tell it. */
public final class Calibrated {

  private Calibrated() {}

  /** How the asset of a node stands. */
  public static @Nullable CalibrationState of(Value asset) {
    return CalibrationBook.state(
        Values.text(asset.get("calibrationResult")),
        Values.date(asset.get("calibratedUntil")),
        today());
  }

  public static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** The property whose index finds those that stand like that. */
  public static String property(String state) {
    return word(state).equals("failed") ? "calibrationResult" : "calibratedUntil";
  }

  /** Cypher that is true of an asset {@code a} that stands like that on {@code $calibratedOn}. */
  public static String condition(String state) {
    return switch (word(state)) {
      case "valid" -> "a.calibratedUntil >= $calibratedOn";
      case "overdue" -> "a.calibratedUntil < $calibratedOn";
      case "failed" -> "a.calibrationResult = 'FAILED'";
      default -> throw new DomainError.Malformed("calibration", "must be valid, overdue or failed");
    };
  }

  private static String word(String state) {
    return state.strip().toLowerCase(Locale.ROOT);
  }
}
