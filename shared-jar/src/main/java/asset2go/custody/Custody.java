package asset2go.custody;

import asset2go.acceptance.Acceptance;
import asset2go.asset.AssetRef;
import asset2go.asset.Condition;
import asset2go.asset.Holder;
import asset2go.document.Document;
import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody had an asset from one moment to another, or still has it.
 *
 * @param to when it ended; null while it lasts
 * @param due day by which it is to come back
 * @param overdue whether that day is over and the asset is not back
 * @param conditionOut in which it was handed over, where somebody said so
 * @param conditionIn in which it came back
 * @param by who handed it over
 * @param returnedBy who took it back or passed it on
 * @param basketId what was handed over together has the same
 * @param previousId the custody that this one took over from, where it changed hands without coming
 *     back
 * @param acceptance of the terms that go with it; null where there are none
 * @param documents photos of how it went out and came back
 */
public record Custody(
    String id,
    AssetRef asset,
    Holder holder,
    Instant from,
    @Nullable Instant to,
    @Nullable LocalDate due,
    boolean overdue,
    @Nullable Condition conditionOut,
    @Nullable Condition conditionIn,
    @Nullable String notes,
    @Nullable String returnNotes,
    @Nullable Ref by,
    @Nullable Ref returnedBy,
    @Nullable String basketId,
    @Nullable String previousId,
    @Nullable Signing acceptance,
    List<Document> documents)
    implements Identified {

  /** Whether the terms that go with it are signed. */
  public record Signing(String id, Acceptance.State state) {}
}
