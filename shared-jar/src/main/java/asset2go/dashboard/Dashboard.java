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
 * @param recent the last things that happened, newest first
 */
public record Dashboard(
    long assets,
    long locations,
    long people,
    long overdue,
    Map<String, Long> byStatus,
    List<CategoryCount> byCategory,
    List<RecentEvent> recent,
    List<ImportRun> imports) {

  /** How many assets a category has. */
  public record CategoryCount(String id, String name, long assets) {}

  /** Something that happened lately. */
  public record RecentEvent(
      String assetId, String tag, String name, String kind, String actor, Instant at) {}
}
