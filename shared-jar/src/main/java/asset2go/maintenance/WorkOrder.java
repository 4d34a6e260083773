package asset2go.maintenance;

import asset2go.asset.AssetRef;
import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done about one asset, and later what was done: the entry in its service
 * history.
 *
 * @param number what people call it by, such as {@code WO-000042}
 * @param assignee who does it
 * @param due day by which it is to be done
 * @param overdue whether that day has passed and it is not done
 * @param takesOut whether the asset cannot be used meanwhile: work that begins takes it to
 *     IN_MAINTENANCE, the end of the last such work takes it back
 * @param minutes working time that went into it
 * @param cost what it cost besides the parts, decimal string
 * @param currency ISO 4217, of all its prices
 * @param total cost and parts together; null where there are none
 * @param resolution what was found and done, in words
 * @param plan that opened it
 * @param next where it can go from here; in lists, too
 */
public record WorkOrder(
    String id,
    String number,
    String title,
    WorkKind kind,
    WorkPriority priority,
    WorkOrderState state,
    AssetRef asset,
    @Nullable String description,
    @Nullable Ref assignee,
    @Nullable LocalDate due,
    boolean overdue,
    boolean takesOut,
    List<CheckItem> checklist,
    List<PartUsed> parts,
    @Nullable Integer minutes,
    @Nullable BigDecimal cost,
    @Nullable String currency,
    @Nullable BigDecimal total,
    @Nullable String resolution,
    @Nullable Ref plan,
    Ref openedBy,
    Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long version,
    List<WorkOrderState> next)
    implements Versioned {

  /** How many lines of the checklist are ticked off. */
  public long ticked() {
    return checklist.stream().filter(CheckItem::ticked).count();
  }
}
