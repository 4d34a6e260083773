package asset2go.dashboard;

import asset2go.importing.ImportRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The figures on the first page.
 *
 * @param byStatus how many assets have each status
 * @param overdue custodies whose day has passed
 * @param upkeep what is to be done about them
 * @param recent the last things that happened, newest first
 */
public record Dashboard(
    long assets,
    long locations,
    long people,
    long overdue,
    Upkeep upkeep,
    Map<String, Long> byStatus,
    List<CategoryCount> byCategory,
    List<RecentEvent> recent,
    List<ImportRun> imports) {

  /**
   * What is to be done about assets.
   *
   * @param openOrders work orders that are not closed
   * @param overdueOrders of these, those whose day has passed
   * @param overdueCalibrations assets whose calibration counts no longer
   * @param newReports faults that were reported and nobody has decided about; 0 for who may not
   */
  public record Upkeep(
      long openOrders, long overdueOrders, long overdueCalibrations, long newReports) {}

  /** How many assets a category has. */
  public record CategoryCount(String id, String name, long assets) {}

  /** Something that happened lately. */
  public record RecentEvent(
      String assetId, String tag, String name, String kind, String actor, Instant at) {}
}
