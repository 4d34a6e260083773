package asset2go.bulk;

import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with many assets, one by one. Each is changed as if it were the only one,
 * and has an answer of its own.
 *
 * @param total how many are meant; null while they are being looked for
 * @param undoable whether it can be taken back
 * @param undoes the run, or the import, that this one takes back
 * @param undoneBy the run that takes this one back
 * @param problem why it failed
 */
public record BulkRun(
    String id,
    BulkKind kind,
    BulkState state,
    boolean dryRun,
    @Nullable Long total,
    long changed,
    long unchanged,
    long refused,
    Ref by,
    Instant createdAt,
    @Nullable Instant finishedAt,
    boolean undoable,
    @Nullable String undoes,
    @Nullable String undoneBy,
    @Nullable String problem)
    implements Identified {

  /** How many have been seen to. */
  public long done() {
    return changed + unchanged + refused;
  }
}
