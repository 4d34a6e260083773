package asset2go.maintenance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an asset is kept fit for use, at a glance; its work orders are a list of their own.
 *
 * @param openOrders how many work orders are not closed
 * @param downSince since when it cannot be used; null while it can
 * @param downMinutes how long it could not be used in the last 365 days
 * @param downtimes the latest times in which it could not be used, newest first
 * @param costs what was spent on work in the last 365 days, by currency
 * @param meters what is counted on it
 * @param due what its plans want next, the earliest first
 * @param calibration how it stands by its latest calibration; null where it was never calibrated
 * @param calibrations the latest ten
 */
public record AssetMaintenance(
    long openOrders,
    @Nullable Instant downSince,
    long downMinutes,
    List<Downtime> downtimes,
    List<Cost> costs,
    List<Meter> meters,
    List<ServiceDue> due,
    @Nullable CalibrationState calibration,
    List<Calibration> calibrations) {

  /** An amount of money: a decimal string with its ISO 4217 currency. */
  public record Cost(BigDecimal amount, String currency) {}
}
