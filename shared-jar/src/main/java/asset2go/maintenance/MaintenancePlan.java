package asset2go.maintenance;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes back: opens a work order for each asset that it covers, whenever the calendar or
 * a meter says so, whichever is first, and the next one only when that is closed.
 *
 * @param calendar by days; null for by meter only
 * @param meter by what is counted; null for by days only
 * @param leadDays how many days before it is due the work order is opened
 * @param assignee who is to do it
 * @param instructions go into each work order, as the checklist does
 * @param active whether it opens anything at present
 * @param covered how many assets it has something due for
 */
public record MaintenancePlan(
    String id,
    String name,
    PlanSubject subject,
    WorkKind kind,
    WorkPriority priority,
    @Nullable Cadence calendar,
    @Nullable MeterRule meter,
    Basis basis,
    int leadDays,
    boolean takesOut,
    @Nullable Ref assignee,
    @Nullable String instructions,
    List<String> checklist,
    boolean active,
    long covered,
    long version)
    implements Versioned {

  /** What the next time is counted from. */
  public enum Basis {
    /** From when it was to be: also what is done late is due on the same days. */
    FIXED,
    /** From when it was done. */
    AFTER_COMPLETION
  }
}
